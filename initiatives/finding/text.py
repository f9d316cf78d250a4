"""Matching what was typed: every word must be found, in its own form, as a part of a longer word,
in two halves, or with a typing error; where it is found decides how well."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from pyroaring import AbstractBitMap, BitMap

from initiatives.finding import lookup
from initiatives.finding.index import Index
from initiatives.finding.postings import NEAR, STORY, TITLE
from initiatives.finding.typos import likest, near_misses
from initiatives.finding.words import halves, holds_part, keys, parts, words

MOST_WORDS = 8
FIELDS = (TITLE, NEAR, STORY)
WAYS = ("exact", "head", "any")
SOME_WORDS = len(FIELDS) * len(WAYS)  # the level of what does not hold all words
Bitmaps = dict[str, AbstractBitMap]  # by key: where a word stands in a field


class Lookup(Protocol):
    """Where words are kept: those of the showcase in the database (lookup.py, which says what each
    question means), those of a few texts in memory (shelf.py)."""

    def bitmaps_at(self, keys: Iterable[str]) -> Bitmaps: ...
    def bitmaps_holding(self, parts: dict[str, str]) -> dict[str, Bitmaps]: ...
    def words_like(self, words: list[str]) -> dict[str, list[str]]: ...
    def published_words(self, texts: Iterable[str]) -> set[str]: ...


@dataclass(frozen=True)
class Match:
    """What a text matches. `tiers` are disjoint, best first; `levels` say how well each of them
    matches, which may be compared between any texts: 0 is best. `forms` are the words to highlight.
    Of the words that were typed, `guessed` were found as typing errors and `missed` nowhere;
    `is_partial` says that not all words match."""

    tiers: list[BitMap]
    forms: frozenset[str]
    missed: list[str]
    guessed: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)
    is_partial: bool = False


def _no_bits() -> dict[str, BitMap]:
    return {field: BitMap() for field in FIELDS}


@dataclass
class _Found:
    """Where one word stands, by field: exactly so; that, or as the head of a longer word (a
    'samentuin' is a 'tuin', 'tuinhulp' is none); or in any way that counts."""

    exact: dict[str, BitMap] = field(default_factory=_no_bits)
    head: dict[str, BitMap] = field(default_factory=_no_bits)
    any: dict[str, BitMap] = field(default_factory=_no_bits)
    forms: set[str] = field(default_factory=set)
    is_guess: bool = False

    def add(self, bitmaps: Bitmaps, *ways: str) -> None:
        """It also stands where `bitmaps` say, of postings, in those ways."""
        for key, bits in bitmaps.items():
            self.forms.add(key[2:])
            for way in ways:
                getattr(self, way)[key[0]] |= bits


def match(text: str, index: Index) -> Match:
    """What `text` matches of all that is published, best first.

    When no initiative holds all words, those that hold some of them come instead: those with most
    words and the rarest words first.
    """
    return match_in(lookup, text, index.all, index.names)


def match_in(kept: Lookup, text: str, everything: AbstractBitMap, names: Bitmaps) -> Match:
    """The same, in any texts of which the words are `kept`. `everything` holds the positions of all
    of them. `names` are words that are not kept but count too; see Index.names."""
    typed = list(dict.fromkeys(words(text)))[:MOST_WORDS]
    if not typed:
        return Match([], frozenset(), [])
    found = _find(typed, kept, names)
    missed = [word for word in typed if not found[word].forms]
    guessed = [word for word in typed if found[word].forms and found[word].is_guess]
    forms = frozenset().union(*(where.forms for where in found.values()))
    everywhere = {word: _union(where.any, FIELDS) & everything for word, where in found.items()}
    full = BitMap.intersection(*everywhere.values())
    if full:
        ranked = _ranked(list(found.values()), full)
        return Match(list(ranked.values()), forms, missed, guessed, list(ranked))
    in_title = BitMap.union(*(where.any[TITLE] for where in found.values()))
    tiers = _by_words(list(everywhere.values()), in_title, len(everything))
    levels = [SOME_WORDS] * len(tiers)
    return Match(tiers, forms, missed, guessed, levels, is_partial=True)


def _find(typed: list[str], kept: Lookup, names: Bitmaps) -> dict[str, _Found]:
    """Where each word stands, in two questions to what is kept, and three more for typing errors:
    questions are what a search costs."""
    forms = [form for word in typed for form in _forms(word)]
    exact = _together(kept.bitmaps_at(_keys_at(forms)), names)
    holding = kept.bitmaps_holding({part: by for word in typed for part, by in parts(word).items()})
    found = {}
    for word in typed:
        found[word] = where = _Found()
        where.add(_among(exact, keys(word)), *WAYS)
        for part, accident in parts(word).items():
            longer = _together(holding.get(part, {}), _names_holding(part, accident, names))
            where.add({key: longer[key] for key in longer if key.endswith(part)}, "head", "any")
            where.add(longer, "any")
        # Two halves in one story may be there by accident: only for want of the word itself.
        fields = (TITLE, NEAR) if where.forms else FIELDS
        for half, other in halves(word):
            where.add(_both(_among(exact, [half]), _among(exact, [other]), fields), "any")
    if unknown := [word for word in typed if not found[word].forms]:
        meant = _meant(unknown, kept, names)
        bitmaps = kept.bitmaps_at(_keys_at(text for texts in meant.values() for text in texts))
        for word, texts in meant.items():
            found[word].is_guess = True
            found[word].add(_among(_together(bitmaps, names), texts), "any")
    return found


def _together(bitmaps: Bitmaps, others: Bitmaps) -> Bitmaps:
    """The bitmaps of both; what both have at a key is one."""
    both = {key: bits | others[key] for key, bits in bitmaps.items() if key in others}
    return {**others, **bitmaps, **both}


def _names_holding(part: str, accident: str, names: Bitmaps) -> Bitmaps:
    """Those of `names` that hold a part, as lookup.bitmaps_holding finds words that do."""
    return {key: bits for key, bits in names.items() if holds_part(key[2:], part, accident)}


def _forms(word: str) -> set[str]:
    return {*keys(word), *(half for pair in halves(word) for half in pair)}


def _keys_at(forms: Iterable[str]) -> list[str]:
    return [f"{field}:{form}" for form in forms for field in FIELDS]


def _among(bitmaps: Bitmaps, forms: Iterable[str]) -> Bitmaps:
    return {key: bitmaps[key] for key in _keys_at(forms) if key in bitmaps}


def _both(half: Bitmaps, other: Bitmaps, fields: tuple[str, ...]) -> Bitmaps:
    """Where two words stand together, at the keys of both, as far as that is in `fields`. The one
    that stands in the lesser field decides which."""
    both: Bitmaps = {}
    for key, bits in half.items():
        for other_key, other_bits in other.items():
            at = max(key[0], other_key[0], key=FIELDS.index)
            if at in fields and (together := bits & other_bits):
                for text in (key[2:], other_key[2:]):
                    both[f"{at}:{text}"] = both.get(f"{at}:{text}", BitMap()) | together
    return both


def _meant(unknown: list[str], kept: Lookup, names: Bitmaps) -> dict[str, list[str]]:
    """For each of the words that stand nowhere, what it may be a typing error of."""
    mended = {word: near_misses(word) for word in unknown}
    known = kept.published_words({text for texts in mended.values() for text in texts})
    alike = kept.words_like(unknown)
    named = {key[2:] for key in names if key.startswith(NEAR)}
    return {word: likest(word, {*alike[word], *(mended[word] & known), *named}) for word in unknown}


def _union(bitmaps: Bitmaps, fields: tuple[str, ...]) -> BitMap:
    return BitMap.union(*(bitmaps[field] for field in fields))


def _ranked(found: list[_Found], full: BitMap) -> dict[int, BitMap]:
    """`full` in disjoint tiers by level: all words exactly in the title first, somewhere last."""
    tiers, left = [], full
    for fields in ((TITLE,), (TITLE, NEAR), FIELDS):
        for way in WAYS:
            tier = left.copy()
            for where in found:
                tier &= _union(getattr(where, way), fields)
            tiers.append(tier)
            left = left - tier
    return {level: tier for level, tier in enumerate(tiers) if tier}


def _by_words(everywhere: list[BitMap], in_title: BitMap, of: int) -> list[BitMap]:
    """Disjoint tiers of what holds some of the words, heaviest first: a word weighs more the fewer
    of all `of` initiatives hold it, and any of them in the title decides between equals."""
    classes = [(0.0, BitMap.union(*everywhere))]
    for bits in everywhere:
        weight = math.log(1 + of / max(len(bits), 1))
        split = [(total + weight, tier & bits) for total, tier in classes]
        split += [(total, tier - bits) for total, tier in classes]
        classes = [(total, tier) for total, tier in split if tier]
    classes.sort(key=lambda item: -item[0])
    tiers = [tier for _, both in classes for tier in (both & in_title, both - in_title)]
    return [tier for tier in tiers if tier]
