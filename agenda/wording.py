"""Moments and seats in plain words."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format

from agenda.models import Booking, Session, Way


def hour(moment: datetime) -> str:
    """'9.30' or '13', on the clock of Brussels."""
    local = timezone.localtime(moment)
    return date_format(local, "G.i" if local.minute else "G")


def day(moment: datetime) -> str:
    """'dinsdag 17 maart 2026'."""
    return date_format(timezone.localtime(moment), "l j F Y")


def when(moment: datetime) -> str:
    """'dinsdag 17 maart 2026 om 9.30 uur'."""
    return f"{day(moment)} om {hour(moment)} uur"


def hours(session: Session) -> str:
    """'9.30 tot 12.30 uur', with the last day where that is another."""
    first, last = (timezone.localdate(at) for at in (session.begins_at, session.ends_at))
    end = f"{hour(session.ends_at)} uur" if first == last else when(session.ends_at)
    return f"{hour(session.begins_at)} tot {end}"


def seats(number: int) -> str:
    """'1 plaats' or '4 plaatsen'."""
    return f"{number} plaats{'' if number == 1 else 'en'}"


def listed(words: list[str]) -> str:
    """'a, b en c'."""
    return " en ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def month(moment: datetime) -> str:
    """'maart 2026'."""
    return date_format(timezone.localtime(moment), "F Y")


def ways(session: Session) -> str:
    """Where it is, shortly: 'Nijlen', 'online', or 'Nijlen of online'."""
    if Way.ON_SITE not in session.ways:
        return "online"
    place = session.municipality.name if session.municipality else session.venue
    return f"{place} of online" if Way.ONLINE in session.ways else place


class Room(NamedTuple):
    """Whether there is room, in words. `tone` is 'ok', 'warn', or '' where neither fits."""

    words: str
    tone: str


def room(session: Session) -> list[Room]:
    """Whether one can come: one sentence, or one for each way where that is open to choose."""
    match session.booking:
        case Booking.UNPUBLISHED:
            return [Room("Inschrijven kan nog niet", "")]
        case Booking.CANCELLED:
            return [Room("Gaat niet door", "warn")]
        case Booking.PAST:
            return [Room("Voorbij" if session.is_over else "Nu bezig", "")]
        case Booking.NOT_YET:
            return [Room(f"Inschrijven kan vanaf {_day_and_month(session.opens_at)}", "")]
        case Booking.CLOSED:
            return [Room("Inschrijven kan niet meer", "")]
    if len(session.ways) == 1:
        return [room_for(session, session.ways[0])]
    rooms = [(way, room_for(session, way)) for way in session.ways]
    return [
        Room(f"{way.label.capitalize()}: {words[0].lower()}{words[1:]}", tone)
        for way, (words, tone) in rooms
    ]


def room_for(session: Session, way: Way) -> Room:
    """Whether there is room for `way`. Who comes while others wait, waits behind them."""
    free = 0 if session.waiting(way) else session.free(way)
    return Room(f"Nog {seats(free)}", "ok") if free > 0 else Room("Volzet: wachtlijst", "warn")


def _day_and_month(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F")
