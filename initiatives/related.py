"""Others to read beside one initiative, and why: a theme that both have, a place that is near,
words that return.

What binds two initiatives is a set of positions in the index, so that this takes as long at
100,000 initiatives as at 100: sets are made smaller, strongest bond first, until enough are found.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from pyroaring import BitMap

from initiatives.cards import Card, card_at
from initiatives.finding.index import Index
from initiatives.finding.nearby import KM_PER_DEGREE, distance
from initiatives.finding.postings import NEAR, TITLE
from initiatives.finding.prepared import Prepared
from initiatives.finding.rows import rows_at
from initiatives.finding.words import keys, words
from initiatives.models import Initiative, Version
from places.models import Municipality

SHOWN = 3
KM_AROUND = 15
# The same in degrees; in Belgium a degree of longitude is at least 69 km.
NORTHWARD, EASTWARD = Decimal(KM_AROUND / KM_PER_DEGREE), Decimal(KM_AROUND / 69)
# A word binds two initiatives when at most one in so many holds it. A long bitmap is of a word that
# stands everywhere: it is not even read.
RARE, ALWAYS_RARE = 50, 4
LONGEST_BITMAP = 8192  # bytes
MOST_WORDS = 20
WORDS_SAID = 3
_SHORT_BITMAPS = Prepared(
    "SELECT key, bits FROM initiatives_posting WHERE key = ANY($1) AND length(bits) <= $2",
    *("text[]", "integer"),
)


class Place(NamedTuple):
    """A municipality around, how far it is, and the positions of what is there."""

    municipality: Municipality
    km: float
    bits: BitMap


class Bonds(NamedTuple):
    """The positions of what has something in common with one initiative, by what that is."""

    themes: dict[str, BitMap]
    places: list[Place]
    words: dict[str, BitMap]


def related_to(initiative: Initiative, index: Index) -> list[Card]:
    """The cards of at most SHOWN others that have something in common with a published initiative,
    closest first; each says why. Two queries."""
    version = initiative.live_version
    bonds = Bonds(
        {theme.name: index.facet("thema", theme.slug) for theme in version.themes.all()},
        _around(version.municipality, index),
        _telling_words(initiative, index),
    )
    positions = _closest(bonds, initiative.position)
    return [
        card_at(row, index)._replace(why=_why(bonds, row.position)) for row in rows_at(positions)
    ]


def _closest(bonds: Bonds, own_position: int) -> list[int]:
    """The positions that share most, newest first among equals."""
    chosen: list[int] = []
    for bits in _tiers(bonds):
        left = bits - BitMap([own_position, *chosen])
        missing = SHOWN - len(chosen)
        chosen += [left[len(left) - 1 - nth] for nth in range(min(missing, len(left)))]
        if len(chosen) == SHOWN:
            break
    return chosen


def _tiers(bonds: Bonds) -> Iterator[BitMap]:
    """Sets of positions, those with the strongest bond first."""
    theme = _any(bonds.themes.values())
    near = _any(place.bits for place in bonds.places)
    here = _any(place.bits for place in bonds.places if place.km == 0)
    word, words = BitMap(), BitMap()
    for bits in bonds.words.values():
        words |= word & bits  # two words or more
        word |= bits
    yield words & theme & near
    yield words & theme
    yield word & theme & near
    yield word & theme
    yield here & theme
    if len(bonds.themes) > 1:
        yield BitMap.intersection(*bonds.themes.values()) & near
    yield theme & near
    yield words
    yield word & near
    yield theme
    yield here
    yield near


def _why(bonds: Bonds, position: int) -> str:
    """All that binds, in words: 'Ook over Tuin en groen · Op 8 km · Lijkt erop: soep, buren'."""
    reasons = []
    themes = [name for name, bits in bonds.themes.items() if position in bits]
    if themes:
        reasons.append(f"Ook over {', '.join(themes)}")
    for place in bonds.places:
        if position in place.bits:
            here = f"Ook in {place.municipality.name}"
            reasons.append(f"Op {max(round(place.km), 1)} km" if place.km else here)
    shared = [word for word, bits in bonds.words.items() if position in bits]
    if shared:
        reasons.append(f"Lijkt erop: {', '.join(shared[:WORDS_SAID])}")
    return " · ".join(reasons)


def _around(municipality: Municipality | None, index: Index) -> list[Place]:
    """The municipalities with something published that are near, itself included."""
    if municipality is None:
        return []
    # Most are outside a square around it; that is seen without measuring.
    latitude, longitude = municipality.latitude, municipality.longitude
    places = [
        Place(other, distance(municipality, other), index.facet("gemeente", other.slug))
        for other in index.municipalities.values()
        if abs(other.latitude - latitude) <= NORTHWARD
        and abs(other.longitude - longitude) <= EASTWARD
    ]
    return [place for place in places if place.km <= KM_AROUND]


def _telling_words(initiative: Initiative, index: Index) -> dict[str, BitMap]:
    """The words of a title and summary that few others have, rarest first, with who those are. One
    of the two has it in its title: a word that only two summaries share is seldom what they are
    about."""
    forms = _own_words(initiative.live_version)
    asked = {key for all_keys in forms.values() for key in all_keys}
    short = _SHORT_BITMAPS.rows(sorted(asked), LONGEST_BITMAP)
    found = {key: BitMap.deserialize(bytes(bits)) for key, bits in short}
    own = BitMap([initiative.position])
    held = {word: _any(found[key] for key in forms[word] if key in found) - own for word in forms}
    most = max(len(index.all) // RARE, ALWAYS_RARE)
    telling = [word for word, bits in held.items() if 0 < len(bits) <= most]
    return {word: held[word] for word in sorted(telling, key=lambda word: len(held[word]))}


def _own_words(version: Version) -> dict[str, set[str]]:
    """The first words of `version`, as written but in lower case, and the keys at which others
    have them."""
    named = [theme.name for theme in version.themes.all()]
    if version.municipality:
        named.append(version.municipality.name)
    # What is already said by 'Ook over' or 'Ook in' is no word that they happen to share.
    said = {key for name in named for word in words(name) for key in keys(word)}
    own: dict[str, set[str]] = {}
    for text, fields in ((version.title, (TITLE, NEAR)), (version.summary, (TITLE,))):
        for written in text.lower().split():
            for word in words(written):
                if len(own) < MOST_WORDS and not word.isdigit() and not keys(word) & said:
                    key_set = own.setdefault(word, set())
                    key_set |= {f"{field}:{key}" for field in fields for key in keys(word)}
    return own


def _any(bitmaps) -> BitMap:
    together = BitMap()
    for bits in bitmaps:
        together |= bits
    return together
