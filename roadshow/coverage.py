"""Where the roadshow came in a year, and what came of it; and where it did not come yet.

An event counts in the year in which it was, by the clock of Brussels, and in the province of its
host. It counts when it is over and was not called off; so does all that came of it.
"""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from agenda.models import Kind, Registration, RegistrationStatus, SessionStatus
from initiatives.models import Initiative, Status
from places.models import Municipality, Province
from roadshow.models import Inspired, RoadshowEvent, ShownPractice
from roadshow.models.event import RoadshowEventQuerySet

COLUMNS = [
    "Inspiratiemomenten",
    "Opvolgsessies",
    "Mensen bereikt",
    "Gemeenten bereikt",
    "Praktijken getoond",
    "Initiatieven erna",
]


class Row(NamedTuple):
    """The figures of one province, or of all."""

    place: str
    events: int
    follow_ups: int
    people: int
    municipalities: int
    practices: int
    initiatives: int


class Blank(NamedTuple):
    """The municipalities of a province without an initiative and without an event."""

    province: str
    count: int
    of: int  # how many municipalities the province has
    municipalities: list[str]


def years() -> list[int]:
    """The years in which something was held, and this one; the last first."""
    held = _held().values_list("session__begins_at__year", flat=True)
    return sorted({*held, timezone.localdate().year}, reverse=True)


def coverage_of(year: int) -> list[Row]:
    """A row a province, and the total as the last; in five queries."""
    events = _held().filter(session__begins_at__year=year)
    held = list(
        events.values_list("pk", "session__kind", "host", "host__province", "people_reached")
    )
    province_of = {event: province for event, _, _, province, _ in held}
    # Who came, by event; and the municipalities that were reached, with their province.
    came: dict[int, int] = defaultdict(int)
    reached = {(host, province) for _, _, host, province, _ in held}
    for event, seats, home, province in _people(events):
        came[event] += seats
        if seats and home:
            reached.add((home, province))
    people = {
        event: came[event] if estimate is None else estimate for event, _, _, _, estimate in held
    }
    shown = {(province_of[event], practice) for event, practice in _practices(events)}
    born = [province_of[event] for event in _born(events)]

    def row(name: str, inside: set[str]) -> Row:
        kinds = [kind for _, kind, _, province, _ in held if province in inside]
        return Row(
            name,
            kinds.count(Kind.EVENT),
            kinds.count(Kind.FOLLOW_UP),
            sum(count for event, count in people.items() if province_of[event] in inside),
            sum(province in inside for _, province in reached),
            len({practice for province, practice in shown if province in inside}),
            sum(province in inside for province in born),
        )

    provinces = list(Province.objects.order_by("name").values_list("nis", "name"))
    rows = [row(name, {nis}) for nis, name in provinces]
    return [*rows, row("Totaal", {nis for nis, _ in provinces})]


def blanks() -> list[Blank]:
    """By province, the municipalities of today with neither a published initiative nor an event
    that was held or is announced; in two queries."""
    here = Q(live_version__municipality=OuterRef("pk"))
    merged_into_here = Q(live_version__municipality__successor=OuterRef("pk"))
    initiative = Initiative.objects.filter(here | merged_into_here, status=Status.PUBLISHED)
    event = RoadshowEvent.objects.filter(
        Q(host=OuterRef("pk")) | Q(session__municipality=OuterRef("pk")),
        session__status=SessionStatus.OPEN,
    )
    today = Municipality.objects.current().order_by("name")
    places = today.annotate(is_alive=Exists(initiative) | Exists(event))
    inside: dict[str, list] = defaultdict(list)
    for province, name, is_alive in places.values_list("province", "name", "is_alive"):
        inside[province].append((name, is_alive))
    found = []
    for province in Province.objects.order_by("name"):
        quiet = [name for name, is_alive in inside[province.nis] if not is_alive]
        found.append(Blank(province.name, len(quiet), len(inside[province.nis]), quiet))
    return found


def _held() -> RoadshowEventQuerySet:
    return RoadshowEvent.objects.filter(
        session__status=SessionStatus.OPEN,
        session__kind__in=[Kind.EVENT, Kind.FOLLOW_UP],
        session__ends_at__lte=timezone.now(),
    )


def _people(events: RoadshowEventQuerySet) -> list[tuple[int, int, str | None, str | None]]:
    """Event, seats that were used, and from which municipality and province, where known."""
    confirmed = Registration.objects.filter(
        session__of_roadshow__in=events, status=RegistrationStatus.CONFIRMED
    )
    return confirmed.values_list(
        "session", Coalesce("present", "seats"), "municipality", "municipality__province"
    )


def _practices(events: RoadshowEventQuerySet) -> list[tuple[int, int]]:
    """Event and initiative; not what was withdrawn before it could be shown."""
    gone = Q(told_gone_at__lte=F("event__session__begins_at"))
    shown = ShownPractice.objects.filter(event__in=events).exclude(gone)
    return shown.values_list("event", "initiative")


def _born(events: RoadshowEventQuerySet) -> list[int]:
    """The event of each initiative that it inspired and that everybody can see now."""
    born = Inspired.objects.filter(event__in=events, initiative__status=Status.PUBLISHED)
    return born.values_list("event", flat=True)
