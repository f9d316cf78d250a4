"""What the pages of the roadshow tell. Pages of other apps: elsewhere.py."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from agenda.cards import card_of
from agenda.models import Kind, SessionStatus
from agenda.wording import day, listed
from initiatives.covers import cover_svg
from initiatives.finding.index import Index, current_index
from initiatives.finding.rows import Row, rows_at
from initiatives.map import PROVINCES, Place
from initiatives.models import Status
from places.models import Municipality, Province
from roadshow.models import RoadshowEvent

PLAIN_WEAVE = "plat"
CARDS_OF_PAST = 6  # the older ones are a line each


class Shown(NamedTuple):
    """A practice on the page of an event. `cover` is HTML; `teller` may be ''."""

    cover: SafeString
    title: str
    summary: str
    slug: str
    is_example: bool
    teller: str


class Line(NamedTuple):
    """An event in a line on another page; `when` is its day, `is_past` from the day after."""

    title: str
    url: str
    when: str
    kind: str
    is_past: bool


@dataclass(frozen=True)
class Stop(Place):
    """A municipality on the map of the roadshow: `count` is how often it was there."""

    @property
    def label(self) -> str:
        """'Nijlen: 2 keer'."""
        return f"{self.municipality.name}: {self.count} keer"


class Stretch(NamedTuple):
    """A province in the list below the map: how often the roadshow was there and in which
    municipalities, and where it is going. All may be empty: a white spot."""

    province: Province
    slug: str
    count: int
    been: str
    going: str


def story_of(event: RoadshowEvent) -> dict:
    """What the page of an event tells besides its session."""
    index = current_index()
    practices = event.practices.filter(initiative__status=Status.PUBLISHED)
    tellers = dict(practices.values_list("initiative__position", "teller"))
    born = list(
        event.inspired.filter(initiative__status=Status.PUBLISHED).values_list(
            "initiative__position", flat=True
        )
    )
    rows = {row.position: row for row in rows_at([*tellers, *born])}
    following = RoadshowEvent.objects.shown().filter(follows=event).for_cards()
    return {
        "event": event,
        "programme": event.programme.all(),
        "practices": [
            _shown(rows[at], index, teller) for at, teller in tellers.items() if at in rows
        ],
        "born": [_shown(rows[at], index) for at in born if at in rows],
        "follow_ups": [line_of(one) for one in following if not event.is_follow_up],
        "before": line_of(event.follows) if event.follows else None,
        "film_site": urlsplit(event.film_link).hostname,
    }


def line_of(event: RoadshowEvent) -> Line:
    """The line of an event that came with its session."""
    session = event.session
    return line(session.title, event.slug, session.kind, session.begins_at, session.ends_at)


def line(title: str, slug: str, kind: str, begins_at: datetime, ends_at: datetime) -> Line:
    """The line of an event of which this is known."""
    return Line(
        title,
        reverse("roadshow:event", args=[slug]),
        day(begins_at),
        Kind(kind).label,
        ends_at < start_of_today(),
    )


def start_of_today() -> datetime:
    """Midnight in Brussels. Pages that are kept ready go by days: until it is past, something of
    today is still to come."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def overview() -> dict:
    """Everything on the page of the roadshow: what comes, what was, and where."""
    events = list(RoadshowEvent.objects.shown().for_cards().order_by("session__begins_at", "pk"))
    today = start_of_today()
    coming = [event for event in events if event.session.ends_at >= today]
    held = [event for event in events if event.session.ends_at < today and _took_place(event)]
    held.reverse()
    return {
        "coming": [card_of(event.session) for event in coming],
        "past": [card_of(event.session) for event in held[:CARDS_OF_PAST]],
        "older": [line_of(event) for event in held[CARDS_OF_PAST:]],
        "stops": _stops(held),
        "stretches": _stretches(coming, held),
    }


def _took_place(event: RoadshowEvent) -> bool:
    return event.session.status == SessionStatus.OPEN


def _stops(held: list[RoadshowEvent]) -> list[Stop]:
    counts = Counter(event.host.current for event in held if event.session.kind == Kind.EVENT)
    ordered = sorted(counts, key=lambda place: (place.province_id, place.name))
    return [Stop(place, counts[place], f"#{_slug(place)}") for place in ordered]


def _stretches(coming: list[RoadshowEvent], held: list[RoadshowEvent]) -> list[Stretch]:
    provinces = {province.nis: province for province in current_index().provinces}
    been = [event.host.current for event in held if event.session.kind == Kind.EVENT]
    going = [event.host.current for event in coming if _took_place(event)]

    def names(places: list[Municipality], nis: str) -> str:
        inside = {place.name for place in places if place.province_id == nis}
        return listed(sorted(inside))

    return [
        Stretch(
            provinces[nis],
            labelled.slug,
            sum(place.province_id == nis for place in been),
            names(been, nis),
            names(going, nis),
        )
        for nis, labelled in PROVINCES.items()
        if nis in provinces
    ]


def _slug(place: Municipality) -> str:
    return PROVINCES[place.province_id].slug


def _shown(row: Row, index: Index, teller: str = "") -> Shown:
    theme = next(iter(index.themes_at(row.position)), None)
    cover = cover_svg(row.slug, theme.weave if theme else PLAIN_WEAVE, shape="round")
    return Shown(cover, row.title, row.summary, row.slug, row.is_example, teller)
