"""How easy a Dutch text reads: the index of Flesch as Douma fitted it to Dutch (1960)."""

from __future__ import annotations

import re

# What is one sound, the longest first: so 'idee' has two, 'initiatief' five, 'ideeën' three.
VOWELS = re.compile(
    r"aai|ooi|oei|eeu|ieu|eau|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|au|ou|ai|oi|oy|ay|[aeiouy]"
    r"|[áàâäéèêëíìîïóòôöúùûü]"
)
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

# What stands on every page: names, and the words that the site is about. Who reads here knows them
# at a glance, and no other word says the same; each counts as two syllables, the mean of Dutch.
FAMILIAR = re.compile(
    r"(burger|vrijwilligers)?initiatie(f|ven)|burgersaanzet|gemeente[ns]?|organisaties?"
    r"|verenigingen|vereniging|vrijwilligers?|medewerkers?|inspiratiemoment(en)?|e-mailadres"
    r"|(privacy)?gegevensbeschermingsautoriteit|bijvoorbeeld"
)


def words(text: str) -> list[str]:
    """The words of a text, numbers and signs left out."""
    return WORD.findall(text)


def syllables(word: str) -> int:
    """How many syllables a Dutch word has, at least one; two where it is familiar."""
    if FAMILIAR.fullmatch(word.lower()):
        return 2
    return max(len(VOWELS.findall(word.lower())), 1)


def reading_ease(sentences: list[str]) -> float:
    """From 0 (only for scholars) to 100 and more (for a child), over these sentences together.

    Sentences without a word are no text: they must not be there.
    """
    found = [word for sentence in sentences for word in words(sentence)]
    per_word = sum(syllables(word) for word in found) / len(found)
    return 206.84 - 77 * per_word - 0.93 * len(found) / len(sentences)
