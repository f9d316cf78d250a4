"""Taking a registration back."""

import pytest

from agenda import registration
from agenda.errors import NoLongerRegistered, SessionCancelled, SessionPast
from agenda.models import RegistrationStatus, Session
from tests.agenda.factories import after_offer, fill, register, session
from tests.agenda.reading import book, mails, stands, steps
from tests.clock import later
from tests.factories import moderator

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING, OFFERED, CANCELLED, LAPSED = RegistrationStatus


def cancel(one, **fields):
    return registration.cancel(registration=one, **fields)


def test_the_seats_go_to_the_first_who_wait():
    workshop = session(seats=4)
    mia = register(workshop, seats=4)
    waiting = [register(workshop, name, 2) for name in ("An", "Bo", "Cis")]
    cancel(mia)
    assert stands(mia, *waiting) == [CANCELLED, OFFERED, OFFERED, WAITING]
    assert book(workshop)[0] == (4, 4, 1)
    assert mails(since=4) == [
        ("mia", "Je bent afgemeld"),
        ("an", "Er is plaats voor jou"),
        ("bo", "Er is plaats voor jou"),
    ]


def test_a_group_at_the_head_is_not_overtaken():
    workshop = session(seats=2)
    first, second = fill(workshop)
    group, alone = register(workshop, "Groep", 2), register(workshop, "Alleen")
    cancel(first)
    assert stands(group, alone) == [WAITING, WAITING]
    assert mails(since=5) == [("groep", "Er is plaats, maar niet voor iedereen")]
    cancel(second)
    assert stands(group, alone) == [OFFERED, WAITING]


def test_the_first_is_told_of_room_once():
    workshop = session(seats=4)
    full = fill(workshop)
    group = register(workshop, "Groep", 4)
    cancel(full[0])
    registration.offer_freed_seats(session=workshop)
    cancel(full[1])
    told = [subject for to, subject in mails() if to == "groep"]
    assert told == ["Je staat op de wachtlijst", *["Er is plaats, maar niet voor iedereen"] * 2]
    group.refresh_from_db()
    assert group.told_of_room == 2


def test_leaving_the_waiting_list_lets_the_next_through():
    workshop = session(seats=1)
    group, alone = register(workshop, "Groep", 2), register(workshop, "Alleen")
    cancel(group)
    assert stands(group, alone) == [CANCELLED, OFFERED]


def test_twice_is_once():
    mia = register(session())
    cancel(mia)
    cancel(mia)
    assert (steps(mia), len(mails())) == (["register", "cancel"], 2)


def test_the_address_can_register_again():
    workshop = session()
    cancel(register(workshop))
    assert register(workshop).status == CONFIRMED


def test_not_once_it_has_begun():
    mia = register(session(days=1))
    with later(days=1, seconds=1), pytest.raises(SessionPast):
        cancel(mia)


def test_not_of_a_session_that_is_called_off():
    mia = register(session())
    Session.objects.update(status="cancelled", cancelled_reason="Ziek")
    with pytest.raises(SessionCancelled):
        cancel(mia)


def test_not_an_offer_that_lapsed():
    workshop = session(seats=1)
    (full,) = fill(workshop)
    mia = register(workshop)
    cancel(full)
    mia.refresh_from_db()
    with after_offer(mia):
        registration.lapse_offers()
        with pytest.raises(NoLongerRegistered):
            cancel(mia)
    assert stands(mia) == [LAPSED]


def test_staff_can_do_it_for_somebody():
    mia = cancel(register(session()), staff=moderator())
    row = mia.seat_changes.last()
    assert (row.actor, row.staff, row.from_status, row.to_status) == (
        "staff",
        moderator(),
        CONFIRMED,
        CANCELLED,
    )
