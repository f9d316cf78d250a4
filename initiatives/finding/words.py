"""From text to the keys it is found by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

# Longer 'words' are no words; the limit keeps keys and queries small.
LONGEST_WORD = 40
_WORD = re.compile(r"[a-z0-9]+")
_stemmer = snowballstemmer.stemmer("dutch")
_older_stemmer = snowballstemmer.stemmer("dutch_porter")

# Words that stand everywhere and find nothing.
STOPWORDS = frozenset(
    [
        "aan",
        "al",
        "als",
        "alle",
        "ben",
        "bij",
        "dan",
        "dat",
        "de",
        "den",
        "der",
        "deze",
        "die",
        "dit",
        "doen",
        "door",
        "dus",
        "een",
        "en",
        "er",
        "ge",
        "geen",
        "haar",
        "had",
        "heb",
        "heeft",
        "hem",
        "het",
        "hij",
        "hoe",
        "hun",
        "iets",
        "ik",
        "in",
        "is",
        "je",
        "jij",
        "jou",
        "jouw",
        "kan",
        "ken",
        "kun",
        "maar",
        "me",
        "mee",
        "meer",
        "men",
        "met",
        "mij",
        "mijn",
        "na",
        "naar",
        "niet",
        "nog",
        "nu",
        "of",
        "om",
        "omdat",
        "ons",
        "onze",
        "ook",
        "op",
        "over",
        "per",
        "s",
        "samen",
        "te",
        "tot",
        "u",
        "uit",
        "uw",
        "van",
        "veel",
        "voor",
        "waar",
        "was",
        "wat",
        "we",
        "wel",
        "werd",
        "wie",
        "wij",
        "wil",
        "word",
        "worden",
        "zal",
        "ze",
        "zich",
        "zij",
        "zijn",
        "zo",
        "zou",
        "t",
        "n",
        "m",
    ]
) - {"samen"}


def plain(text: str) -> str:
    """`text` in lower case, without accents: 'Café' becomes 'cafe'."""
    letters = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def words(text: str) -> list[str]:
    """The words of `text` that say something, in order, in plain letters."""
    return [
        word
        for word in _WORD.findall(plain(text))
        if word not in STOPWORDS and len(word) <= LONGEST_WORD
    ]


# What no rule finds.
IRREGULAR = {"kinderen": "kind", "steden": "stad", "leden": "lid", "eieren": "ei", "hulp": "help"}


@lru_cache(maxsize=50_000)
def keys(word: str) -> frozenset[str]:
    """All forms under which `word` (in plain letters) is kept and looked up.

    One Dutch stemmer misses what the other finds: 'eenzame' and 'eenzaamheid' meet in the older
    one's stem, 'brieven' and 'brief' in the newer one's. A match in any form is a match.
    """
    if word.isdigit():
        return frozenset({word})
    word = IRREGULAR.get(word, word)
    stems = {word, _stemmer.stemWord(word), _older_stemmer.stemWord(word)}
    # 'deelt' keeps its t, 'delen' loses its ending: they meet without the t.
    stems |= {stem[:-1] for stem in stems if len(stem) > 4 and stem.endswith("t")}
    # A stem that keeps less than half of the word ('zel' of 'gezellige') says too little.
    return frozenset(stem for stem in stems if len(stem) * 2 >= len(word))
