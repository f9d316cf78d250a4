"""Made-up dates of the workshops, marked `voorbeeld`, for who tries the platform."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, time, timedelta
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from agenda import evaluating, registration, scheduling
from agenda.clock import in_brussels
from agenda.errors import TrainerBusy
from agenda.models import Answer, Partner, Session, SessionStatus, SessionWay, Trainer
from places.models import Municipality
from workshops.models import Workshop, WorkshopSession

BOTH, ONLINE, ON_SITE = SessionWay.BOTH, SessionWay.ONLINE, SessionWay.ON_SITE
WEEKEND = {5, 6}
# Days (month, day) on which nobody would come.
HOLIDAYS = {(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)}
OPENS_BEFORE = timedelta(days=20)
# Nobody can register for the past: what was held is made so much later, and then moved.
AHEAD = timedelta(days=364)
TRAINERS = {
    "Lies Voorbeeld": Partner.ATK,
    "Bert Voorbeeld": Partner.DOMO,
    "Noor Voorbeeld": Partner.MAGENTA,
}


class Example(NamedTuple):
    """One made-up date: `days` from today (below 0: it was held), or the first working day
    after."""

    workshop: str
    days: int
    begins: time
    hours: int
    way: SessionWay
    place: str = ""
    seats: int = 12
    # People who take seats, each so many; who no longer fits, waits.
    takes: tuple[int, ...] = ()
    trainers: tuple[str, ...] = ()
    opens_later: bool = False
    # Where it was held: how many came of each, and what the first of them answered.
    came: tuple[int, ...] = ()
    scores: tuple[tuple[int, int, int], ...] = ()


WELCOME, CARE = "iedereen-welkom-in-jouw-vereniging", "iedereen-welkom-voor-zorgraden"
STRONG = "krachtige-burgers-maken-het-verschil"
ROLE = "rol-en-positie-van-het-lokaal-bestuur"
LIES, BERT, NOOR = TRAINERS
EXAMPLES = [
    Example(
        *(WELCOME, -75, time(19), 2, ON_SITE, "Nijlen", 12, (4, 3, 2), (LIES, NOOR)),
        came=(4, 2, 0),
        scores=((5, 5, 5), (4, 3, 5)),
    ),
    Example(
        *(ROLE, -54, time(9, 30), 3, ON_SITE, "Gent", 15, (6, 5), (BERT,)),
        came=(5, 5),
        scores=((4, 5, 5), (3, 4, 4)),
    ),
    Example(
        *(STRONG, -33, time(13, 30), 3, ONLINE, "", 12, (2, 1, 1), (NOOR,)),
        came=(2, 1, 1),
        scores=((5, 4, 5), (4, 4, 4), (2, 3, 4)),
    ),
    Example(STRONG, 16, time(13, 30), 3, ONLINE, "", 12, (4, 2), (BERT,)),
    Example(WELCOME, 23, time(9, 30), 3, ON_SITE, "Nijlen", 8, (5, 3, 2, 1), (LIES, NOOR)),
    Example(ROLE, 37, time(9, 30), 3, BOTH, "Hasselt", 10, (4,), (LIES,)),
    Example(WELCOME, 51, time(19), 2, ONLINE, seats=20, trainers=(NOOR,)),
    # Nobody leads this one yet: staff see that something must be done.
    Example(CARE, 65, time(13), 3, ON_SITE, "Gent", 16, opens_later=True),
]


class Command(BaseCommand):
    help = "Put made-up dates of the workshops in the agenda. For development; adds what is over."

    def handle(self, *args, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("Made-up dates are for development only.")
        added = [load(example) for example in EXAMPLES if not is_there(example)]
        self.stdout.write(f"{sum(added)} made-up dates added.")


def is_there(example: Example) -> bool:
    """Whether the agenda has this one already: one to come, or one that was held."""
    same = Session.objects.filter(
        of_workshop__workshop__slug=example.workshop, is_example=True, way=example.way
    )
    now = timezone.now()
    return same.filter(ends_at__lte=now).exists() if example.came else same.coming().exists()


@transaction.atomic
def load(example: Example) -> bool:
    """Make one date with who is registered; False where staff took the workshop away."""
    workshop = Workshop.objects.filter(slug=example.workshop).first()
    if workshop is None:
        return False
    begins_at = _moment(example)
    session = _make(example, workshop, begins_at + AHEAD if example.came else begins_at)
    for number, seats in enumerate(example.takes, start=1):
        registration.register(
            session=session,
            way=session.ways[0],
            seats=seats,
            name=f"Voorbeeld {number}",
            email=f"voorbeeld{number}@burgersaanzet.invalid",
        )
    if example.came:
        _hold(example, session, begins_at)
    # Staff may have given them something else to do.
    with suppress(TrainerBusy):
        scheduling.book_trainers(session=session, trainers=_trainers(example))
    return True


def _make(example: Example, workshop: Workshop, begins_at: datetime) -> Session:
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
    return session


def _hold(example: Example, session: Session, begins_at: datetime) -> None:
    """Let it be over, past the rules (they refuse that); then note by the rules who came and what
    they thought."""
    ends_at = begins_at + timedelta(hours=example.hours)
    Session.objects.filter(pk=session.pk).update(begins_at=begins_at, ends_at=ends_at)
    session.refresh_from_db()
    staff, _ = User.objects.get_or_create(username="voorbeeld", defaults={"is_active": False})
    people = list(session.registrations.order_by("pk"))
    for person, came in zip(people, example.came, strict=True):
        registration.mark_present(registration=person, present=came, staff=staff)
    for person, scores in zip(people, example.scores, strict=False):
        expected, useful, welcome = scores
        evaluating.answer(
            registration=person,
            with_name=False,
            expected=expected,
            useful=useful,
            welcome=welcome,
        )


def _trainers(example: Example) -> list[Trainer]:
    return [
        Trainer.objects.get_or_create(name=name, organisation=TRAINERS[name])[0]
        for name in example.trainers
    ]


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
