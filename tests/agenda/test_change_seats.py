"""Coming with fewer, or with more."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agenda import registration
from agenda.errors import (
    HandedOver,
    NoLongerRegistered,
    NotEnoughSeats,
    RegistrationClosed,
    SessionPast,
    TooFewSeats,
    TooManySeats,
)
from agenda.models import RegistrationStatus, Session
from tests.agenda.factories import fill, register, session
from tests.agenda.reading import book, mails, stands, steps
from tests.clock import later
from tests.factories import moderator

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING
OFFERED = RegistrationStatus.OFFERED


def change(one, seats, **fields):
    return registration.change_seats(registration=one, seats=seats, **fields)


def test_fewer_gives_seats_to_who_waits():
    workshop = session(seats=4)
    mia = register(workshop, seats=4)
    an, bo = register(workshop, "An"), register(workshop, "Bo", 3)
    change(mia, 2)
    assert stands(mia, an, bo) == [CONFIRMED, OFFERED, WAITING]
    assert book(workshop)[0] == (4, 3, 1)
    row = mia.seat_changes.last()
    assert (row.step, row.from_seats, row.to_seats) == ("change_seats", 4, 2)
    assert mails(since=3) == [
        ("mia", "Je inschrijving is veranderd"),
        ("an", "Er is plaats voor jou"),
        ("bo", "Er is plaats, maar niet voor iedereen"),
    ]


def test_more_where_there_is_room():
    workshop = session(seats=4)
    mia = change(register(workshop, seats=1), 4)
    assert (mia.status, mia.seats, book(workshop)[0]) == (CONFIRMED, 4, (4, 4, 0))


def test_more_than_there_is():
    workshop = session(seats=4)
    mia, _ = register(workshop, seats=2), register(workshop, "An")
    with pytest.raises(NotEnoughSeats) as refusal:
        change(mia, 4)
    assert str(refusal.value) == "Er is nog 1 plaats extra vrij. Je houdt de plaatsen die je had."
    assert (book(workshop)[0], steps(mia)) == ((4, 3, 0), ["register"])


def test_more_does_not_overtake_who_waits():
    workshop = session(seats=4)
    mia, _ = register(workshop), register(workshop, "Groep", 4)
    with pytest.raises(NotEnoughSeats) as refusal:
        change(mia, 2)
    assert str(refusal.value) == ("Er is geen plaats meer vrij. Je houdt de plaatsen die je had.")


def test_fewer_on_the_waiting_list_keeps_the_place_and_may_fit():
    workshop = session(seats=3)
    fill(workshop, seats=1)
    group, after = register(workshop, "Groep", 4), register(workshop, "Na")
    group = change(group, 3)
    assert (group.status, group.place_in_queue) == (WAITING, 1)
    registration.cancel(registration=workshop.registrations.first())
    group = change(group, 1)
    assert stands(group, after) == [OFFERED, WAITING]


def test_more_on_the_waiting_list_goes_to_the_end():
    workshop = session(seats=1)
    fill(workshop)
    an, bo = register(workshop, "An"), register(workshop, "Bo")
    an = change(an, 2)
    bo.refresh_from_db()
    assert [(one.name, one.place_in_queue) for one in (an, bo)] == [("An", 2), ("Bo", 1)]


def test_fewer_of_an_offer_stays_an_offer_until_the_same_moment():
    workshop = session(seats=2)
    mia = register(workshop, seats=2)
    an, bo = register(workshop, "An", 2), register(workshop, "Bo")
    registration.cancel(registration=mia)
    an.refresh_from_db()
    smaller = change(an, 1)
    assert (smaller.status, smaller.offered_until) == (OFFERED, an.offered_until)
    assert stands(bo) == [OFFERED]


@pytest.mark.parametrize(("seats", "error"), [(0, TooFewSeats), (-1, TooFewSeats)])
def test_too_few(seats, error):
    mia = register(session())
    with pytest.raises(error):
        change(mia, seats)


def test_too_many():
    mia = register(session())
    with pytest.raises(TooManySeats):
        change(mia, 7)


def test_the_same_number_is_no_change():
    mia = register(session(), seats=2)
    change(mia, 2)
    assert (steps(mia), len(mails())) == (["register"], 1)


def test_more_only_while_registration_is_open():
    workshop = session()
    mia = register(workshop, seats=2)
    Session.objects.update(closes_at=timezone.now() - timedelta(hours=1))
    with pytest.raises(RegistrationClosed):
        change(mia, 3)
    assert change(mia, 1).seats == 1
    assert change(mia, 3, staff=moderator()).seats == 3


def test_not_once_it_has_begun_or_ended_or_is_somebody_elses():
    mia = register(session(days=1))
    with later(days=1, seconds=1), pytest.raises(SessionPast):
        change(mia, 2)
    registration.hand_over(registration=mia, name="An", email="an@example.org")
    with pytest.raises(HandedOver):
        change(mia, 2)
    mia.refresh_from_db()
    registration.cancel(registration=mia)
    with pytest.raises(NoLongerRegistered):
        change(mia, 2)
