"""A few texts in memory, found by the same rules as what is published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nlargest

from pyroaring import BitMap

from initiatives.finding.lookup import MOST_HOLDING, MOST_LIKE
from initiatives.finding.postings import prominent_words, word_keys
from initiatives.finding.text import FIELDS, Bitmaps, Match, match_in
from initiatives.finding.words import holds_part


class Shelf:
    """Texts at the positions 0, 1, 2 ..., each of them a title, what stands near it, and a story.
    Its words can be looked up as those in the database can: see lookup.py."""

    def __init__(self, texts: Sequence[tuple[str, str, str]]) -> None:
        self._everything = BitMap(range(len(texts)))
        # Lists: of most words nobody asks a bitmap.
        self._positions: defaultdict[str, list[int]] = defaultdict(list)
        for position, text in enumerate(texts):
            for field, piece in zip(FIELDS, text, strict=True):
                for key in word_keys(field, piece):
                    self._positions[key].append(position)
        self._words = prominent_words(self._positions)

    def match(self, text: str) -> Match:
        """What `text` matches, best first."""
        return match_in(self, text, self._everything, names={})

    def bitmaps_at(self, keys: Iterable[str]) -> Bitmaps:
        """The bitmaps at those of `keys` that exist."""
        return {key: BitMap(self._positions[key]) for key in keys if key in self._positions}

    def bitmaps_holding(self, parts: dict[str, str]) -> dict[str, Bitmaps]:
        """For each of `parts` the bitmaps of the shortest words that hold it."""
        return {part: self._holding(part, accident) for part, accident in parts.items()}

    def _holding(self, part: str, accident: str) -> Bitmaps:
        longer = [word for word in self._words if holds_part(word, part, accident)]
        shortest = sorted(longer, key=lambda word: (len(word), word))[:MOST_HOLDING]
        return self.bitmaps_at(f"{field}:{word}" for word in shortest for field in FIELDS)

    def words_like(self, words: list[str]) -> dict[str, list[str]]:
        """For each of `words` those on the shelf that look like it, likest first."""
        return {word: self._like(word) for word in words}

    def _like(self, word: str) -> list[str]:
        mine = _trigrams(word)

        def likeness(text: str) -> tuple[int, int, str]:
            # Of two that have as much in common, the shorter one is more like it.
            return len(mine & _trigrams(text)), -len(text), text

        return nlargest(MOST_LIKE, self._words, key=likeness)

    def published_words(self, texts: Iterable[str]) -> set[str]:
        """Those of `texts` that are words on the shelf."""
        return self._words.intersection(texts)


def _trigrams(word: str) -> set[str]:
    """All pieces of three letters, its ends included, as Postgres makes them."""
    padded = f"  {word} "
    return {padded[at : at + 3] for at in range(len(padded) - 2)}
