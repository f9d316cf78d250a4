"""Any mix of steps, also two at once, keeps the seat book as it would be on paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from django.db.models import Max
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from agenda import emails, registration, scheduling
from agenda.errors import AgendaError
from agenda.models import HOLDING, Registration, Session, SessionStatus
from tests.agenda import factories
from tests.agenda.paper import Paper, Refused
from tests.clock import at
from tests.factories import moderator
from tests.together import together

SCRIPTS, STEPS = 40, 50
START = datetime(2027, 3, 1, 12, 0, tzinfo=UTC)
# How often each is taken.
OFTEN = {"register": 4, "cancel": 2, "change": 2, "accept": 3, "decline": 1, "hand_over": 1}
OFTEN |= {"capacity": 2, "switch": 1, "work": 2, "wait": 3, "pair": 3}
WHAT = [what for what, times in OFTEN.items() for _ in range(times)]
PAIRED = ["register", "cancel", "change", "accept", "decline", "capacity", "work"]


class Step(NamedTuple):
    """Everything that chance decides of one step; each step uses what it needs of it."""

    what: str
    who: int  # the which of those who are there
    way: str
    seats: int
    put_back: bool
    part: float  # of the time that is left until it begins
    pair: tuple[str, str]
    other: int


STEP = some.builds(
    Step,
    what=some.sampled_from(WHAT),
    who=some.integers(0, 99),
    way=some.sampled_from(["on_site", "online"]),
    seats=some.sampled_from([1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 0, -1]),
    put_back=some.booleans(),
    part=some.sampled_from([0.01, 0.03, 0.1, 0.2, 0.3]),
    pair=some.tuples(some.sampled_from(PAIRED), some.sampled_from(PAIRED)),
    other=some.integers(0, 99),
)
ROOM = some.integers(0, 8)


class Twins:
    """A session, and its twin on paper. Each step is done to both, and they must stay the same."""

    def __init__(self, on_site: int, online: int, days: int) -> None:
        self.now = START
        self.staff = moderator()
        with at(self.now):
            self.session = factories.session(seats=on_site, online=online, days=days)
        seats = {way.value: self.session.seats(way) for way in self.session.ways}
        self.paper = Paper(seats=seats, begins=self.session.begins_at, now=self.now)

    def take(self, step: Step) -> str:
        """Take one step; returns what it was and whether it was refused."""
        if step.what == "wait":
            self.now += (self.session.begins_at - self.now) * step.part
            self.paper.now = self.now
            return "wait"
        if step.what == "pair":
            return self.take_two(step)
        act, note = self.action(step.what, step, step.who)
        with at(self.now):
            refused = refuses(act, AgendaError)
        assert refuses(lambda: note(self.paper), Refused) == refused, step
        return f"{step.what} {'refused' if refused else 'taken'}"

    def take_two(self, step: Step) -> str:
        """Two hands, or two workers, at the same moment: it ends as if one had come first."""
        pair = [
            self.action(step.pair[0], step, step.who),
            self.action(step.pair[1], step, step.other),
        ]
        with at(self.now):
            results = together(*[act for act, _ in pair])
        refused = [isinstance(result, AgendaError) for result in results]
        errors = [result for result in results if isinstance(result, Exception)]
        assert [error for error in errors if not isinstance(error, AgendaError)] == [], step
        orders = [self.on_paper(pair, order) for order in ([0, 1], [1, 0])]
        stored = self.stored()
        same = [paper for paper, said in orders if (said, paper.state()) == (refused, stored)]
        assert same, (step, refused, stored, [(said, paper.state()) for paper, said in orders])
        self.paper = same[0]
        return f"pair {sum(refused)} refused"

    def on_paper(self, pair: list, order: list[int]) -> tuple[Paper, list[bool]]:
        """What both, one after the other, make of a copy of the paper."""
        paper, said = deepcopy(self.paper), [False, False]
        for place in order:
            said[place] = refuses(lambda place=place: pair[place][1](paper), Refused)
        return paper, said

    def action(self, what: str, step: Step, who: int) -> tuple[Callable, Callable]:
        """How to do it to the session, and how on paper."""
        names = list(self.paper.people)
        if what == "register" or (not names and what not in {"capacity", "switch", "work"}):
            # Now and then somebody registers twice.
            name = names[who] if who < min(len(names), 5) else f"mia{len(names)}.{who}"
            return self.registering(name, step)
        if what == "work":
            return registration.lapse_offers, lambda paper: paper.lapse()
        if what == "switch":
            return self.switch, lambda paper: paper.switch()
        if what == "capacity":
            seats = max(step.seats, 0)
            return (
                lambda: self.capacity(step.way, seats, step.put_back),
                lambda paper: paper.capacity(step.way, seats, step.put_back),
            )
        name = names[who % len(names)]
        if what == "change":
            return (
                lambda: registration.change_seats(registration=self.row(name), seats=step.seats),
                lambda paper: paper.change(name, step.seats),
            )
        if what == "hand_over":
            return lambda: self.hand_over(name), lambda paper: paper.hand_over(name)
        rule = {
            "cancel": registration.cancel,
            "accept": registration.accept_offer,
            "decline": registration.decline_offer,
        }[what]
        return lambda: rule(registration=self.row(name)), lambda paper: getattr(paper, what)(name)

    def registering(self, name: str, step: Step) -> tuple[Callable, Callable]:
        return (
            lambda: registration.register(
                session=self.session,
                way=step.way,
                seats=step.seats,
                name=name,
                email=f"{name}@example.org",
            ),
            lambda paper: paper.register(name, step.way, step.seats),
        )

    def hand_over(self, name: str) -> None:
        # The name stays, to find it again; the link key changes.
        row = self.row(name)
        registration.hand_over(registration=row, name=name, email=row.email)

    def switch(self) -> None:
        scheduling.switch_to_online(
            session=self.session, online_link="https://x.example", staff=self.staff
        )

    def capacity(self, way: str, seats: int, put_back: bool) -> None:
        scheduling.change_capacity(
            session=self.session, way=way, seats=seats, staff=self.staff, put_back=put_back
        )

    def row(self, name: str) -> Registration:
        return self.session.registrations.filter(name=name).latest("pk")

    def stored(self) -> tuple:
        """What is stored, as Paper.state() says it."""
        self.session.refresh_from_db()
        rows = self.session.registrations
        # Of who came back after leaving, only the newest row counts.
        newest = rows.values("name").annotate(newest=Max("pk")).values("newest")
        stands = rows.filter(pk__in=newest).order_by("pk")
        return (
            {way.value: self.session.seats(way) for way in self.session.ways},
            list(stands.values_list("name", "status", "way", "seats")),
            list(rows.waiting().values_list("name", flat=True)),
        )

    def check(self) -> None:
        """Both say the same; no seat is given twice, and none is lost while somebody waits."""
        assert self.stored() == self.paper.state()
        for way in self.session.ways:
            rows = self.session.registrations.filter(way=way)
            held = sum(one.seats for one in rows if one.status in HOLDING)
            queue = list(self.session.registrations.waiting(way))
            counted = (self.session.taken(way), self.session.waiting(way))
            assert counted == (held, len(queue))
            assert 0 <= held <= self.session.seats(way)
            if queue:
                assert queue[0].seats > self.session.free(way)


def refuses(call: Callable, refusal: type[Exception]) -> bool:
    try:
        call()
    except refusal:
        return True
    return False


@pytest.mark.django_db(transaction=True)
def test_thousands_of_random_steps(monkeypatch):
    # What the mails say is tested elsewhere; here there would be thousands.
    monkeypatch.setattr(emails, "queue_mail", lambda **mail: None)
    monkeypatch.setattr(emails, "_context", lambda registration: {})
    taken = Counter()

    @settings(
        max_examples=SCRIPTS,
        deadline=None,
        database=None,
        # A failure is told as it was found: making it smaller takes minutes.
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        on_site=ROOM,
        online=ROOM,
        days=some.sampled_from([1, 5, 30]),
        script=some.lists(STEP, min_size=STEPS, max_size=STEPS),
    )
    def play(on_site: int, online: int, days: int, script: list[Step]) -> None:
        twins = Twins(on_site, online, days)
        for step in script:
            taken[twins.take(step)] += 1
            twins.check()
        # The workers of the next script have nothing to do here.
        Session.objects.update(status=SessionStatus.CANCELLED, cancelled_reason="Gedaan")

    play()
    assert taken.total() >= SCRIPTS * STEPS
