"""What a card says of an initiative.

A page of the showcase is read in one query, by position; nothing of it is kept between visits.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString

from initiatives.covers import cover_svg, rope_svg, swatch_svg
from initiatives.finding.highlight import holds, marked, snippet
from initiatives.finding.index import Index
from initiatives.finding.query import Query
from initiatives.finding.results import Results
from initiatives.finding.rows import Row, rows_at, stories_of
from initiatives.models import Theme
from initiatives.models.version import place_label
from initiatives.photo_html import photo_html

SHOWN = ("theme", "title", "summary", "place")  # where words can be marked
PLAIN_WEAVE = "plat"
CARD_WIDTH = "(min-width: 40em) 24rem, 100vw"


class Card(NamedTuple):
    """One card. `cover` is HTML; `theme` is the name of its theme, `swatch` a sample of its weave;
    `why` says why it is shown, `distance` how far it is, and either may be ''."""

    url: str
    cover: SafeString
    swatch: SafeString
    theme: str
    title: str
    summary: str
    is_example: bool
    place: str
    distance: str = ""
    why: str = ""


def card_at(row: Row, index: Index) -> Card:
    """The card of a row."""
    themes = index.themes_at(row.position)
    photo = row[-4:] if row.photo_id else None
    return Card(
        _address(row.slug),
        *dress(row.slug, themes[0] if themes else None, photo),
        row.title,
        row.summary,
        row.is_example,
        place_label(index.by_nis.get(row.nis), row.spot, row.meeting),
    )


def newest_cards(index: Index, number: int) -> list[Card]:
    """The cards of what was published last. One query."""
    positions = Results(Query(), index).newest(number)
    return [card_at(row, index) for row in rows_at(positions)]


def cards_of(results: Results) -> list[Card]:
    """The cards of a page of `results`: the words that were looked for marked, with how far it is
    and where the words stand that the card doesn't show. Where nothing is found: those that come
    nearest."""
    if not results.count:
        return [card_at(row, results.index) for row in results.nearest_instead]
    cards = [card_at(row, results.index) for row in results.page]
    if results.near:
        cards = [
            card._replace(distance=_distance(row, results))
            for card, row in zip(cards, results.page, strict=True)
        ]
    if results.match and results.match.forms:
        cards = _marked(cards, results)
    return cards


def _marked(cards: list[Card], results: Results) -> list[Card]:
    forms = results.match.forms
    cards = [
        card._replace(**{name: marked(getattr(card, name), forms) for name in SHOWN})
        for card in cards
    ]
    silent = {
        row.version_id
        for card, row in zip(cards, results.page, strict=True)
        if not any("<mark>" in getattr(card, name) for name in SHOWN)
    }
    stories = stories_of(silent)
    return [
        card._replace(why=_why(row, results.index, forms, stories[row.version_id]))
        if row.version_id in silent
        else card
        for card, row in zip(cards, results.page, strict=True)
    ]


def _why(row: Row, index: Index, forms: AbstractSet[str], story: str) -> SafeString:
    """Where the words stand that the card doesn't show."""
    place = index.by_nis.get(row.nis)
    codes = [f"Postcode {code}" for code in place.postcodes] if place else []
    for text in (*codes, row.spot, *(theme.name for theme in index.themes_at(row.position))):
        if holds(text, forms):
            return marked(text, forms)
    return snippet(story, forms)


def _distance(row: Row, results: Results) -> str:
    place = results.index.by_nis.get(row.nis)
    kilometres = results.distances.get(place.nis, 0) if place else 0
    return f"op {kilometres:.0f} km van {results.near.name}" if kilometres >= 1 else ""


@lru_cache(maxsize=4096)
def _address(slug: str) -> str:
    # Working it out takes as long as the rest of the card.
    return reverse("initiatives:detail", args=[slug])


def dress(
    slug: str, theme: Theme | None, photo: tuple[object, int, int, str] | None
) -> tuple[SafeString, SafeString, str]:
    """The cover, the sample of the weave, and the name of the theme."""
    weave = theme.weave if theme else PLAIN_WEAVE
    if photo:
        cover = photo_html(*photo, sizes=CARD_WIDTH) + rope_svg(weave)
    else:
        cover = cover_svg(slug, weave)
    return cover, swatch_svg(weave), theme.name if theme else ""
