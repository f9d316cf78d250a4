"""Made-up dates of the workshops, marked `voorbeeld`, for who tries the platform."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from agenda import registration
from agenda.clock import in_brussels
from agenda.models import Answer, Session, SessionStatus, SessionWay
from places.models import Municipality
from workshops.models import Workshop, WorkshopSession

BOTH, ONLINE, ON_SITE = SessionWay.BOTH, SessionWay.ONLINE, SessionWay.ON_SITE
WEEKEND = {5, 6}
# Days (month, day) on which nobody would come.
HOLIDAYS = {(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)}
OPENS_BEFORE = timedelta(days=20)


class Example(NamedTuple):
    """One made-up date: `days` from today, or the first working day after."""

    workshop: str
    days: int
    begins: time
    hours: int
    way: SessionWay
    place: str = ""
    seats: int = 12
    # People who take seats, each so many; who no longer fits, waits.
    takes: tuple[int, ...] = ()
    opens_later: bool = False


EXAMPLES = [
    Example("krachtige-burgers-maken-het-verschil", 16, time(13, 30), 3, ONLINE, takes=(4, 2)),
    Example(
        "iedereen-welkom-in-jouw-vereniging", 23, time(9, 30), 3, ON_SITE, "Nijlen", 8, (5, 3, 2, 1)
    ),
    Example("rol-en-positie-van-het-lokaal-bestuur", 37, time(9, 30), 3, BOTH, "Hasselt", 10, (4,)),
    Example("iedereen-welkom-in-jouw-vereniging", 51, time(19), 2, ONLINE, seats=20),
    Example(
        "iedereen-welkom-voor-zorgraden", 65, time(13), 3, ON_SITE, "Gent", 16, opens_later=True
    ),
]


class Command(BaseCommand):
    help = "Put made-up dates of the workshops in the agenda. For development; adds what is over."

    def handle(self, *args, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("Made-up dates are for development only.")
        added = [load(example) for example in EXAMPLES if not is_coming(example)]
        self.stdout.write(f"{sum(added)} made-up dates added.")


def is_coming(example: Example) -> bool:
    """Whether the agenda has this one already."""
    coming = Session.objects.coming().filter(is_example=True, way=example.way)
    return coming.filter(of_workshop__workshop__slug=example.workshop).exists()


@transaction.atomic
def load(example: Example) -> bool:
    """Make one date with who is registered; False where staff took the workshop away."""
    workshop = Workshop.objects.filter(slug=example.workshop).first()
    if workshop is None:
        return False
    begins_at = _moment(example)
    session = Session.objects.create(
        title=workshop.title,
        summary=workshop.lead,
        page=workshop.get_absolute_url(),
        audiences=workshop.audiences,
        status=SessionStatus.OPEN,
        begins_at=begins_at,
        ends_at=begins_at + timedelta(hours=example.hours),
        opens_at=begins_at - OPENS_BEFORE if example.opens_later else None,
        way=example.way,
        seats_on_site=0 if example.way == ONLINE else example.seats,
        seats_online=0 if example.way == ON_SITE else example.seats,
        online_link="" if example.way == ON_SITE else "https://online.example/voorbeeld",
        is_example=True,
        **(_place(example.place) if example.place else {}),
    )
    WorkshopSession.objects.create(session=session, workshop=workshop)
    for number, seats in enumerate(example.takes, start=1):
        registration.register(
            session=session,
            way=session.ways[0],
            seats=seats,
            name=f"Voorbeeld {number}",
            email=f"voorbeeld{number}@burgersaanzet.invalid",
        )
    return True


def _moment(example: Example) -> datetime:
    day = timezone.localdate() + timedelta(days=example.days)
    while day.weekday() in WEEKEND or (day.month, day.day) in HOLIDAYS:
        day += timedelta(days=1)
    return in_brussels(datetime.combine(day, example.begins))


def _place(name: str) -> dict:
    return {
        "venue": "Zaal De Mand",
        "street": "Voorbeeldstraat 1",
        "municipality": Municipality.objects.matching(name)[0],
        "route": "Neem de trein tot het station. Vandaar is het tien minuten stappen.",
        "step_free": Answer.YES,
        "accessible_toilet": Answer.YES,
        "public_transport": Answer.YES,
        "low_stimulus_space": Answer.NO,
    }
