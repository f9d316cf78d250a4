"""The event of Nijlen in 2020 as the annual report tells it (chapter 5.4.1), and one made-up event
to come. What the report does not say, such as days and hours, is marked `voorbeeld`."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from agenda import registration
from agenda.clock import in_brussels
from agenda.models import Answer, Audience, Kind, Session, SessionStatus, SessionWay
from initiatives.models import Initiative, Version
from places.models import Municipality
from roadshow import planning
from roadshow.models import ProgrammeItem, RoadshowEvent, ShownPractice

NIJLEN = "Online inspiratiemoment in Nijlen"
LEAD = (
    "Nijlen opende een nieuw buurthuis. Een inspiratiemoment kon toen niet ter plaatse. "
    "Het ging online door."
)
REPORT = """\
In 2020 wilde BurgersAanZet met de gemeente Nijlen een inspiratiemoment houden bij de opening van \
een nieuw buurthuis. De coronamaatregelen maakten dat onmogelijk. Daarom werd het een online \
inspiratiemoment.

Er werden praktijken gekozen die ook met de strenge maatregelen mogelijk waren. Burgers wisselden \
uit wat ze in deze tijden voor elkaar kunnen betekenen. Er werd een aanzet gegeven om samen verder \
aan de slag te gaan.

Samen met de gemeente Nijlen werd ook een filmpje gemaakt over het buurthuis, en over welke \
informele initiatieven er kunnen komen als mensen elkaar weer fysiek kunnen ontmoeten.

Daarna was er een opvolgsessie voor burgers die verder wilden."""
AFTER = "Na het inspiratiemoment was er een opvolgsessie, om burgers verder te ondersteunen."
# As load_practices calls them, in the order of the report.
PRACTICES = [
    "Online babbel- en activiteitengroep",
    "CoronalettersLokeren",
    "De Nijlense Doorgeefvaas",
    "Paraat in mijn straat",
    "De Coronafoon",
    "Gedachtenbundel van Groenpark",
    "’t Half uurtje voor je buur(t)",
]
COMING = "Een namiddag vol ideeën in Meerhout"
PROGRAMME = [
    (time(13, 30), "De deur gaat open", "Je krijgt koffie of thee. Je mag ook meteen gaan zitten."),
    (time(14), "Buren vertellen", "Drie korte verhalen over initiatieven van burgers."),
    (time(15), "Pauze van een half uur", "Er is een stille kamer."),
    (time(15, 30), "Jouw idee", "We praten in kleine groepen. Alleen luisteren mag ook."),
    (time(17), "Einde", "Wil je verder? Dan prikken we een datum voor een opvolgsessie."),
]
DAYS_AHEAD = 44
TAKES = (4, 2, 6, 1, 3, 1)
SATURDAY = 5


class Command(BaseCommand):
    help = "Load the roadshow of the report; in development a made-up event to come as well."

    def handle(self, *args, **options) -> None:
        made = []
        if not RoadshowEvent.objects.filter(session__title=NIJLEN).exists():
            made.append(load_nijlen())
        coming = Session.objects.coming().filter(is_example=True, title=COMING)
        if settings.DEBUG and not coming.exists():
            made.append(load_coming())
        self.stdout.write(f"{len(made)} events of the roadshow loaded.")


@transaction.atomic
def load_nijlen() -> RoadshowEvent:
    """The event of 2020 with its practices, and its follow-up session."""
    nijlen = Municipality.objects.matching("Nijlen")[0]
    event = planning.plan(
        session=_online(NIJLEN, LEAD, datetime(2020, 11, 19, 19, 30)),
        host=nijlen,
        occasion="de opening van een nieuw buurthuis",
        report=REPORT,
    )
    planning.plan(
        session=_online("Opvolgsessie in Nijlen", AFTER, datetime(2020, 12, 3, 19, 30)),
        host=nijlen,
        follows=event,
    )
    _show(event, PRACTICES)
    _open(event, *event.follow_ups.all())
    return event


@transaction.atomic
def load_coming() -> RoadshowEvent:
    """A made-up event, some six weeks from today, with people who come."""
    meerhout = Municipality.objects.matching("Meerhout")[0]
    begins_at = _saturday()
    session = Session.objects.create(
        title=COMING,
        summary="Hoor wat andere buren doen. Vertel wat jij zou willen. En ga naar huis met "
        "goesting.",
        kind=Kind.EVENT,
        audiences=[Audience.CITIZENS],
        begins_at=begins_at,
        ends_at=begins_at + timedelta(hours=3, minutes=30),
        venue="Buurthuis",
        street="Voorbeeldstraat 1",
        municipality=meerhout,
        seats_on_site=40,
        step_free=Answer.YES,
        accessible_toilet=Answer.YES,
        low_stimulus_space=Answer.YES,
        is_example=True,
    )
    event = planning.plan(session=session, host=meerhout, is_example=True)
    ProgrammeItem.objects.bulk_create(
        ProgrammeItem(event=event, begins=begins, title=title, text=text, is_example=True)
        for begins, title, text in PROGRAMME
    )
    _show(event, PRACTICES[2:5])
    _open(event)
    for number, seats in enumerate(TAKES, start=1):
        registration.register(
            session=event.session,
            way=session.ways[0],
            seats=seats,
            name=f"Voorbeeld {number}",
            email=f"onderweg{number}@burgersaanzet.invalid",
        )
    return event


def _online(title: str, summary: str, wall: datetime) -> Session:
    begins_at = in_brussels(wall)
    return Session.objects.create(
        title=title,
        summary=summary,
        kind=Kind.EVENT,
        audiences=[Audience.CITIZENS],
        begins_at=begins_at,
        ends_at=begins_at + timedelta(hours=2),
        way=SessionWay.ONLINE,
        is_example=True,
    )


def _open(*events: RoadshowEvent) -> None:
    """Publish without the rules of the agenda: they rightly refuse what is past."""
    for event in events:
        event.session.status = SessionStatus.OPEN
        event.session.save(update_fields=["status"])


def _show(event: RoadshowEvent, titles: list[str]) -> None:
    """Show those practices that are on the site, in this order."""
    numbers = dict(
        Version.objects.filter(title__in=titles, live_for__isnull=False).values_list(
            "title", "initiative"
        )
    )
    shown = Initiative.objects.published().in_bulk(numbers.values())
    for position, title in enumerate(titles):
        if initiative := shown.get(numbers.get(title)):
            ShownPractice.objects.create(event=event, initiative=initiative, position=position)


def _saturday() -> datetime:
    day = timezone.localdate() + timedelta(days=DAYS_AHEAD)
    day += timedelta(days=(SATURDAY - day.weekday()) % 7)
    return in_brussels(datetime.combine(day, time(13, 30)))
