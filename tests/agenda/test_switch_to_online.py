"""From on site to online, as in 2020."""

import pytest
from post_office.models import Email

from agenda import registration, scheduling
from agenda.errors import NotPublished, SeatsTaken, SessionCancelled, SessionPast, WayNotOffered
from agenda.models import RegistrationStatus, SessionStatus, Way
from tests.agenda.factories import fill, register, session
from tests.agenda.reading import book, mails, stands, steps
from tests.factories import moderator

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING, OFFERED, CANCELLED, LAPSED = RegistrationStatus
LINK = "https://samen.example/nieuw"


def switch(workshop, **fields):
    values = {"online_link": LINK, "staff": moderator(), **fields}
    return scheduling.switch_to_online(session=workshop, **values)


def test_everybody_moves_and_is_told():
    workshop = session(seats=3)
    mia, gone = register(workshop, seats=2), register(workshop, "Weg")
    registration.cancel(registration=gone)
    switched = switch(workshop)
    mia.refresh_from_db()
    assert (switched.way, switched.sequence, switched.online_link) == ("online", 1, LINK)
    assert (mia.way, mia.status, mia.seats) == (Way.ONLINE, CONFIRMED, 2)
    assert book(workshop) == [(0, 0, 0), (3, 2, 0)]
    assert (steps(workshop), steps(mia)) == (
        ["switch_to_online"],
        ["register", "switch_to_online"],
    )
    assert mails(since=3) == [("mia", "Let op, het wordt online")]


def test_only_participants_read_the_link():
    workshop = session(seats=1)
    fill(workshop)
    register(workshop, "Wacht")
    switch(workshop)
    confirmed, waiting = Email.objects.order_by("pk")[2:]
    assert [mail.message.count(LINK) for mail in (confirmed, waiting)] == [1, 0]
    assert [mail.html_message.count(LINK) for mail in (confirmed, waiting)] == [2, 0]


def test_seats_offers_and_the_order_of_the_lists_stay():
    workshop = session(seats=2, online=1)
    seated, full = fill(workshop, way="on_site")
    (online,) = fill(workshop, way="online")
    an = register(workshop, "An", way="on_site")
    bo = register(workshop, "Bo", way="online")
    cis = register(workshop, "Cis", way="on_site")
    registration.cancel(registration=full)
    switch(workshop)
    assert stands(seated, online, an, bo, cis) == [CONFIRMED, CONFIRMED, OFFERED, WAITING, WAITING]
    queue = [one.name for one in workshop.registrations.waiting(Way.ONLINE)]
    assert (queue, book(workshop)) == (["Bo", "Cis"], [(0, 0, 0), (3, 3, 2)])


def test_more_room_online_goes_to_who_waits():
    workshop = session(seats=1)
    fill(workshop)
    waiting = [register(workshop, name) for name in ("An", "Bo")]
    switch(workshop, seats=100)
    assert stands(*waiting) == [OFFERED, OFFERED]
    assert book(workshop)[1] == (100, 3, 0)


def test_less_room_than_is_taken():
    workshop = session(seats=3)
    fill(workshop)
    with pytest.raises(SeatsTaken) as refusal:
        switch(workshop, seats=2)
    assert (refusal.value.taken, book(workshop)) == (3, [(3, 3, 0), (0, 0, 0)])


@pytest.mark.parametrize(
    ("fields", "error"),
    [
        ({"seats": 0, "online": 5}, WayNotOffered),
        ({"status": SessionStatus.DRAFT}, NotPublished),
        ({"status": SessionStatus.CANCELLED, "cancelled_reason": "Ziek"}, SessionCancelled),
        ({"days": 0}, SessionPast),
    ],
)
def test_where_it_makes_no_sense(fields, error):
    with pytest.raises(error):
        switch(session(**fields))
