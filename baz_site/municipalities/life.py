"""What lives in a municipality, and where to look when that is little."""

from __future__ import annotations

from heapq import nsmallest
from typing import NamedTuple

from django.conf import settings
from pyroaring import AbstractBitMap

from initiatives.cards import Card, card_at
from initiatives.finding.index import Index
from initiatives.finding.nearby import distance
from initiatives.finding.rows import rows_at
from initiatives.models import Theme
from places.models import Municipality

FEW = 3  # with no more initiatives than this, those of neighbours are shown too
NEIGHBOURS = 5
NEIGHBOURS_WITH_A_CARD = 4


class Neighbour(NamedTuple):
    """A municipality with initiatives, how far it is and how many it has."""

    municipality: Municipality
    km: int
    count: int


class ThemeCount(NamedTuple):
    """A theme and how many initiatives of a municipality have it."""

    theme: Theme
    count: int


class Life(NamedTuple):
    """`count` of all that is published in a municipality, the `cards` of the newest, and a count
    for each of its themes. `neighbours`: the nearest with something published; `nearby`: a card of
    some of those, where the municipality itself has few."""

    count: int
    cards: list[Card]
    themes: list[ThemeCount]
    neighbours: list[Neighbour]
    nearby: list[Card]


def life_in(place: Municipality, index: Index) -> Life:
    """What a page tells of a municipality. One query."""
    here, around = _in(place, index), _neighbours(place, index)
    own = _newest(here)
    # The newest of each, with how far it is.
    nearby = {
        _in(near.municipality, index).max(): near.km
        for near in around[:NEIGHBOURS_WITH_A_CARD]
        if len(here) <= FEW
    }
    cards = {row.position: card_at(row, index) for row in rows_at([*own, *nearby])}
    return Life(
        count=len(here),
        cards=[cards[position] for position in own if position in cards],
        themes=[
            ThemeCount(theme, count)
            for theme in index.themes
            if (count := here.intersection_cardinality(index.facet("thema", theme.slug)))
        ],
        neighbours=around,
        nearby=[
            cards[position]._replace(distance=f"op {km} km van {place.name}")
            for position, km in nearby.items()
            if position in cards
        ],
    )


def newest_in(place: Municipality, index: Index) -> list[Card]:
    """The cards of the newest initiatives of a municipality, at most a page of them. One query."""
    return [card_at(row, index) for row in rows_at(_newest(_in(place, index)))]


def _in(place: Municipality, index: Index) -> AbstractBitMap:
    return index.facet("gemeente", place.slug)


def _newest(bits: AbstractBitMap) -> list[int]:
    """The highest positions, at most a page of them."""
    number = min(settings.INITIATIVES_PER_PAGE, len(bits))
    return [bits[len(bits) - 1 - nth] for nth in range(number)]


def _neighbours(place: Municipality, index: Index) -> list[Neighbour]:
    others = [
        (distance(place, other), other.name, other)
        for other in index.municipalities.values()
        if other != place
    ]
    return [
        Neighbour(other, max(round(km), 1), len(_in(other, index)))
        for km, _, other in nsmallest(NEIGHBOURS, others, key=lambda found: found[:2])
    ]
