"""Calling a session off."""

import pytest
from post_office.models import Email

from agenda import registration, scheduling
from agenda.errors import NotPublished, ReasonNeeded, SessionPast
from agenda.models import RegistrationStatus, SessionStatus
from tests.agenda.factories import register, session, trainer
from tests.agenda.reading import mails, stands, steps
from tests.factories import moderator

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING, OFFERED, CANCELLED, LAPSED = RegistrationStatus


def call_off(workshop, reason="De begeleider is <ziek>."):
    return scheduling.cancel_session(session=workshop, reason=reason, staff=moderator())


def test_everybody_who_counted_on_it_is_told_once():
    workshop = session(seats=2)
    mia, gone = register(workshop), register(workshop, "Weg")
    an, bo = register(workshop, "An"), register(workshop, "Bo", 2)
    registration.cancel(registration=gone)
    before = len(mails())
    assert [call_off(workshop).status for _ in range(2)] == [SessionStatus.CANCELLED] * 2
    assert mails(since=before) == [(name, "Gaat niet door") for name in ("mia", "an", "bo")]
    assert stands(mia, gone, an, bo) == [CONFIRMED, CANCELLED, OFFERED, WAITING]
    workshop.refresh_from_db()
    assert (steps(workshop), workshop.sequence) == (["cancel_session"], 1)


def test_they_read_why():
    workshop = session()
    register(workshop)
    call_off(workshop)
    mail = Email.objects.last()
    assert mail.message.count("De begeleider is <ziek>.") == 1
    assert mail.html_message.count("De begeleider is &lt;ziek&gt;.") == 1


def test_its_trainers_are_free_again():
    els, workshop = trainer(), session()
    scheduling.book_trainers(session=workshop, trainers=[els])
    call_off(workshop)
    scheduling.book_trainers(session=session(), trainers=[els])
    assert els.bookings.count() == 1


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_not_without_a_reason(reason):
    workshop = session()
    with pytest.raises(ReasonNeeded):
        call_off(workshop, reason)
    workshop.refresh_from_db()
    assert workshop.status == SessionStatus.OPEN


def test_not_what_is_over_or_never_was_published():
    with pytest.raises(SessionPast):
        call_off(session(days=-1))
    with pytest.raises(NotPublished):
        call_off(session(status=SessionStatus.DRAFT, title=""))
