"""What the front page draws together of all apps."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString

from agenda.cards import SessionCard, card_of
from agenda.models import Session, SessionStatus
from initiatives.finding.index import Index
from initiatives.map import PROVINCES
from initiatives.small_maps import draw_provinces
from stories.models import Story
from stories.telling import portrait_or_weave

DATES = 3


class Region(NamedTuple):
    """A province with something published: how much, and the address of its own map."""

    nis: str
    name: str
    count: int
    url: str


def regions(index: Index) -> list[Region]:
    """The provinces with something published, from west to east."""
    address, counts = reverse("initiatives:map"), index.sizes["provincie"]
    return [
        Region(nis, province.name, count, f"{address}?provincie={province.slug}")
        for nis, province in PROVINCES.items()
        if (count := counts.get(province.slug))
    ]


def draw_regions(found: list[Region]) -> SafeString:
    """The map with a ball for each of these provinces."""
    return draw_provinces({region.nis: region.count for region in found})


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
