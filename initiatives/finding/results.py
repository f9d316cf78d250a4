"""What a question finds: one page of it, in order, with the counts of every facet."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from django.conf import settings
from pyroaring import BitMap

from initiatives.finding.facets import Chip, Facet, chips, facet
from initiatives.finding.index import LEGENDS, Index
from initiatives.finding.nearby import distance, place_in
from initiatives.finding.paging import Page, page_links
from initiatives.finding.query import A_TO_Z, BEST, NEAREST, NEWEST, ORDERS, Query
from initiatives.finding.rows import Row, rows_at
from initiatives.finding.text import Match, match
from places.models import Municipality

SHOWN_INSTEAD = 3  # initiatives, when nothing is found


class Order(NamedTuple):
    """A way to sort, and the address of the list so."""

    label: str
    address: str
    is_current: bool


class Wider(NamedTuple):
    """What there is without one of the choices."""

    label: str
    address: str
    count: int


@dataclass
class Results:
    """The answer to `query` from `index`."""

    query: Query
    index: Index

    @cached_property
    def _place_and_rest(self) -> tuple[Municipality | None, str]:
        return place_in(self.query.text, self.index)

    @cached_property
    def _whole_match(self) -> Match:
        return match(self.query.text, self.index)

    @cached_property
    def instead_near(self) -> Municipality | None:
        """The place that the text names, when nothing there matches the rest of the text: then
        what matches the rest comes instead, nearest first."""
        if not self.query.text or (self._whole_match.tiers and not self._whole_match.is_partial):
            return None
        return self._place_and_rest[0]

    @cached_property
    def match(self) -> Match | None:
        """How the text matches, or None when nothing was typed."""
        if not self.query.text:
            return None
        if not self.instead_near:
            return self._whole_match
        rest = self._place_and_rest[1]
        if not rest:
            return Match([self.index.all], frozenset(), [])
        return match(rest, self.index)

    @property
    def is_second_best(self) -> bool:
        """Whether what is found is not quite what the text asks."""
        return bool(self.instead_near or (self.match and self.match.is_partial))

    @property
    def near(self) -> Municipality | None:
        """The place to count distances from, if there is one."""
        return self.query.near or self.instead_near

    @property
    def order(self) -> str:
        """How the list is sorted: as was asked, or as fits what was asked."""
        by_itself = NEAREST if self.near else BEST if self.query.text else NEWEST
        return self.query.order or by_itself

    @property
    def orders(self) -> list[Order]:
        """All ways to sort this list."""
        possible = [
            *([BEST] if self.query.text else []),
            *([NEAREST] if self.query.near else []),
            NEWEST,
            A_TO_Z,
        ]
        return [
            Order(ORDERS[order], self.query.address(order=order), order == self.order)
            for order in possible
        ]

    @cached_property
    def _text(self) -> BitMap:
        return BitMap.union(*self.match.tiers) if self.match and self.match.tiers else BitMap()

    @cached_property
    def _filters(self) -> dict[str, BitMap]:
        """For each facet with something chosen, what the chosen values let through together."""
        return {
            name: BitMap.union(*(self.index.facet(name, value) for value in values))
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

    @cached_property
    def count(self) -> int:
        """How many initiatives are found."""
        return len(self._found)

    @property
    def positions(self) -> BitMap:
        """The positions of all that is found; the highest are the newest."""
        return self._found

    def newest(self, number: int) -> list[int]:
        """The positions of `number` of what is found, however the list is sorted: the newest, or
        those nearest to the place that was asked for."""
        return _slice(self._nearest_first([self._found]) if self.near else [self._found], 0, number)

    @property
    def pages(self) -> int:
        """How many pages there are; at least one."""
        return max(math.ceil(self.count / settings.INITIATIVES_PER_PAGE), 1)

    @property
    def number(self) -> int:
        """The number of this page; the last one where the address asked for more."""
        return min(self.query.page, self.pages)

    @property
    def page_links(self) -> list[Page]:
        """The pages to name below this one; none where there is only one."""
        return page_links(self.number, self.pages, lambda page: self.query.address(page=page))

    @property
    def previous(self) -> str:
        """The address of the page before this one; '' for the first."""
        return self.query.address(page=self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """The address of the page after this one; '' for the last."""
        return self.query.address(page=self.number + 1) if self.number < self.pages else ""

    @cached_property
    def page(self) -> list[Row]:
        """What is on this page, in order."""
        size = settings.INITIATIVES_PER_PAGE
        return rows_at(self._in_order((self.number - 1) * size, size))

    def _in_order(self, start: int, number: int) -> list[int]:
        if self.order == A_TO_Z:
            if self._found is self.index.all:
                return self.index.a_to_z[start : start + number]
            found = (at for at in self.index.a_to_z if at in self._found)
            return list(islice(found, start, start + number))
        if self.order == NEAREST:
            tiers = self.match.tiers if self.match and self.match.is_partial else [self._found]
            return _slice(self._nearest_first(tiers), start, number)
        if self.order == BEST:
            return _slice([tier & self._found for tier in self.match.tiers], start, number)
        return _slice([self._found], start, number)

    def _nearest_first(self, tiers: list[BitMap]) -> Iterator[BitMap]:
        """What is found, tier after tier, in each by municipality from near to far; what has no
        place comes last."""
        municipalities = self.index.municipalities
        by_distance = sorted(self.distances, key=self.distances.get)
        places = [self.index.facet("gemeente", municipalities[nis].slug) for nis in by_distance]
        for tier in tiers:
            left = tier & self._found
            for place in places:
                yield left & place
            yield left - BitMap.union(BitMap(), *places)

    @cached_property
    def distances(self) -> dict[str, float]:
        """Kilometres from the place that was asked for to each municipality with initiatives."""
        if not self.near:
            return {}
        places = self.index.municipalities.items()
        return {nis: distance(self.near, place) for nis, place in places}

    @cached_property
    def facets(self) -> list[Facet]:
        """Every facet with its counts: what would be found with that value, all others staying."""
        return [facet(name, self.query, self.index, self._without(name)) for name in LEGENDS]

    @cached_property
    def chips(self) -> list[Chip]:
        """All that was chosen, each with the way back."""
        return chips(self.query, self.index)

    @cached_property
    def by_municipality(self) -> dict[str, int]:
        """How many are found in each municipality, by NIS code; none where there are none."""
        counts = {
            nis: self._found.intersection_cardinality(self.index.facet("gemeente", place.slug))
            for nis, place in self.index.municipalities.items()
        }
        return {nis: count for nis, count in counts.items() if count}

    @cached_property
    def wider(self) -> list[Wider]:
        """When nothing is found: what there is without one of the choices, where that helps."""
        ways = [
            (
                f"Zonder het filter ‘{LEGENDS[name]}’",
                {**self.query.chosen, name: []},
                self.query.text,
            )
            for name in reversed(self._filters)
        ]
        if self.query.text and self._filters:
            ways.append((f"Zonder ‘{self.query.text}’", self.query.chosen, ""))
        found = []
        for label, chosen, text in ways:
            query = replace(self.query, chosen=chosen, text=text, page=1)
            found.append(Wider(label, query.address(), Results(query, self.index).count))
        return [way for way in found if way.count]

    @cached_property
    def nearest_instead(self) -> list[Row]:
        """When nothing is found: the initiatives that come nearest to what was asked. Those near
        to the chosen municipality, or else what one choice less finds, or else the newest."""
        chosen = self.query.chosen
        place = self.index.places[chosen["gemeente"][0]] if chosen["gemeente"] else self.query.near
        wide = {**chosen, "gemeente": [], "provincie": []}
        for text in (self.query.text, ""):
            for others in (wide, {name: [] for name in LEGENDS}):
                query = replace(self.query, text=text, chosen=others, near=place, order="", page=1)
                results = Results(query, self.index)
                if results.count:
                    return results.page[:SHOWN_INSTEAD]
        return []


def _slice(tiers: Iterable[BitMap], start: int, number: int) -> list[int]:
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
