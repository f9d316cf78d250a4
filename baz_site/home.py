"""What the front page draws together of all apps."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString

from agenda.cards import SessionCard, card_of
from agenda.models import Session, SessionStatus
from initiatives.finding.index import Index
from initiatives.map import PROVINCES, draw_crowded_map, places
from stories.models import Story
from stories.telling import portrait_or_weave

DATES = 3


class Region(NamedTuple):
    """A province in the list below the map: how many initiatives it has, and its own map."""

    name: str
    count: int
    url: str


def regions(index: Index) -> list[Region]:
    """The provinces with something published, from west to east."""
    address, counts = reverse("initiatives:map"), index.sizes["provincie"]
    return [
        Region(province.name, counts[province.slug], f"{address}?provincie={province.slug}")
        for province in PROVINCES.values()
        if counts.get(province.slug)
    ]


def draw_regions(index: Index, found: list[Region]) -> SafeString | None:
    """The map with a ball for each of these provinces and a dot for each municipality with
    something published; None where there is nothing to draw."""
    by_name = {region.name: region for region in found}
    entries = {
        nis: (by_name[province.name].count, by_name[province.name].url)
        for nis, province in PROVINCES.items()
        if province.name in by_name
    }
    if not entries:
        return None
    counts = {index.places[slug]: count for slug, count in index.sizes["gemeente"].items() if count}
    return draw_crowded_map(places(counts, str), entries)


def coming_dates() -> list[SessionCard]:
    """The first dates of the agenda. Without the seats that are left: the front page is kept ready
    for longer than those stay true. One query."""
    coming = Session.objects.shown().coming().filter(status=SessionStatus.OPEN)
    return [replace(card_of(session), rooms=[]) for session in coming.for_cards()[:DATES]]


def first_story() -> dict:
    """The first story with its picture, told or to follow; empty where there is none. Two
    queries."""
    story = Story.objects.public().with_portrait().first()
    return {"story": story, "picture": portrait_or_weave(story)} if story else {}
