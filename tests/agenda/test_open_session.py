"""Publishing a draft, and who leads it."""

import pytest

from agenda import scheduling
from agenda.errors import BadTimes, NotReady, SessionCancelled, TrainerBusy
from agenda.models import SessionStatus
from tests.agenda.factories import session, trainer
from tests.agenda.reading import steps
from tests.factories import moderator

pytestmark = pytest.mark.django_db
DRAFT = SessionStatus.DRAFT


def publish(workshop):
    return scheduling.open_session(session=workshop, staff=moderator())


def test_a_draft_is_published_once():
    workshop = session(status=DRAFT)
    assert [publish(workshop).status for _ in range(2)] == [SessionStatus.OPEN] * 2
    assert steps(workshop) == ["open"]


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": ""}, "Schrijf een titel."),
        ({"audiences": []}, "Kies voor wie de sessie is."),
        ({"venue": "", "municipality": None}, "Vul de plaats in. Vul de gemeente in."),
        ({"seats": 0}, "Geef de sessie minstens 1 plaats."),
    ],
)
def test_something_is_missing(fields, sentence):
    workshop = session(status=DRAFT, **fields)
    with pytest.raises(NotReady) as refusal:
        publish(workshop)
    assert (str(refusal.value), steps(workshop)) == (sentence, [])


def test_its_time_is_over():
    with pytest.raises(BadTimes):
        publish(session(status=DRAFT, days=-1))


def test_what_is_called_off_does_not_open_again():
    with pytest.raises(SessionCancelled):
        publish(session(status=SessionStatus.CANCELLED, cancelled_reason="Ziek"))


def test_trainers_are_exactly_these():
    els, an, bo = trainer("Els"), trainer("An"), trainer("Bo")
    workshop = session()
    scheduling.book_trainers(session=workshop, trainers=[els, an])
    scheduling.book_trainers(session=workshop, trainers=[bo, an])
    assert [one.name for one in workshop.trainers.order_by("name")] == ["An", "Bo"]
    scheduling.book_trainers(session=workshop, trainers=[])
    assert workshop.trainers.count() == 0


def test_a_trainer_who_is_elsewhere():
    els, an = trainer("Els"), trainer("An")
    scheduling.book_trainers(session=session(), trainers=[els])
    workshop = session()
    with pytest.raises(TrainerBusy):
        scheduling.book_trainers(session=workshop, trainers=[an, els])
    assert workshop.trainers.count() == 0
