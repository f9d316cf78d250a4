"""What the clock does: reminders, a thank-you, each once."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from post_office.models import Email

from agenda import registration, scheduling
from agenda.models import Kind, Notice, SeatChange
from agenda.rounds import do_what_is_due
from tests.agenda.factories import register, session
from tests.clock import at
from tests.factories import moderator
from tests.together import together

BRUSSELS = ZoneInfo("Europe/Brussels")
BEGIN = datetime(2027, 3, 28, 19, tzinfo=BRUSSELS)  # the evening after the clock went on
LONG_BEFORE = BEGIN - timedelta(days=30)


def mails_at(moment: datetime) -> list[str]:
    """The first words of the mails that go at this moment."""
    before = set(Email.objects.values_list("pk", flat=True))
    with at(moment):
        do_what_is_due()
        do_what_is_due()
    new = Email.objects.exclude(pk__in=before).order_by("pk")
    return [email.subject.split()[0].strip(".") for email in new]


@pytest.fixture
def mia(db):
    with at(LONG_BEFORE):
        return register(session(begins_at=BEGIN))


def test_a_mail_a_week_and_a_day_before_and_the_day_after(mia):
    minute = timedelta(minutes=1)
    week, day = BEGIN - timedelta(days=7), BEGIN - timedelta(days=1)
    nine = datetime(2027, 3, 29, 9, tzinfo=BRUSSELS)
    moments = [week - minute, week, day - minute, day, BEGIN, nine - minute, nine]
    found = [mails_at(moment) for moment in moments]
    assert found == [[], ["Herinnering"], [], ["Herinnering"], [], [], ["Bedankt"]]


def test_a_worker_that_was_away_catches_up(mia):
    assert mails_at(BEGIN - timedelta(hours=2)) == ["Herinnering"]
    assert mails_at(BEGIN + timedelta(days=5)) == ["Bedankt"]


def test_nobody_is_thanked_after_two_weeks(mia):
    assert mails_at(BEGIN + timedelta(days=15)) == []


def test_who_was_just_told_needs_no_reminder(mia):
    with at(BEGIN - timedelta(hours=20)):
        late = register(mia.session, "Laat")
    assert mails_at(BEGIN - timedelta(hours=19)) == ["Herinnering"]
    assert list(late.notices.all()) == []


@pytest.mark.parametrize("call_off", ["registration", "session"])
def test_who_does_not_come_is_not_reminded(mia, call_off):
    with at(LONG_BEFORE):
        if call_off == "registration":
            registration.cancel(registration=mia)
        else:
            scheduling.cancel_session(session=mia.session, reason="Ziek", staff=moderator())
    assert mails_at(BEGIN - timedelta(days=1)) + mails_at(BEGIN + timedelta(days=2)) == []


def test_who_was_absent_is_not_thanked(mia):
    with at(BEGIN + timedelta(hours=1)):
        registration.mark_present(registration=mia, present=0, staff=moderator())
    assert mails_at(BEGIN + timedelta(days=2)) == []


def test_a_conversation_is_not_evaluated(db):
    with at(LONG_BEFORE):
        register(session(begins_at=BEGIN, kind=Kind.COACHING))
    assert mails_at(BEGIN + timedelta(days=2)) == []


def test_a_moved_session_is_reminded_anew(mia):
    assert mails_at(BEGIN - timedelta(days=1)) == ["Herinnering"]
    later = BEGIN + timedelta(days=30)
    times = {"begins_at": later, "ends_at": later + timedelta(hours=3)}
    with at(BEGIN - timedelta(hours=10)):
        scheduling.move(session=mia.session, changes=times, staff=moderator())
    assert mails_at(BEGIN - timedelta(hours=9)) == []
    assert mails_at(later - timedelta(days=7)) == ["Herinnering"]


def test_the_reminder_tells_what_one_needs(mia):
    mails_at(BEGIN - timedelta(days=1))
    mail = Email.objects.latest("pk")
    assert mail.subject == (
        "Herinnering voor zondag 28 maart 2027: Iedereen welkom in jouw vereniging"
    )
    assert mail.message.count("De Kring, Markt 1, Nijlen") == 1
    assert mail.attachments.count() == 0


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_it_once():
    with at(timezone.now() - timedelta(days=5)):
        for name in ("Mia", "An", "Jef"):
            register(session(days=5.5), name)
    Email.objects.all().delete()
    assert together(do_what_is_due, do_what_is_due) == [None, None]
    assert (Notice.objects.count(), Email.objects.count()) == (3, 3)


def test_one_mail_that_fails_keeps_no_other(mia, monkeypatch):
    with at(LONG_BEFORE):
        other = register(mia.session, "An")
    type(mia).objects.filter(pk=mia.pk).update(email="geen adres")
    assert mails_at(BEGIN - timedelta(days=1)) == ["Herinnering"]
    assert list(Notice.objects.values_list("registration", flat=True)) == [other.pk]
    assert SeatChange.objects.count() == 2
