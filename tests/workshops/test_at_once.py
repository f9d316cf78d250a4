"""Two hands at the same moment: one wins, the other reads why not."""

import pytest
from post_office.models import Email

from agenda import scheduling
from agenda.models import Session, TrainerBooking
from tests import factories as people
from tests.clock import later
from tests.together import together
from tests.workshops import factories
from tests.workshops.mails import to_people
from workshops import answering, following_up, requesting
from workshops.errors import (
    AlreadyAnswered,
    AlreadyCalledOff,
    AlreadyPicked,
    Settled,
    TrainerTaken,
)
from workshops.models import Request

pytestmark = pytest.mark.django_db(transaction=True)


def outcome(results: list) -> list[str]:
    """What came of each: the name of the error, or of the status."""
    return sorted(
        result.status if isinstance(result, Request) else type(result).__name__
        for result in results
    )


def test_a_double_click_asks_once():
    factories.workshop(), people.municipality()
    results = together(*[factories.request] * 4)
    assert len({request.pk for request in results}) == 1
    assert (Request.objects.count(), to_people().count()) == (1, 1)


def test_two_staff_answer_at_once():
    asked, staff, trainer = factories.request(), people.moderator(), factories.els()

    def propose():
        return answering.propose(
            request=asked,
            offers=[factories.offer(20, [trainer])],
            message="",
            revision=0,
            staff=staff,
        )

    def decline():
        return answering.decline(request=asked, reason="Vol", revision=0, staff=staff)

    results = together(propose, decline)
    assert sum(isinstance(result, AlreadyAnswered | Settled) for result in results) == 1
    assert Request.objects.get().revision == 1


def test_a_proposal_is_picked_twice_at_once():
    asked = factories.proposed()
    moments = [moment.pk for moment in asked.moments.all()][:2]
    calls = [lambda pk=pk: requesting.pick(request=asked, moment=pk) for pk in moments * 3]
    results = together(*calls)
    assert outcome(results) == [AlreadyPicked.__name__] * 5 + ["confirmed"]
    assert (Session.objects.count(), TrainerBooking.objects.count()) == (1, 1)


def test_two_requests_want_the_same_trainer():
    for _ in range(5):
        begins_at = factories.offer(20).moment.begins_at
        asked = [
            factories.proposed(name, factories.offer(begins_at=begins_at))
            for name in ("Mia", "Jan")
        ]
        calls = [
            lambda one=one: requesting.pick(request=one, moment=factories.first_moment(one).pk)
            for one in asked
        ]
        results = together(*calls)
        assert outcome(results) == [TrainerTaken.__name__, "confirmed"]
        loser = next(result for result in results if isinstance(result, TrainerTaken))
        assert str(loser) == TrainerTaken.sentence
        assert TrainerBooking.objects.filter(session__begins_at=begins_at).count() == 1
        TrainerBooking.objects.all().delete()


def test_a_pick_and_a_withdrawal_at_once():
    asked = factories.proposed()
    moment = factories.first_moment(asked).pk
    together(
        lambda: requesting.pick(request=asked, moment=moment),
        lambda: requesting.withdraw(request=asked),
    )
    asked.refresh_from_db()
    assert (asked.status == "confirmed") == (Session.objects.count() == 1)


def test_it_is_called_off_once_however_many_hands():
    asked, staff = factories.confirmed(), people.moderator()
    session, before = asked.session, to_people().count()

    def by_asker():
        return requesting.call_off(request=asked, reason="Onze zaal is stuk.")

    def by_staff():
        return scheduling.cancel_session(session=session, reason="Els is ziek.", staff=staff)

    results = together(by_asker, by_staff, by_asker, by_staff)
    asked.refresh_from_db()
    session.refresh_from_db()
    won = asked.status == "called_off"
    assert session.cancelled_reason == ("Onze zaal is stuk." if won else "Els is ziek.")
    refused = [result for result in results if isinstance(result, Exception)]
    assert [type(error) for error in refused] == [AlreadyCalledOff] * (1 if won else 2)
    assert to_people().count() == before + 1
    assert asked.trail.filter(code__in=["call_off", "cancel_session"]).count() == 1


def test_a_pick_and_calling_off_at_once():
    asked = factories.proposed()
    moment = factories.first_moment(asked).pk
    together(
        lambda: requesting.pick(request=asked, moment=moment),
        lambda: requesting.call_off(request=asked, reason="Onze zaal is stuk."),
    )
    asked.refresh_from_db()
    expected = {"confirmed": "open", "called_off": "cancelled"}
    assert asked.session.status == expected[asked.status]


def test_four_workers_remind_once():
    factories.proposed()
    before = Email.objects.count()
    with later(days=6):
        together(*[following_up.follow_up] * 4)
    subjects = [mail.subject for mail in Email.objects.order_by("pk")[before:]]
    assert subjects == ["Heb je al gekozen? Rol en positie van het lokaal bestuur"]
