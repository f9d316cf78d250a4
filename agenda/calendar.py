"""Calendar files (iCalendar, RFC 5545): one with a mail, and feeds that a calendar asks for.

What calendars need (iTIP, RFC 5546): an entry that comes as a REQUEST, from the address that sends
the mail; the same UID for ever, and a higher SEQUENCE with each change, to move it; a CANCEL to
take it out. Google takes out nothing that once came as PUBLISH, so that is for feeds only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from email.utils import parseaddr
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from icalendar import Calendar, Event, Timezone, vCalAddress, vText

from agenda.clock import BRUSSELS, comes_twice
from agenda.links import manage_url, session_url
from agenda.models import Registration, RegistrationStatus, Session, SessionStatus, Subscriber, Way
from mail.sending import File

# Brussels since 1996, in the two rules that also Outlook reads.
ZONE = Timezone.from_ical(
    """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
)
REQUEST, CANCEL, PUBLISH = "REQUEST", "CANCEL", "PUBLISH"
FILE_NAME = "sessie.ics"
# How long a feed still shows what is over.
REMEMBERED = timedelta(days=90)


def invitation(registration: Registration) -> File:
    """Puts the session in the calendar of who is registered, or changes it there."""
    entry = _own_entry(registration)
    _address(entry, registration.email)
    return _file(REQUEST, entry)


def withdrawal(registration: Registration, *, email: str) -> File:
    """Takes the session out of the calendar of `email`, that of a former owner too: it holds no
    link to anything."""
    entry = _bare_entry(registration)
    entry["STATUS"] = vText("CANCELLED")
    _address(entry, email)
    return _file(CANCEL, entry)


def host_invitation(session: Session, *, uid: UUID, email: str, url: str) -> File:
    """Puts the session in the calendar of who it was made for, or changes it there. `url` is the
    page on which that person sees how it stands."""
    entry = _host_entry(session, uid)
    entry.add("DESCRIPTION", f"Je aanvraag: {url}")
    entry.add("URL", url)
    _address(entry, email)
    return _file(REQUEST, entry)


def host_withdrawal(session: Session, *, uid: UUID, email: str) -> File:
    """Takes it out of that calendar."""
    entry = _host_entry(session, uid)
    _address(entry, email)
    return _file(CANCEL, entry)


def public_feed() -> bytes:
    """All published sessions that are coming or were lately. One that is called off is there as
    such, so that calendars take it out."""
    since = timezone.now() - REMEMBERED
    sessions = Session.objects.shown().filter(ends_at__gt=since).for_cards()
    return _feed("Agenda BurgersAanZet", [_public_entry(session) for session in sessions])


def own_feed(subscriber: Subscriber) -> bytes:
    """All sessions, coming or lately, that an e-mail address has seats of, also those for one
    group only; with the links that only participants get."""
    since = timezone.now() - REMEMBERED
    registrations = (
        Registration.objects.of_address(subscriber.email)
        .filter(status=RegistrationStatus.CONFIRMED, session__ends_at__gt=since)
        .select_related("session__municipality__province")
        .order_by("session__begins_at", "pk")
    )
    return _feed("Mijn sessies bij BurgersAanZet", [_own_entry(one) for one in registrations])


def _public_entry(session: Session) -> Event:
    entry = _entry(session, uid=session.uuid, sequence=session.sequence)
    entry.add("DESCRIPTION", session.summary)
    entry.add("LOCATION", _all_places(session))
    entry.add("URL", session_url(session))
    return entry


def _host_entry(session: Session, uid: UUID) -> Event:
    entry = _entry(session, uid=uid, sequence=session.sequence)
    entry.add("LOCATION", _all_places(session))
    return entry


def _own_entry(registration: Registration) -> Event:
    """With what only the participant may know."""
    session = registration.session
    link = session.online_link if registration.way == Way.ONLINE else ""
    lines = [
        f"Online deelnemen: {link}" if link else "",
        f"Je inschrijving: {manage_url(registration)}",
        session.summary,
        session.route,
    ]
    entry = _bare_entry(registration)
    entry.add("DESCRIPTION", "\n".join(line for line in lines if line))
    entry.add("URL", link or session_url(session))
    return entry


def _bare_entry(registration: Registration) -> Event:
    """What it takes to know the entry of a participant again."""
    session = registration.session
    sequence = session.sequence + registration.sequence
    entry = _entry(session, uid=registration.uuid, sequence=sequence)
    entry.add("LOCATION", _where(session, registration.way))
    return entry


def _address(entry: Event, email: str) -> None:
    """To whom it goes and from whom. Nobody is asked to answer."""
    sender = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    sender.params["CN"] = vText("BurgersAanZet")
    entry.add("ORGANIZER", sender)
    guest = vCalAddress(f"mailto:{email}")
    guest.params["CN"] = vText(email)
    guest.params["ROLE"] = vText("REQ-PARTICIPANT")
    guest.params["PARTSTAT"] = vText("ACCEPTED")
    guest.params["RSVP"] = vText("FALSE")
    entry.add("ATTENDEE", guest)


def _entry(session: Session, *, uid: object, sequence: int) -> Event:
    is_off = session.status == SessionStatus.CANCELLED
    entry = Event()
    entry.add("UID", str(uid))
    entry.add("SEQUENCE", sequence)
    entry.add("DTSTAMP", timezone.now())
    entry.add("DTSTART", _moment(session.begins_at))
    entry.add("DTEND", _moment(session.ends_at))
    entry.add("SUMMARY", session.title)
    entry.add("STATUS", "CANCELLED" if is_off else "CONFIRMED")
    return entry


def _moment(moment: datetime) -> datetime:
    """On the clock of Brussels, but in UTC in the hour that comes twice: a calendar file can't
    say which one."""
    return moment if comes_twice(moment) else moment.astimezone(BRUSSELS)


def _all_places(session: Session) -> str:
    return " of ".join(_where(session, way) for way in session.ways)


def _where(session: Session, way: Way) -> str:
    if way == Way.ONLINE:
        return "Online"
    place = [session.venue, session.street, str(session.municipality or "")]
    return ", ".join(part for part in place if part)


def _calendar(method: str, entries: Iterable[Event]) -> Calendar:
    calendar = Calendar()
    calendar.add("PRODID", "-//BurgersAanZet//Agenda//NL")
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", method)
    calendar.add_component(ZONE)
    for entry in entries:
        calendar.add_component(entry)
    return calendar


def _file(method: str, entry: Event) -> File:
    content = _calendar(method, [entry]).to_ical().decode()
    return File(FILE_NAME, content, f"text/calendar; method={method}")


def _feed(name: str, entries: Iterable[Event]) -> bytes:
    calendar = _calendar(PUBLISH, entries)
    calendar.add("X-WR-CALNAME", name)
    calendar.add("X-WR-TIMEZONE", BRUSSELS.key)
    calendar.add("REFRESH-INTERVAL", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", "PT1H")
    return calendar.to_ical()
