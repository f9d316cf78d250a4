"""Reading the words' bitmaps: a fixed number of questions to the database, however many words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from pyroaring import BitMap

from initiatives.finding.prepared import Prepared

MOST_HOLDING = 40  # longer words that hold one that was typed
MOST_LIKE = 12  # words that may be meant by one that was mistyped

_AT = Prepared("SELECT key, bits FROM initiatives_posting WHERE key = ANY($1)", "text[]")
# As words.holds_part tells it.
_HOLDING = Prepared(
    """
SELECT typed.part, posting.key, posting.bits
FROM unnest($1, $2) AS typed (part, accident)
CROSS JOIN LATERAL (
    SELECT text FROM initiatives_word
    WHERE text LIKE '%' || typed.part || '%'
        AND position(typed.part IN text) NOT IN (2, 3)
        AND (typed.accident = '' OR position(typed.accident IN text) = 0)
    ORDER BY length(text), text
    LIMIT $3
) AS word
JOIN initiatives_posting AS posting
    ON posting.key IN ('t:' || word.text, 'n:' || word.text, 's:' || word.text)
""",
    *("text[]", "text[]", "integer"),
)
_LIKE = Prepared(
    """
SELECT typed.word, word.text
FROM unnest($1) AS typed (word)
CROSS JOIN LATERAL (
    SELECT text FROM initiatives_word
    WHERE text % typed.word OR text %> typed.word
    ORDER BY greatest(similarity(text, typed.word), word_similarity(typed.word, text)) DESC, text
    LIMIT $2
) AS word
""",
    *("text[]", "integer"),
)
_KNOWN = Prepared("SELECT text FROM initiatives_word WHERE text = ANY($1)", "text[]")


def bitmaps_at(keys: Iterable[str]) -> dict[str, BitMap]:
    """The bitmaps at those of `keys` that exist."""
    return {key: BitMap.deserialize(bytes(bits)) for key, bits in _AT.rows(list(keys))}


def bitmaps_holding(parts: dict[str, str]) -> dict[str, dict[str, BitMap]]:
    """For each of `parts` the bitmaps of the published words that hold it, of the shortest words
    first: those at 'samentuin' for 'tuin'. With each part comes the word in which it stands by
    accident, or ''."""
    found: defaultdict[str, dict[str, BitMap]] = defaultdict(dict)
    if parts:
        for part, key, bits in _HOLDING.rows(list(parts), list(parts.values()), MOST_HOLDING):
            found[part][key] = BitMap.deserialize(bytes(bits))
    return found


def words_like(words: list[str]) -> dict[str, list[str]]:
    """For each of `words` the published words that look like it, likest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word, text in _LIKE.rows(words, MOST_LIKE):
        found[word].append(text)
    return found


def published_words(texts: Iterable[str]) -> set[str]:
    """Those of `texts` that are published words."""
    return {text for (text,) in _KNOWN.rows(list(texts))}
