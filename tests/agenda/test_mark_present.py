"""Who was there."""

import pytest

from agenda import registration
from agenda.errors import (
    NoLongerRegistered,
    SessionCancelled,
    TooEarlyToMark,
    TooFewSeats,
    TooManySeats,
)
from agenda.models import Session
from tests.agenda.factories import fill, register, session
from tests.agenda.reading import book
from tests.clock import at
from tests.factories import moderator

pytestmark = pytest.mark.django_db


def mark(one, present):
    return registration.mark_present(registration=one, present=present, staff=moderator())


@pytest.mark.parametrize("present", [0, 2, 3, None])
def test_so_many_of_the_seats(present):
    workshop = session(days=0.01)
    mia = register(workshop, seats=3)
    with at(workshop.ends_at):
        assert mark(mia, present).present == present
    assert (book(workshop)[0], mia.seat_changes.last().step) == ((20, 3, 0), "mark_present")


def test_it_can_be_mended():
    workshop = session(days=0.01)
    mia = register(workshop, seats=3)
    with at(workshop.ends_at):
        assert [mark(mia, present).present for present in (3, 1, None)] == [3, 1, None]


@pytest.mark.parametrize(("present", "error"), [(-1, TooFewSeats), (4, TooManySeats)])
def test_a_number_that_can_not_be(present, error):
    workshop = session(days=0.01)
    mia = register(workshop, seats=3)
    with at(workshop.ends_at), pytest.raises(error):
        mark(mia, present)


def test_not_before_the_day_itself():
    mia = register(session(days=2))
    with pytest.raises(TooEarlyToMark):
        mark(mia, 1)


def test_not_who_has_no_seat():
    workshop = session(days=0.01, seats=1)
    fill(workshop)
    mia = register(workshop)
    with at(workshop.ends_at), pytest.raises(NoLongerRegistered):
        mark(mia, 1)


def test_not_what_did_not_happen():
    workshop = session(days=0.01)
    mia = register(workshop)
    Session.objects.update(status="cancelled", cancelled_reason="Ziek")
    with at(workshop.ends_at), pytest.raises(SessionCancelled):
        mark(mia, 1)
