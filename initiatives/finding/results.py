"""What a question finds: one page of it, in order, with the counts of every facet."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.conf import settings
from pyroaring import BitMap

from initiatives.finding.index import Index
from initiatives.finding.query import A_TO_Z, LEGENDS, NEAREST, NEWEST, Query, facet_labels
from initiatives.finding.text import Match, match
from initiatives.models import Initiative
from places.models import Municipality

MOST_MUNICIPALITIES = 8  # shown in the facet; the others are found by typing
KM_PER_DEGREE = 111.2


class Entry(NamedTuple):
    """One value of a facet: how many there would be with it, and the address of that."""

    value: str
    label: str
    count: int
    is_chosen: bool
    address: str


class Facet(NamedTuple):
    """One way to narrow down."""

    name: str
    legend: str
    entries: list[Entry]


class Chip(NamedTuple):
    """Something that was chosen, and the address of the list without it."""

    label: str
    address: str


@dataclass
class Results:
    """The answer to `query` from `index`."""

    query: Query
    index: Index

    @cached_property
    def match(self) -> Match | None:
        """How the text matches, or None when nothing was typed."""
        return match(self.query.text, self.index.all) if self.query.text else None

    @cached_property
    def _text(self) -> BitMap:
        return BitMap.union(*self.match.tiers) if self.match and self.match.tiers else BitMap()

    @cached_property
    def _filters(self) -> dict[str, BitMap]:
        """For each facet with something chosen, what the chosen values let through together."""
        return {
            name: BitMap.union(*(self._bits(name, value) for value in values))
            for name, values in self.query.chosen.items()
            if values
        }

    @cached_property
    def _found(self) -> BitMap:
        return self._without("")

    def _without(self, facet: str) -> BitMap:
        """What is found when all filters but that of `facet` hold."""
        found = self._text if self.match else self.index.all
        for name, bits in self._filters.items():
            if name != facet:
                found = found & bits
        return found

    def _bits(self, name: str, value: str) -> BitMap:
        if name == "gemeente":
            value = self._nis_of[value]
        return self.index.facet(name, value)

    @cached_property
    def _nis_of(self) -> dict[str, str]:
        return {place.slug: nis for nis, place in self.index.municipalities.items()}

    @property
    def count(self) -> int:
        """How many initiatives are found."""
        return len(self._found)

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(math.ceil(self.count / settings.INITIATIVES_PER_PAGE), 1)

    @property
    def number(self) -> int:
        """The number of this page; the last one where the address asked for more."""
        return min(self.query.page, self.pages)

    @cached_property
    def page(self) -> list[Initiative]:
        """The initiatives of this page, in order, with all that a card shows."""
        start = (self.number - 1) * settings.INITIATIVES_PER_PAGE
        positions = self._in_order(start, settings.INITIATIVES_PER_PAGE)
        # Published is asked once more: a bitmap read a moment ago shows nothing that is gone.
        rows = Initiative.objects.published().for_cards().filter(position__in=positions)
        by_position = {row.position: row for row in rows}
        return [by_position[position] for position in positions if position in by_position]

    def _in_order(self, start: int, number: int) -> list[int]:
        order = self.query.order
        if order == A_TO_Z:
            found = self._found
            return [at for at in self.index.a_to_z if at in found][start : start + number]
        if order == NEAREST:
            return _slice(self._nearest_first, start, number)
        if self.match and order != NEWEST:
            return _slice([tier & self._found for tier in self.match.tiers], start, number)
        return _slice([self._found], start, number)

    @cached_property
    def _nearest_first(self) -> list[BitMap]:
        """What is found, by municipality from near to far; what has no place comes last."""
        by_distance = sorted(self.distances, key=self.distances.get)
        tiers = [self._found & self.index.facet("gemeente", nis) for nis in by_distance]
        placed = BitMap.union(*tiers) if tiers else BitMap()
        return [*tiers, self._found - placed]

    @cached_property
    def distances(self) -> dict[str, float]:
        """Kilometres from the place that was asked for to each municipality with initiatives."""
        if not self.query.near:
            return {}
        places = self.index.municipalities.items()
        return {nis: distance(self.query.near, place) for nis, place in places}

    @cached_property
    def facets(self) -> list[Facet]:
        """Every facet with its counts: what would be found with that value, all others staying."""
        return [self._facet(name, legend) for name, legend in LEGENDS.items()]

    def _facet(self, name: str, legend: str) -> Facet:
        others = self._without(name)
        chosen = self.query.chosen[name]
        entries = [
            Entry(
                value,
                label,
                others.intersection_cardinality(self._bits(name, value)),
                value in chosen,
                self.query.address(chosen=self.query.toggled(name, value)),
            )
            for value, label in facet_labels(name, self.index).items()
        ]
        if name == "gemeente":
            entries.sort(key=lambda entry: (not entry.is_chosen, -entry.count, entry.label))
            entries = [entry for entry in entries if entry.count or entry.is_chosen]
            entries = entries[: max(MOST_MUNICIPALITIES, len(chosen))]
        return Facet(name, legend, entries)

    @property
    def chips(self) -> list[Chip]:
        """All that was chosen, each with the way back."""
        query = self.query
        chips = [Chip(f"‘{query.text}’", query.address(text=""))] if query.text else []
        for name, values in query.chosen.items():
            labels = facet_labels(name, self.index)
            chips += [
                Chip(labels[value], query.address(chosen=query.toggled(name, value)))
                for value in values
            ]
        return chips

    @cached_property
    def by_municipality(self) -> dict[str, int]:
        """How many are found in each municipality, by NIS code; none where there are none."""
        counts = {
            nis: self._found.intersection_cardinality(self.index.facet("gemeente", nis))
            for nis in self.index.municipalities
        }
        return {nis: count for nis, count in counts.items() if count}


def distance(one: Municipality, other: Municipality) -> float:
    """Kilometres between two municipalities, as the crow flies. Flanders is small enough for a
    flat map."""
    north = (float(one.latitude) - float(other.latitude)) * KM_PER_DEGREE
    middle = math.radians((float(one.latitude) + float(other.latitude)) / 2)
    east = (float(one.longitude) - float(other.longitude)) * KM_PER_DEGREE * math.cos(middle)
    return math.hypot(north, east)


def _slice(tiers: list[BitMap], start: int, number: int) -> list[int]:
    """`number` positions from the `start`-th on: tier after tier, newest first in each."""
    positions: list[int] = []
    for tier in tiers:
        size = len(tier)
        if start >= size:
            start -= size
            continue
        take = min(number - len(positions), size - start)
        positions += [tier[size - 1 - offset] for offset in range(start, start + take)]
        start = 0
        if len(positions) == number:
            break
    return positions
