"""All municipalities, by province: where something is published, and where nothing is yet."""

from __future__ import annotations

from typing import NamedTuple

from initiatives.finding.index import Index
from initiatives.map import PROVINCES
from places.models import Municipality, Province


class Region(NamedTuple):
    """A province. `lively`: its municipalities with something published, and how much; `quiet`: the
    others. Both by name."""

    province: Province
    lively: list[tuple[Municipality, int]]
    quiet: list[Municipality]

    @property
    def count(self) -> int:
        """How many initiatives there are."""
        return sum(count for _, count in self.lively)


def regions(index: Index) -> list[Region]:
    """The provinces in the order of the map, with all their municipalities of today."""
    places = sorted(set(index.by_nis.values()), key=lambda place: place.name)
    counts = index.sizes["gemeente"]
    found = []
    for nis in PROVINCES:
        inside = [place for place in places if place.province_id == nis]
        if inside:
            lively = [(place, counts[place.slug]) for place in inside if counts[place.slug]]
            quiet = [place for place in inside if not counts[place.slug]]
            found.append(Region(inside[0].province, lively, quiet))
    return found
