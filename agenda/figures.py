"""The figures of a year, for the annual report.

A session counts when it was held. A participant is a seat that was used: where staff noted who
came, those; else every seat that was taken. A municipality is reached by a participant from there,
or, where that is unknown, by a session that was held there.
"""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils import timezone

from agenda.models import Registration, RegistrationStatus, Session, SessionStatus
from places.models import Province

ONLINE = "online, plaats onbekend"
HEADER = ["Jaar", "Provincie", "Sessies", "Deelnemers", "Gemeenten bereikt"]


class Row(NamedTuple):
    """The figures of one province, or of all."""

    place: str
    sessions: int
    participants: int
    municipalities: int


def years() -> list[int]:
    """The years in which sessions were held, and this one; the last first."""
    held = _held().values_list("begins_at__year", flat=True)
    return sorted({*held, timezone.localdate().year}, reverse=True)


def figures_of(year: int) -> list[Row]:
    """A row a province, one for what has no place, and the total as the last; in three queries."""
    held = _held().filter(begins_at__year=year)
    places = list(held.values_list("pk", "municipality__province__name"))
    people = Registration.objects.filter(
        session__in=held, status=RegistrationStatus.CONFIRMED
    ).values_list(
        Coalesce("municipality__province__name", "session__municipality__province__name"),
        Coalesce(F("municipality"), F("session__municipality")),
        Coalesce("present", "seats"),
    )
    came = [(province, municipality, count) for province, municipality, count in people if count]
    names = [*Province.objects.order_by("name").values_list("name", flat=True), None]
    rows = [
        Row(
            name or ONLINE,
            sum(province == name for _, province in places),
            sum(count for province, _, count in came if province == name),
            len({place for province, place, _ in came if province == name and place}),
        )
        for name in names
    ]
    total = Row(
        "Totaal",
        len(places),
        sum(count for _, _, count in came),
        len({place for _, place, _ in came if place}),
    )
    return [*rows, total]


def _held():
    return Session.objects.filter(status=SessionStatus.OPEN, ends_at__lte=timezone.now())
