"""The calendar files that go with mails, read back by another library than the one that writes."""

from datetime import UTC, datetime, timedelta

import pytest
from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from post_office.models import Email

from agenda import registration, scheduling
from tests.agenda.factories import fill, register, session
from tests.clock import at
from tests.factories import moderator, municipality

pytestmark = pytest.mark.django_db
LINK = "https://samen.example/geheim"
DAY = timedelta(days=1)


def files() -> list[tuple[str, str, Calendar]]:
    """To whom, which method, and what was read; of each mail with a file, oldest first."""
    found = []
    for mail in Email.objects.order_by("pk"):
        for attachment in mail.attachments.all():
            text = attachment.file.read().decode()
            calendar = IcsCalendarStream.calendar_from_ics(text)
            method = attachment.mimetype.partition("method=")[2]
            assert (attachment.name, calendar.method) == ("sessie.ics", method)
            found.append((mail.to[0].partition("@")[0], method, calendar))
    return found


def entries() -> list[tuple[str, str, str, int]]:
    """To whom, method, UID, SEQUENCE."""
    rows = [(to, method, calendar.events[0]) for to, method, calendar in files()]
    return [(to, method, event.uid, event.sequence) for to, method, event in rows]


def last() -> Event:
    return files()[-1][2].events[0]


def test_it_says_what_when_and_where(settings):
    settings.DEFAULT_FROM_EMAIL = "BurgersAanZet <info@baz.example>"
    workshop = session(
        begins_at=datetime(2027, 3, 17, 8, 30, tzinfo=UTC),
        title="Welkom; iedereen, ook jij é",
        summary="Regel een.\nRegel \\ twee; en meer.",
        route="Bus 12.",
    )
    mia = register(workshop)
    event = last()
    assert (event.uid, event.sequence, event.summary) == (str(mia.uuid), 0, workshop.title)
    assert (event.dtstart.isoformat(), event.dtstart.tzinfo.key) == (
        "2027-03-17T09:30:00+01:00",
        "Europe/Brussels",
    )
    assert event.dtend - event.dtstart == timedelta(hours=3)
    assert event.location == "De Kring, Markt 1, Nijlen"
    assert event.description.splitlines()[1:] == [*workshop.summary.splitlines(), "Bus 12."]
    assert (str(event.organizer.uri), event.status.value) == (
        "mailto:info@baz.example",
        "CONFIRMED",
    )
    assert [str(guest.uri) for guest in event.attendees] == ["mailto:mia@example.org"]


def test_a_change_moves_the_same_entry():
    workshop = session()
    mia = register(workshop)
    begins_at, ends_at = workshop.begins_at + DAY, workshop.ends_at + DAY
    changes = {"begins_at": begins_at, "ends_at": ends_at, "venue": "Het Anker"}
    scheduling.move(session=workshop, changes=changes, staff=moderator())
    uid = str(mia.uuid)
    assert entries() == [("mia", "REQUEST", uid, 0), ("mia", "REQUEST", uid, 1)]
    event = last()
    assert (event.dtstart, event.dtend) == (
        begins_at.replace(microsecond=0),
        ends_at.replace(microsecond=0),
    )
    assert event.location == "Het Anker, Markt 1, Nijlen"


def test_online_now_and_only_participants_read_the_link():
    workshop = session(seats=1)
    fill(workshop)
    register(workshop, "Wacht")
    scheduling.switch_to_online(session=workshop, online_link=LINK, staff=moderator())
    assert [(to, method) for to, method, _ in files()] == [("vol-on_site-0", "REQUEST")] * 2
    event = last()
    assert (event.location, event.url, event.sequence) == ("Online", LINK, 2)
    assert event.description.splitlines()[0] == f"Online deelnemen: {LINK}"


@pytest.mark.parametrize("by_session", [True, False])
def test_a_cancellation_takes_it_out(by_session):
    workshop = session()
    mia = register(workshop)
    if by_session:
        scheduling.cancel_session(session=workshop, reason="Ziek", staff=moderator())
    else:
        registration.cancel(registration=mia)
    uid = str(mia.uuid)
    assert entries() == [("mia", "REQUEST", uid, 0), ("mia", "CANCEL", uid, 1)]
    assert last().status.value == "CANCELLED"


def test_handing_over_takes_it_from_one_and_gives_it_to_the_other():
    mia = register(session())
    registration.hand_over(registration=mia, name="An", email="an@example.org")
    uid = str(mia.uuid)
    assert entries()[1:] == [("mia", "CANCEL", uid, 1), ("an", "REQUEST", uid, 1)]
    guests = [str(calendar.events[0].attendees[0].uri) for _, _, calendar in files()[1:]]
    assert guests == ["mailto:mia@example.org", "mailto:an@example.org"]


def test_back_on_the_waiting_list_takes_it_out_and_a_seat_puts_it_back():
    workshop = session(seats=1)
    mia = register(workshop)
    for seats in (0, 1):
        scheduling.change_capacity(
            session=workshop, way="on_site", seats=seats, staff=moderator(), put_back=True
        )
    mia.refresh_from_db()
    registration.accept_offer(registration=mia)
    uid = str(mia.uuid)
    assert entries() == [
        ("mia", "REQUEST", uid, 0),
        ("mia", "CANCEL", uid, 1),
        ("mia", "REQUEST", uid, 3),
    ]


def test_who_waits_gets_no_entry_and_who_leaves_the_list_no_cancellation():
    workshop = session(seats=1)
    fill(workshop)
    mia = register(workshop)
    registration.cancel(registration=mia)
    assert [to for to, _, _ in files()] == ["vol-on_site-0"]


@pytest.mark.parametrize(
    ("begins_at", "hours"),
    [
        # The day before, the night itself, and the day after: into summer time …
        (datetime(2027, 3, 27, 9, 0, tzinfo=UTC), 3),
        (datetime(2027, 3, 28, 0, 30, tzinfo=UTC), 3),
        (datetime(2027, 3, 28, 8, 0, tzinfo=UTC), 3),
        # … and into winter time, with both of the hours that the clock shows twice.
        (datetime(2027, 10, 30, 8, 0, tzinfo=UTC), 48),
        (datetime(2027, 10, 30, 23, 30, tzinfo=UTC), 3),
        (datetime(2027, 10, 31, 0, 30, tzinfo=UTC), 3),
        (datetime(2027, 10, 31, 1, 30, tzinfo=UTC), 3),
        (datetime(2027, 10, 31, 9, 0, tzinfo=UTC), 3),
    ],
)
def test_it_is_right_across_both_clock_changes(begins_at, hours):
    with at(datetime(2027, 1, 1, tzinfo=UTC)):
        workshop = session(begins_at=begins_at, hours=hours)
        register(workshop, municipality=municipality())
    event = last()
    assert (event.dtstart.astimezone(UTC), event.dtend.astimezone(UTC)) == (
        workshop.begins_at,
        workshop.ends_at,
    )


def test_the_zone_is_in_the_file():
    register(session())
    _, _, calendar = files()[0]
    (zone,) = calendar.timezones
    offsets = [
        (rule.tz_offset_from.offset, rule.tz_offset_to.offset)
        for rule in (*zone.daylight, *zone.standard)
    ]
    hour = timedelta(hours=1)
    assert (zone.tz_id, offsets) == ("Europe/Brussels", [(hour, 2 * hour), (2 * hour, hour)])
