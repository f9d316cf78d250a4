"""Matching what was typed: every word must be found, in its own form, as a part of a longer word,
or with a typing error; where it is found decides how well."""

from __future__ import annotations

from dataclasses import dataclass

from pyroaring import BitMap

from initiatives.finding.index import word_bitmaps, words_like, words_with
from initiatives.finding.postings import NEAR, STORY, TITLE
from initiatives.finding.words import keys, words

MOST_WORDS = 8
SHORTEST_PART = 3  # letters: a shorter part stands in too many words by accident
FIELDS = (TITLE, NEAR, STORY)


@dataclass(frozen=True)
class Match:
    """What a text matches. `tiers` are disjoint, best first; `forms` are the words to highlight;
    `missed` are the words that were found nowhere; `is_partial` says that not all words match."""

    tiers: list[BitMap]
    forms: frozenset[str]
    missed: list[str]
    is_partial: bool = False


@dataclass(frozen=True)
class _Found:
    """Where one word stands: exactly so, and in any way that counts, by field."""

    exact: dict[str, BitMap]
    any: dict[str, BitMap]
    forms: frozenset[str]


def match(text: str, within: BitMap) -> Match:
    """What `text` matches of the positions `within`, best first.

    When no initiative holds all words, those that hold some of them come instead, most words first.
    """
    typed = list(dict.fromkeys(words(text)))[:MOST_WORDS]
    found = [_find(word) for word in typed]
    missed = [word for word, where in zip(typed, found, strict=True) if not where.forms]
    forms = frozenset().union(*(where.forms for where in found))
    if not typed:
        return Match([], forms, missed)
    everywhere = [_union(where.any, FIELDS) & within for where in found]
    full = BitMap.intersection(*everywhere)
    if full:
        return Match(_ranked(found, full), forms, missed)
    return Match(_by_number_of_words(everywhere), forms, missed, is_partial=True)


def _find(word: str) -> _Found:
    exact_forms = keys(word)
    exact = word_bitmaps(f"{field}:{form}" for field in FIELDS for form in exact_forms)
    parts = words_with(word) if len(word) >= SHORTEST_PART and not word.isdigit() else []
    forms = {form for form in exact_forms if any(f"{field}:{form}" in exact for field in FIELDS)}
    if not forms and not parts and not word.isdigit():
        parts = words_like(word)
    others = word_bitmaps(f"{field}:{part}" for field in FIELDS for part in parts)
    return _Found(
        exact=_by_field(exact),
        any=_by_field(exact | others),
        forms=frozenset({*forms, *parts}),
    )


def _by_field(bitmaps: dict[str, BitMap]) -> dict[str, BitMap]:
    by_field = {field: BitMap() for field in FIELDS}
    for key, bits in bitmaps.items():
        by_field[key[0]] |= bits
    return by_field


def _union(bitmaps: dict[str, BitMap], fields: tuple[str, ...]) -> BitMap:
    return BitMap.union(*(bitmaps[field] for field in fields))


def _ranked(found: list[_Found], full: BitMap) -> list[BitMap]:
    """`full` in disjoint tiers: all words exactly in the title first, somewhere last."""
    tiers, left = [], full
    for way, fields in (
        ("exact", (TITLE,)),
        ("any", (TITLE,)),
        ("exact", (TITLE, NEAR)),
        ("any", (TITLE, NEAR)),
        ("exact", FIELDS),
        ("any", FIELDS),
    ):
        tier = left.copy()
        for where in found:
            tier &= _union(getattr(where, way), fields)
        tiers.append(tier)
        left = left - tier
    return [tier for tier in tiers if tier]


def _by_number_of_words(everywhere: list[BitMap]) -> list[BitMap]:
    """Disjoint tiers: those with most of the words first."""
    at_least = [BitMap() for _ in everywhere]
    for bits in everywhere:
        for number in reversed(range(1, len(at_least))):
            at_least[number] |= at_least[number - 1] & bits
        at_least[0] |= bits
    tiers, seen = [], BitMap()
    for bits in reversed(at_least):
        tiers.append(bits - seen)
        seen |= bits
    return [tier for tier in tiers if tier]
