"""Calendars to subscribe to."""

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream

from agenda import registration, scheduling
from agenda.links import calendar_url
from agenda.models import SessionStatus, Subscriber
from tests.agenda.factories import fill, register, session
from tests.factories import moderator

pytestmark = pytest.mark.django_db
LINK = "https://samen.example/geheim"


def read(client, address: str) -> Calendar:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert response.cookies == {}
    return IcsCalendarStream.calendar_from_ics(response.content.decode())


def own(client, settings, email: str) -> Calendar:
    return read(client, calendar_url(email).removeprefix(settings.SITE_URL))


def told(calendar: Calendar) -> list[tuple[str, str]]:
    return [(event.summary, event.status.value) for event in calendar.events]


def test_the_public_feed_has_what_everybody_may_see(client):
    shown = session(title="Open", days=2)
    off = session(title="Afgelast", days=3)
    scheduling.cancel_session(session=off, reason="Ziek", staff=moderator())
    session(title="Besloten", is_closed=True)
    session(title="In voorbereiding", status=SessionStatus.DRAFT)
    session(title="Lang voorbij", days=-100)
    calendar = read(client, "/agenda/agenda.ics")
    assert told(calendar) == [("Open", "CONFIRMED"), ("Afgelast", "CANCELLED")]
    assert (calendar.events[0].uid, calendar.events[1].sequence) == (str(shown.uuid), 1)


def test_the_public_feed_names_nobody_and_no_link(client):
    workshop = session(seats=2, online=2)
    register(workshop, note="ringleiding")
    text = client.get("/agenda/agenda.ics").content.decode().replace("\r\n ", "")
    assert [text.count(word) for word in ("mia@", "Mia", "ringleiding", LINK)] == [0] * 4
    assert text.count("LOCATION:De Kring\\, Markt 1\\, Nijlen of Online") == 1


def test_the_own_calendar_has_all_sessions_of_an_address(client, settings):
    first, second = session(title="Een", days=2), session(title="Twee", is_closed=True)
    full = session(title="Vol", seats=1)
    fill(full)
    register(session(title="Van An"), "An")
    for workshop in (second, first, full):
        register(workshop, email="MIA@example.org")
    assert told(own(client, settings, "mia@Example.org")) == [
        ("Een", "CONFIRMED"),
        ("Twee", "CONFIRMED"),
    ]


def test_the_own_entry_is_the_one_of_the_mail(client, settings):
    workshop = session(seats=0, online=2)
    mia = register(workshop)
    registration.change_seats(registration=mia, seats=2)
    (event,) = own(client, settings, "mia@example.org").events
    assert (event.uid, event.sequence, event.url) == (str(mia.uuid), 1, LINK)


def test_what_is_called_off_stays_as_such(client, settings):
    workshop = session(title="Een")
    register(workshop)
    scheduling.cancel_session(session=workshop, reason="Ziek", staff=moderator())
    assert told(own(client, settings, "mia@example.org")) == [("Een", "CANCELLED")]


def test_what_was_handed_over_is_in_the_other_calendar(client, settings):
    mia = register(session(title="Een"))
    register(session(title="Twee", days=40))
    registration.hand_over(registration=mia, name="An", email="an@example.org")
    assert told(own(client, settings, "mia@example.org")) == [("Twee", "CONFIRMED")]
    assert told(own(client, settings, "an@example.org")) == [("Een", "CONFIRMED")]


def test_a_link_that_opens_nothing(client, settings):
    register(session())
    address = calendar_url("mia@example.org").removeprefix(settings.SITE_URL)
    assert client.get(address.replace(".ics", "x.ics")).status_code == 404
    Subscriber.objects.update(link_key="anders")
    assert client.get(address).status_code == 410


def test_the_number_of_questions_stays_the_same(client, django_assert_num_queries):
    for number in (1, 3):
        while True:
            if len(read(client, "/agenda/agenda.ics").events) == number:
                break
            session()
        with django_assert_num_queries(1):
            client.get("/agenda/agenda.ics")
