"""What pages tell of events: their own, and those of initiatives and municipalities."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.safestring import SafeString

from agenda.cards import SessionCard, card_of
from agenda.models import Kind, SessionStatus
from agenda.wording import day, listed
from initiatives.covers import cover_svg
from initiatives.finding.index import Index, current_index
from initiatives.finding.rows import Row, rows_at
from initiatives.map import PROVINCES, Place
from initiatives.models import Initiative, Status
from places.models import Municipality, Province
from roadshow.models import Inspired, RoadshowEvent, ShownPractice

PLAIN_WEAVE = "plat"
# Where one asks for an event; it comes with the requests (workshops).
ASK_URL = "/baz-inspireert/roadshow/aanvragen/"
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
        "ask_url": ASK_URL,
    }


def line_of(event: RoadshowEvent) -> Line:
    """The line of an event that came with its session."""
    session = event.session
    return Line(
        session.title,
        event.get_absolute_url(),
        day(session.begins_at),
        session.get_kind_display(),
        session.ends_at < start_of_today(),
    )


def start_of_today() -> datetime:
    """Midnight in Brussels. Pages that are kept ready go by days: until it is past, something of
    today is still to come."""
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)


def shown_at(initiative: Initiative) -> list[tuple[Line, bool]]:
    """Where an initiative was shown or will be, and the event that it was born of: that one is
    marked True. One query, soonest last."""
    shown = ShownPractice.objects.filter(event=OuterRef("pk"), initiative=initiative)
    born = Inspired.objects.filter(event=OuterRef("pk"), initiative=initiative)
    events = RoadshowEvent.objects.taking_place().filter(Exists(shown) | Exists(born))
    found = events.annotate(is_origin=Exists(born)).order_by("-session__begins_at")
    return [(line_of(event), event.is_origin) for event in found.select_related("session")]


def in_municipality(place: Municipality) -> list[Line]:
    """What comes next in a municipality, and the inspiration event that took place there last: at
    most one of each. One query."""
    here = Q(host=place) | Q(host__successor=place) | Q(session__municipality=place)
    events = RoadshowEvent.objects.taking_place().filter(here).select_related("session")
    lines = [line_of(event) for event in events]
    coming = [line for line in lines if not line.is_past]
    held = [line for line in lines if line.is_past and line.kind == Kind.EVENT.label]
    return [*coming[:1], *held[-1:]]


def overview() -> dict:
    """Everything on the page of the roadshow: what comes, what was, and where."""
    events = list(RoadshowEvent.objects.shown().for_cards().order_by("session__begins_at", "pk"))
    today = start_of_today()
    coming = [event for event in events if event.session.ends_at >= today]
    held = [event for event in events if event.session.ends_at < today and _took_place(event)]
    held.reverse()
    return {
        "coming": [_card(event) for event in coming],
        "past": [_card(event) for event in held[:CARDS_OF_PAST]],
        "older": [line_of(event) for event in held[CARDS_OF_PAST:]],
        "stops": _stops(held),
        "stretches": _stretches(coming, held),
        "ask_url": ASK_URL,
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


def _card(event: RoadshowEvent) -> SessionCard:
    return replace(card_of(event.session), url=event.get_absolute_url())


def _shown(row: Row, index: Index, teller: str = "") -> Shown:
    theme = next(iter(index.themes_at(row.position)), None)
    cover = cover_svg(row.slug, theme.weave if theme else PLAIN_WEAVE, shape="round")
    return Shown(cover, row.title, row.summary, row.slug, row.is_example, teller)
