"""From text to the keys it is found by."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from threading import Lock

import snowballstemmer

# Longer 'words' are no words; the limit keeps keys and queries small.
LONGEST_WORD = 40
_WORD = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"\((\w+)\)")
# Accents and the like, in every script: each becomes nothing.
_MARKS = {code: None for code in range(0x300, 0x1F000) if unicodedata.combining(chr(code))}
_stemmer = snowballstemmer.stemmer("dutch")
_older_stemmer = snowballstemmer.stemmer("dutch_porter")
# A stemmer remembers where it is in a word: two threads at once get wrong stems, or an error.
_stemming = Lock()

# Words that stand everywhere and find nothing.
STOPWORDS = frozenset(
    """
    aan al als alle ben bij dan dat de den der deze die dit doen door dus een en er ge geen haar
    had heb heeft hem het hij hoe hun iets ik in is je jij jou jouw kan ken kun m maar me mee meer
    men met mij mijn n na naar niet nog nu of om omdat ons onze ook op over per s t te tot u uit
    uw van veel voor waar was wat we wel werd wie wij wil word worden zal ze zich zij zijn zo zou
    """.split()  # noqa: SIM905 -- a word on each line would say no more
)

# What no rule finds.
IRREGULAR = {
    "eieren": "ei",
    "hulp": "help",
    "kinderen": "kind",
    "kledij": "kleding",
    "kleren": "kleding",
    "leden": "lid",
    "st": "sint",
    "steden": "stad",
}
# Here the t is no ending of a verb, and what is left without it means something else.
_T_STAYS = ("buurt", "plant", "beurt", "start", "tweet")
# A verb made of a noun whose long vowel it has as one letter: 'fotograferen' of 'fotograaf'.
_VERB_OF_NOUN = re.compile(r"(\w{2,}[^aeiou])([aeou])([^aeiou])e(?:ren|ert|erden?)")
# Longer words in which a word stands by accident: who looks for a 'buur' wants no 'buurtfeest'.
_BY_ACCIDENT = {
    "bal": "balans",
    "boek": "boeket",
    "buur": "buurt",
    "eten": "moeten",
    "groen": "groent",
    "kar": "kart",
    "kat": "katoen",
    "koe": "koek",
    "plan": "plant",
    "thee": "theek",
}
SHORTEST_PART = 3  # letters: a shorter part stands in too many words by accident
SHORTEST_STEM_AS_PART = 4


def plain(text: str) -> str:
    """`text` in lower case, without accents: 'Café' becomes 'cafe'."""
    text = text.lower()
    return text if text.isascii() else unicodedata.normalize("NFKD", text).translate(_MARKS)


def words(text: str) -> list[str]:
    """The words of `text` that say something, in order, in plain letters. 'buur(t)' is two words:
    with and without."""
    text = plain(text)
    if "(" in text:
        text += " " + _IN_BRACKETS.sub(r"\1", text)
    return [
        word for word in _WORD.findall(text) if word not in STOPWORDS and len(word) <= LONGEST_WORD
    ]


@lru_cache(maxsize=20_000)
def keys(word: str) -> frozenset[str]:
    """All forms under which `word` (in plain letters) is kept and looked up.

    One Dutch stemmer misses what the other finds: 'eenzame' and 'eenzaamheid' meet in the older
    one's stem, 'brieven' and 'brief' in the newer one's. A match in any form is a match.
    """
    if word.isdecimal():
        return frozenset({word})
    bases = {word, IRREGULAR.get(word, word)}
    # 'deelt' keeps its t, 'delen' loses its ending: they meet without the t.
    if len(word) > 4 and word.endswith("t") and not word.endswith(_T_STAYS):
        bases.add(word[:-1])
    if verb := _VERB_OF_NOUN.fullmatch(word):
        before, vowel, after = verb.groups()
        bases.add(f"{before}{vowel}{vowel}{after}")
    with _stemming:
        stems = {stemmer.stemWord(base) for base in bases for stemmer in (_stemmer, _older_stemmer)}
    # A stem that keeps less than half of the word ('zel' of 'gezellige') says too little.
    return frozenset(bases | {stem for stem in stems if len(stem) * 2 >= len(word)})


def parts(word: str) -> dict[str, str]:
    """What longer words may hold that are meant by `word`: itself and its stems, each with the word
    in which it stands by accident, or ''. None for a number or a very short word."""
    if word.isdecimal():
        return {}
    found = [form for form in keys(word) if len(form) >= SHORTEST_STEM_AS_PART]
    found += [word] if SHORTEST_PART <= len(word) < SHORTEST_STEM_AS_PART else []
    # What holds a part holds its beginning too.
    shortest = [form for form in found if not any(form != it and it in form for it in found)]
    return {form: _BY_ACCIDENT.get(form, "") for form in shortest}


def holds_part(word: str, part: str, accident: str) -> bool:
    """Whether a longer `word` holds `part`: at its beginning, or after at least three letters, and
    not inside `accident`. 'vergeten' has an end in common with 'weten', but the 'eten' in 'weten'
    is no part."""
    at = word.find(part)
    return (at == 0 or at >= SHORTEST_PART) and not (accident and accident in word)


def halves(word: str) -> list[tuple[str, str]]:
    """The pairs of words that `word` may be written for: 'repaircafe' for 'repair cafe'."""
    if word.isdecimal():
        return []
    cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
    return [(word[:cut], word[cut:]) for cut in cuts]
