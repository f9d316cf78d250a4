"""A freed seat is offered in order, with a deadline, and then to the next."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from agenda import registration, seat_book
from agenda.errors import NoOffer, OfferLapsed
from agenda.models import RegistrationStatus, Session
from tests.agenda.factories import after_offer, fill, register, session
from tests.agenda.reading import book, mails, stands, steps
from tests.clock import at, later

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING, OFFERED, CANCELLED, LAPSED = RegistrationStatus


def with_offer(*names: str, days: float = 30) -> tuple:
    """A session of one seat, and who waits for it; the first of them has the offer."""
    workshop = session(seats=1, days=days)
    (full,) = fill(workshop)
    waiting = [register(workshop, name) for name in names]
    registration.cancel(registration=full)
    for one in waiting:
        one.refresh_from_db()
    return workshop, *waiting


@pytest.mark.parametrize(
    ("days", "hours"),
    [(30, 48), (4, 48), (3, 36), (1, 12), (4 / 24, 2)],
)
def test_an_offer_lasts_two_days_or_half_of_what_is_left(days, hours):
    now = datetime(2027, 3, 1, 12, 0, tzinfo=timezone.get_current_timezone())
    with at(now):
        until = seat_book.offer_deadline(session(days=days))
    assert until == now + timedelta(hours=hours)


def test_accepting_gives_the_seat():
    workshop, an = with_offer("An")
    registration.accept_offer(registration=an)
    registration.accept_offer(registration=an)
    assert (stands(an), book(workshop)[0]) == ([CONFIRMED], (1, 1, 0))
    assert steps(an) == ["queue", "offer", "accept"]
    assert mails(since=4) == [("an", "Je bent ingeschreven")]


def test_declining_gives_it_to_the_next():
    workshop, an, bo = with_offer("An", "Bo")
    registration.decline_offer(registration=an)
    registration.decline_offer(registration=an)
    assert (stands(an, bo), book(workshop)[0]) == ([CANCELLED, OFFERED], (1, 1, 0))
    assert steps(an) == ["queue", "offer", "decline"]
    assert mails(since=5) == [("an", "Je bent afgemeld"), ("bo", "Er is plaats voor jou")]


def test_silence_gives_it_to_the_next_and_ends_the_wait():
    workshop, an, bo = with_offer("An", "Bo")
    with after_offer(an):
        assert [registration.lapse_offers() for _ in range(2)] == [1, 0]
    assert (stands(an, bo), book(workshop)[0]) == ([LAPSED, OFFERED], (1, 1, 0))
    assert mails(since=5) == [
        ("an", "Je plaats ging naar iemand anders"),
        ("bo", "Er is plaats voor jou"),
    ]


def test_not_a_second_too_early():
    _, an = with_offer("An")
    with at(an.offered_until - timedelta(seconds=1)):
        assert registration.lapse_offers() == 0
        assert registration.accept_offer(registration=an).status == CONFIRMED


@pytest.mark.parametrize("answer", [registration.accept_offer, registration.decline_offer])
def test_an_answer_that_is_too_late(answer):
    _, an = with_offer("An")
    with after_offer(an), pytest.raises(OfferLapsed):
        answer(registration=an)
    assert stands(an) == [OFFERED]


@pytest.mark.parametrize("answer", [registration.accept_offer, registration.decline_offer])
def test_no_answer_where_nothing_was_asked(answer):
    _, _, bo = with_offer("An", "Bo")
    with pytest.raises(NoOffer):
        answer(registration=bo)


def test_in_the_last_hours_nobody_is_asked():
    workshop, an, bo = with_offer("An", "Bo", days=3.9 / 24)
    assert stands(an, bo) == [CONFIRMED, WAITING]
    assert steps(an) == ["queue", "seat"]
    assert mails(since=4) == [("an", "Er is plaats, je bent ingeschreven")]
    registration.cancel(registration=an)
    assert (stands(an, bo), book(workshop)[0]) == ([CANCELLED, CONFIRMED], (1, 1, 0))


def test_nothing_is_offered_once_it_has_begun():
    workshop, an, bo = with_offer("An", "Bo")
    with later(days=31):
        assert registration.lapse_offers() == 0
        registration.offer_freed_seats(session=workshop)
    assert stands(an, bo) == [OFFERED, WAITING]


def test_nothing_is_offered_of_a_session_that_is_called_off():
    _, an, bo = with_offer("An", "Bo")
    Session.objects.update(status="cancelled", cancelled_reason="Ziek")
    with after_offer(an):
        assert registration.lapse_offers() == 0
    assert stands(an, bo) == [OFFERED, WAITING]


def test_offers_of_many_sessions_lapse_together():
    first, second = with_offer("An"), with_offer("Bo")
    with later(days=3):
        assert registration.lapse_offers() == 2
    assert stands(first[1], second[1]) == [LAPSED, LAPSED]


def test_the_waiting_list_of_one_way_gets_no_seat_of_the_other():
    workshop = session(seats=1, online=1)
    (full,) = fill(workshop, way="on_site")
    an = register(workshop, "An", way="online")
    bo = register(workshop, "Bo", way="online")
    registration.cancel(registration=full)
    assert stands(an, bo) == [CONFIRMED, WAITING]
    assert book(workshop) == [(1, 0, 0), (1, 1, 1)]
