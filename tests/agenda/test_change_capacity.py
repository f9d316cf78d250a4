"""More seats, or fewer."""

import pytest
from post_office.models import Email

from agenda import registration, scheduling
from agenda.errors import NotReady, SeatsTaken, SessionPast, WayNotOffered
from agenda.models import RegistrationStatus, Way
from tests.agenda.factories import fill, register, session
from tests.agenda.reading import book, mails, stands, steps
from tests.factories import moderator

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING, OFFERED, CANCELLED, LAPSED = RegistrationStatus


def change(workshop, seats, way=Way.ON_SITE, **fields):
    values = {"way": way, "seats": seats, "staff": moderator(), **fields}
    return scheduling.change_capacity(session=workshop, **values)


def test_more_seats_go_to_who_waits():
    workshop = session(seats=1)
    fill(workshop)
    waiting = [register(workshop, name) for name in ("An", "Bo", "Cis")]
    change(workshop, 3)
    assert stands(*waiting) == [OFFERED, OFFERED, WAITING]
    row = workshop.seat_changes.filter(registration=None).get()
    assert (row.step, row.way, row.from_seats, row.to_seats) == (
        "change_capacity",
        "on_site",
        1,
        3,
    )


def test_fewer_where_they_are_free():
    workshop = session(seats=5)
    register(workshop, seats=2)
    change(workshop, 2)
    assert (book(workshop)[0], len(mails())) == ((2, 2, 0), 1)


def test_fewer_than_are_taken_is_refused_with_the_number():
    workshop = session(seats=5)
    register(workshop, seats=4)
    with pytest.raises(SeatsTaken) as refusal:
        change(workshop, 3)
    assert str(refusal.value) == (
        "Er zijn al 4 plaatsen bezet. "
        "Kies minstens 4, of zet wie te veel is terug op de wachtlijst."
    )
    assert (book(workshop)[0], steps(workshop)) == ((5, 4, 0), [])


def test_or_the_last_to_come_go_back_to_the_head_of_the_list():
    workshop = session(seats=5)
    seated = [register(workshop, name) for name in ("A", "B", "C", "D", "E")]
    waiting = register(workshop, "W")
    change(workshop, 2, put_back=True)
    assert stands(*seated, waiting) == [CONFIRMED] * 2 + [WAITING] * 4
    queue = [one.name for one in workshop.registrations.waiting()]
    assert (queue, book(workshop)[0]) == (["C", "D", "E", "W"], (2, 2, 4))
    assert mails(since=6) == [(name, "Je staat weer op de wachtlijst") for name in "cde"]
    places = [mail.message.split("op plek ")[1][0] for mail in Email.objects.order_by("pk")[6:]]
    assert places == ["1", "2", "3"]
    change(workshop, 4)
    assert stands(*seated[2:], waiting) == [OFFERED, OFFERED, WAITING, WAITING]


def test_who_did_not_answer_yet_goes_before_who_said_yes():
    workshop = session(seats=2)
    full = register(workshop, "Vol", 1)
    offered = register(workshop, "An", 2)
    late = register(workshop, "Laat")
    registration.cancel(registration=full)
    change(workshop, 4)
    registration.accept_offer(registration=late)
    assert stands(offered, late) == [OFFERED, CONFIRMED]
    change(workshop, 2, put_back=True)
    assert (stands(offered, late), book(workshop)[0]) == ([WAITING, CONFIRMED], (2, 1, 1))


def test_a_group_that_goes_back_leaves_room_for_itself():
    """One seat too few for four: they don't fit, and are told that three seats are free."""
    workshop = session(seats=5)
    register(workshop), register(workshop, "Groep", 4)
    change(workshop, 4, put_back=True)
    assert book(workshop)[0] == (4, 1, 1)
    assert mails(since=2) == [
        ("groep", "Je staat weer op de wachtlijst"),
        ("groep", "Er is plaats, maar niet voor iedereen"),
    ]


def test_the_other_way_is_left_alone():
    workshop = session(seats=2, online=2)
    fill(workshop, way="on_site"), register(workshop, seats=2, way="online")
    change(workshop, 0, put_back=True)
    assert book(workshop) == [(0, 0, 2), (2, 2, 0)]


@pytest.mark.parametrize("seats", [-1, 5_001, 10**30])
def test_a_number_that_can_not_be(seats):
    with pytest.raises(NotReady):
        change(session(), seats)


def test_a_way_that_is_not_offered_and_a_session_that_began():
    with pytest.raises(WayNotOffered):
        change(session(), 5, way=Way.ONLINE)
    with pytest.raises(SessionPast):
        change(session(days=0), 5)
