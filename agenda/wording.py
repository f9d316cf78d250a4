"""Moments and seats in plain words."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from agenda.models import Session


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
