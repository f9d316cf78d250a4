"""Taking seats, or a place on the waiting list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from agenda import consents
from agenda.errors import (
    AlreadyRegistered,
    NotOpenYet,
    NotPublished,
    RegistrationClosed,
    SessionCancelled,
    SessionPast,
    TooFewSeats,
    TooManySeats,
    WayNotOffered,
)
from agenda.models import Registration, RegistrationStatus, SessionStatus, Way
from tests.agenda.factories import fill, register, session
from tests.agenda.reading import book, mails, steps
from tests.clock import later
from tests.factories import moderator

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING = RegistrationStatus.CONFIRMED, RegistrationStatus.WAITING
HOUR = timedelta(hours=1)


def test_it_takes_the_seats():
    workshop = session(seats=5)
    mia = register(workshop, seats=2)
    assert (mia.status, mia.seats, mia.queue_number) == (CONFIRMED, 2, None)
    assert book(workshop)[0] == (5, 2, 0)
    assert steps(mia) == ["register"]
    assert mails() == [("mia", "Je bent ingeschreven")]


def test_it_keeps_what_was_agreed_to():
    before = timezone.now()
    mia = register(session())
    assert (mia.consent_version, mia.consent_text) == (consents.TEXT_VERSION, consents.REGISTER)
    assert before <= mia.consent_at <= timezone.now()


def test_full_is_a_place_on_the_waiting_list():
    workshop = session(seats=2)
    fill(workshop)
    waiting = [register(workshop, name) for name in ("An", "Bo")]
    assert [(one.status, one.place_in_queue) for one in waiting] == [(WAITING, 1), (WAITING, 2)]
    assert book(workshop)[0] == (2, 2, 2)
    assert steps(waiting[0]) == ["queue"]
    assert mails(since=2) == [(name, "Je staat op de wachtlijst") for name in ("an", "bo")]


def test_a_group_is_not_split_and_not_overtaken():
    """Three seats for four friends: they wait, and so does who comes after them."""
    workshop = session(seats=3)
    group, after = register(workshop, "Groep", 4), register(workshop, "Na")
    assert [(one.status, one.place_in_queue) for one in (group, after)] == [
        (WAITING, 1),
        (WAITING, 2),
    ]
    assert (group.told_of_room, after.told_of_room) == (3, 0)
    assert book(workshop)[0] == (3, 0, 2)


def test_each_way_has_its_own_seats():
    workshop = session(seats=1, online=1)
    for way in Way:
        statuses = [register(workshop, f"{way}{n}", way=way).status for n in range(2)]
        assert statuses == [CONFIRMED, WAITING]
    assert book(workshop) == [(1, 1, 1), (1, 1, 1)]


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"status": SessionStatus.DRAFT}, NotPublished),
        ({"status": SessionStatus.CANCELLED, "cancelled_reason": "Ziek"}, SessionCancelled),
        ({"days": 0}, SessionPast),
        ({"days": -3}, SessionPast),
        ({"opens_at": timezone.now() + HOUR}, NotOpenYet),
        ({"closes_at": timezone.now() - HOUR}, RegistrationClosed),
    ],
)
def test_a_session_that_takes_nobody(fields, error):
    workshop = session(**fields)
    with pytest.raises(error):
        register(workshop)
    assert (Registration.objects.count(), mails()) == (0, [])


@pytest.mark.parametrize(
    "fields",
    [{"opens_at": timezone.now() + HOUR}, {"closes_at": timezone.now() - HOUR}],
)
def test_staff_can_still_register_somebody(fields):
    mia = register(session(**fields), staff=moderator())
    row = mia.seat_changes.get()
    assert (mia.status, row.actor, row.staff) == (CONFIRMED, "staff", moderator())


@pytest.mark.parametrize(
    ("seats", "error", "sentence"),
    [
        (0, TooFewSeats, "Kies minstens 1 plaats."),
        (-1, TooFewSeats, "Kies minstens 1 plaats."),
        (7, TooManySeats, "Je kan hoogstens 6 plaatsen nemen. Kies een kleiner aantal."),
        (10**6, TooManySeats, "Je kan hoogstens 6 plaatsen nemen. Kies een kleiner aantal."),
        (10**30, TooManySeats, "Je kan hoogstens 6 plaatsen nemen. Kies een kleiner aantal."),
    ],
)
def test_a_number_that_can_not_be(seats, error, sentence):
    workshop = session()
    with pytest.raises(error) as refusal:
        register(workshop, seats=seats)
    assert (str(refusal.value), Registration.objects.count()) == (sentence, 0)


@pytest.mark.parametrize("way", ["online", "by boat", ""])
def test_a_way_that_is_not_offered(way):
    with pytest.raises(WayNotOffered):
        register(session(), way=way)


def test_an_address_registers_once():
    workshop = session()
    register(workshop)
    with pytest.raises(AlreadyRegistered):
        register(workshop, email=" MIA@Example.ORG ")
    assert (book(workshop)[0], len(mails())) == ((20, 1, 0), 1)
    assert register(session()).status == CONFIRMED


def test_until_the_last_second():
    workshop = session(days=1)
    with later(days=1, seconds=-1):
        assert register(workshop).status == CONFIRMED
    with later(days=1, seconds=1), pytest.raises(SessionPast):
        register(workshop, "Te", email="laat@example.org")
