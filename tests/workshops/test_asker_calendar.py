"""The session of a request in the calendar of its asker, read back by another library."""

from datetime import timedelta

import pytest

from agenda import registration, scheduling
from tests.agenda.factories import register
from tests.agenda.test_calendar_files import entries, files
from tests.factories import moderator
from tests.workshops import factories
from tests.workshops.mails import to_people
from workshops import requesting
from workshops.models import Request

pytestmark = pytest.mark.django_db
LINK = "https://samen.example/geheim"


@pytest.fixture
def asked() -> Request:
    return factories.confirmed()


def move(asked: Request, **changes) -> None:
    later = {"begins_at": asked.session.begins_at + timedelta(days=1)}
    later["ends_at"] = later["begins_at"] + timedelta(hours=3)
    scheduling.move(session=asked.session, changes=changes or later, staff=moderator())


def test_it_is_there_with_the_page_of_the_asker(asked):
    ((to, method, calendar),) = files()
    event = calendar.events[0]
    assert (to, method, event.uid) == ("mia", "REQUEST", str(asked.calendar_uid))
    assert (event.summary, event.location) == (asked.session.title, "De Kring, Markt 1, Nijlen")
    assert event.dtstart == asked.session.begins_at.replace(microsecond=0)
    assert "/baz-inspireert/aanvraag/" in event.url


def test_it_moves_goes_online_and_goes_away(asked):
    move(asked)
    scheduling.switch_to_online(session=asked.session, online_link=LINK, staff=moderator())
    scheduling.cancel_session(session=asked.session, reason="Els is ziek.", staff=moderator())
    uid = str(asked.calendar_uid)
    assert entries() == [
        ("mia", "REQUEST", uid, 0),
        ("mia", "REQUEST", uid, 1),
        ("mia", "REQUEST", uid, 2),
        ("mia", "CANCEL", uid, 3),
    ]
    assert [mail.subject.partition(":")[0] for mail in to_people()][-3:] == [
        *["Je afspraak is veranderd"] * 2,
        "Je afspraak gaat niet door",
    ]
    # Only who registers may know it.
    assert [mail for mail in to_people() if LINK in mail.message] == []


def test_calling_off_takes_it_out(asked):
    requesting.call_off(request=asked, reason="Onze zaal is stuk.")
    assert entries()[-1] == ("mia", "CANCEL", str(asked.calendar_uid), 1)


def test_who_registers_too_has_one_entry_and_one_mail(asked):
    mia, an = register(asked.session), register(asked.session, "An")
    move(asked)
    assert entries() == [
        ("mia", "REQUEST", str(asked.calendar_uid), 0),
        ("mia", "REQUEST", str(asked.calendar_uid), 0),
        ("an", "REQUEST", str(an.uuid), 0),
        ("mia", "REQUEST", str(asked.calendar_uid), 1),
        ("an", "REQUEST", str(an.uuid), 1),
    ]
    registration.cancel(registration=mia)
    again = register(asked.session)
    assert again.uuid != asked.calendar_uid


def test_somebody_else_has_an_own_entry(asked):
    other = factories.confirmed("Jan")
    assert register(other.session).uuid not in {asked.calendar_uid, other.calendar_uid}


def test_a_new_link_is_no_news_to_the_asker(asked):
    sent = to_people().count()
    move(asked, route="Bus 12.")
    assert to_people().count() == sent


def test_who_is_erased_hears_nothing(asked):
    requesting.erase(request=asked)
    move(asked)
    assert (list(to_people()), [row.code for row in asked.trail.all()][-2:]) == (
        [],
        ["erase", "move"],
    )
