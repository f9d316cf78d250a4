"""Another time or another place."""

from datetime import timedelta

import pytest
from django.utils import timezone
from post_office.models import Email

from agenda import registration, scheduling
from agenda.errors import BadTimes, NotReady, SessionCancelled, SessionPast, TrainerBusy
from agenda.models import SessionStatus
from tests.agenda.factories import fill, register, session, trainer
from tests.agenda.reading import mails, stands, steps
from tests.factories import moderator, municipality

pytestmark = pytest.mark.django_db
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def move(workshop, **changes):
    return scheduling.move(session=workshop, changes=changes, staff=moderator())


def later_by(workshop, span: timedelta) -> dict:
    return {"begins_at": workshop.begins_at + span, "ends_at": workshop.ends_at + span}


def test_everybody_who_counts_on_it_is_told_once():
    workshop = session(seats=2)
    mia, gone = register(workshop), register(workshop, "Weg")
    register(workshop, "An")
    registration.cancel(registration=gone)
    moved = move(workshop, **later_by(workshop, DAY))
    assert (moved.begins_at, moved.sequence) == (workshop.begins_at + DAY, 1)
    assert steps(workshop) == ["move"]
    told = [to for to, subject in mails() if subject == "Let op, een ander moment"]
    assert told == ["mia", "an"]
    assert stands(mia) == ["confirmed"]


def test_another_place_only():
    workshop = session()
    register(workshop)
    moved = move(workshop, venue="Het Anker", municipality=municipality("Lier", postcodes=["2500"]))
    assert (moved.venue, moved.begins_at) == ("Het Anker", workshop.begins_at)
    assert mails(since=1) == [("mia", "Let op, een andere plaats")]
    assert Email.objects.last().message.count("Het Anker, Markt 1, Lier") == 1


def test_what_stays_the_same_is_no_move():
    workshop = session()
    register(workshop)
    moved = move(workshop, venue=workshop.venue, begins_at=workshop.begins_at)
    assert (moved.sequence, len(mails())) == (0, 1)


def test_registration_closes_as_long_before_as_it_did():
    workshop = session(closes_at=None)
    workshop.closes_at = workshop.begins_at - 2 * DAY
    workshop.opens_at = workshop.begins_at - 10 * DAY
    workshop.save()
    moved = move(workshop, **later_by(workshop, -9 * DAY))
    assert (moved.closes_at, moved.opens_at) == (moved.begins_at - 2 * DAY, None)


def test_an_offer_starts_anew():
    workshop = session(seats=1, days=2)
    (full,) = fill(workshop)
    mia = register(workshop)
    registration.cancel(registration=full)
    move(workshop, **later_by(workshop, 20 * DAY))
    mia.refresh_from_db()
    left = mia.offered_until - timezone.now()
    assert (mia.status, left > 47 * HOUR) == ("offered", True)
    assert mails(since=4) == [
        ("mia", "Let op, een ander moment"),
        ("mia", "Er is plaats voor jou"),
    ]


def test_its_trainers_come_along():
    els, workshop = trainer(), session()
    scheduling.book_trainers(session=workshop, trainers=[els])
    moved = move(workshop, **later_by(workshop, DAY))
    during = els.bookings.get().during
    assert (during.lower, during.upper) == (moved.begins_at, moved.ends_at)


def test_not_to_where_a_trainer_is_elsewhere():
    els, workshop, other = trainer(), session(), session(days=31)
    for one in (workshop, other):
        scheduling.book_trainers(session=one, trainers=[els])
    register(workshop)
    with pytest.raises(TrainerBusy):
        move(workshop, **later_by(workshop, DAY))
    before = workshop.begins_at
    workshop.refresh_from_db()
    assert (workshop.begins_at, workshop.sequence, len(mails())) == (before, 0, 1)


@pytest.mark.parametrize(
    "changes",
    [
        {"begins_at": timezone.now() - DAY},
        {"begins_at": timezone.now() + 900 * DAY},
        {"ends_at": timezone.now() + DAY},
    ],
)
def test_times_that_can_not_be(changes):
    with pytest.raises(BadTimes):
        move(session(), **changes)


def test_not_to_nowhere():
    with pytest.raises(NotReady):
        move(session(), venue="")


def test_not_what_began_or_was_called_off():
    with pytest.raises(SessionPast):
        move(session(days=0), venue="Elders")
    with pytest.raises(SessionCancelled):
        move(session(status=SessionStatus.CANCELLED, cancelled_reason="Ziek"), venue="Elders")


def test_nothing_else_can_be_changed_so():
    workshop = session(seats=3)
    moved = move(workshop, seats_on_site=9, status="draft")
    assert (moved.seats_on_site, moved.status, moved.sequence) == (3, "open", 0)
