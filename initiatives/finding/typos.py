"""Forgiving typing errors."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase

from initiatives.finding.words import keys

SHORTEST_FORGIVEN = 4  # letters: a shorter word resembles too many others
MANY_LETTERS = 8  # from so many letters on, two typing errors are forgiven
MOST_ERRORS = 3


def near_misses(word: str) -> set[str]:
    """All that `word` can become by mending one typing error. Only for a short word: of a longer
    one enough letters stay in their place to find what resembles it."""
    if not SHORTEST_FORGIVEN <= len(word) < MANY_LETTERS:
        return set()
    mended = set()
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        mended |= {before + letter + after for letter in ascii_lowercase}
        mended.add(before + after[1:])
        mended.add(before + after[1:2] + after[:1] + after[2:])
        if at:  # who mistypes the first letter of a short word sees it
            mended |= {before + letter + after[1:] for letter in ascii_lowercase}
    return mended


def likest(word: str, candidates: Iterable[str]) -> list[str]:
    """Those of `candidates` that `word` is most likely a typing error of; none if it has too many
    errors for any."""
    if len(word) < SHORTEST_FORGIVEN or word.isdecimal():
        return []
    forms = [form for form in keys(word) if len(form) >= SHORTEST_FORGIVEN]
    errors = {text: min(_errors(form, text) for form in forms) for text in candidates}
    if len(word) >= MANY_LETTERS:
        # It may stand at the beginning or at the end of a longer word.
        errors |= {
            text: min(errors[text], *(_errors(word, end) for end in _ends(text, len(word))))
            for text in errors
            if len(text) > len(word)
        }
    fewest = min(errors.values(), default=0)
    allowed = min(len(word) // SHORTEST_FORGIVEN, MOST_ERRORS)
    return sorted(text for text, number in errors.items() if number == fewest <= allowed)


def _ends(text: str, size: int) -> list[str]:
    return [end for length in (size - 1, size, size + 1) for end in (text[:length], text[-length:])]


def _errors(one: str, other: str) -> int:
    """How many letters are missing, too many, wrong, or swapped with the next one."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        line = [row]
        for column, opposite in enumerate(other, start=1):
            cost = min(
                last[column] + 1, line[column - 1] + 1, last[column - 1] + (letter != opposite)
            )
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == opposite:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        before, last = last, line
    return last[-1]
