"""Dutch about neighbourhood life: words by Zipf's law, compounds from their parts.

A search index is as slow as its words are common. Text of equally likely words, or Latin, would
make it look faster than it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from random import Random

WORDS = Path(__file__).parent / "words"
COMPOUNDS = 2300  # with the words of the lists: about 3,000 in all
LONGEST_STORY = 5800  # characters; the form takes 6,000

SENTENCES = [
    "Elke {day} {did} we samen in {the}.",
    "We {did} met {number} mensen uit {the}.",
    "Het begon met {a_kind} {compound}.",
    "Iemand zette {the} op de stoep, en daarna kwam {the}.",
    "Wie wil {do}, is welkom in {the_compound}.",
    "Wie niet kan {do}, komt gewoon {do}.",
    "Sinds {year} is er ook {the_compound}.",
    "Voor {the} is dat {kind} en {kind}.",
    "De ene brengt {the} mee, de andere {the}.",
    "{The} en {the} horen bij elkaar.",
    "Zonder {the_compound} was er geen {compound}.",
    "We vroegen aan {the} wat er nodig was.",
    "Het antwoord was {kind}: {the}, en tijd om te {do}.",
    "In {place} kent iedereen {the_compound}.",
    "Ook {the} van {place} doet mee.",
    "’s Avonds {did} er nog {number} buren bij {the}.",
    "{The} is nu {a_kind} plek waar we {do} en {do}.",
    "Nieuwe mensen vinden ons door {the_compound}.",
    "Soms gaat het over {the}, soms over {the}, vaak over niets.",
    "We {did}, {did} en {did}, en dan was het tijd voor {the}.",
    "Dat kost niet veel: {the}, {the} en een beetje {kind} moed.",
    "Een keer per maand beslissen we samen over {the_compound}.",
    "Wat we leerden: begin {kind}, en vergeet {the} niet.",
    "Door {the} leerden we {the} kennen.",
]
SUMMARIES = [
    "Buren uit {place} {did} samen rond {the_compound}.",
    "{a_kind} {compound} voor wie wil {do} en {do}.",
    "Samen {do} in {the}, elke {day}.",
    "Van {the} naar {the}: {the_compound} brengt mensen samen.",
    "We {do} met {the} van {place}, en iedereen is welkom.",
    "Een plek om te {do}, met {the} en {the_compound}.",
]
TITLES = [
    "{Compound} {place}",
    "{Compound}",
    "{The_compound}",
    "{Compound} ’t {Compound}",
    "{Do} in {place}",
    "{Kind} {thing} {place}",
    "{The_compound} van {place}",
    "Samen {do} aan {the}",
    "{Compound} & {compound}",
    "{Thing} voor {the}",
]
DAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "week"]


def read_list(name: str) -> list[str]:
    """The lines of one of our lists of words, without its comments."""
    lines = (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def compounds(count: int = COMPOUNDS) -> list[str]:
    """`count` compounds with their article, always the same: 'de soepkar', 'het buurtfeest'."""
    pairs = [
        f"{article} {first}{last}"
        for first in read_list("first_parts")
        for article, last in (line.split(" ", 1) for line in read_list("last_parts"))
        if first != last
    ]
    return Random(3).sample(pairs, count)  # noqa: S311 - words, not secrets


def zipf(count: int, exponent: float = 1.0) -> list[float]:
    """The cumulative weights of `count` things of which the first is the most common."""
    return list(accumulate((rank + 1.5) ** -exponent for rank in range(count)))


class Language:
    """Texts from one source of chance, so that the same seed gives the same texts."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        things, made = read_list("things"), compounds()
        self._words = {
            "the": things,
            "thing": [thing.split(" ", 1)[1] for thing in things],
            "the_compound": made,
            "compound": [compound.split(" ", 1)[1] for compound in made],
            "do": [line.split()[0] for line in read_list("deeds")],
            "did": [line.split()[1] for line in read_list("deeds")],
            "kind": [line.split()[0] for line in read_list("kinds")],
            "a_kind": [f"een {line.split()[1]}" for line in read_list("kinds")],
            "day": DAYS,
            "year": [str(year) for year in range(2026, 2005, -1)],
            "number": [str(number) for number in range(3, 60)],
        }
        self._weights = {slot: zipf(len(words)) for slot, words in self._words.items()}
        self._drawn = {slot: self._draw(slot) for slot in self._words}
        self._place = ""

    def __getitem__(self, slot: str) -> str:
        """The next word for a slot of a sentence; a slot with a capital gives one."""
        if slot == "place":
            return self._place
        if slot[0].isupper():
            word = self[slot.lower()]
            return word[0].upper() + word[1:]
        return next(self._drawn[slot])

    def _draw(self, slot: str) -> Iterator[str]:
        words, weights = self._words[slot], self._weights[slot]
        while True:  # a thousand at a time is much faster than one
            yield from self._chance.choices(words, cum_weights=weights, k=1000)

    def _sentence(self, patterns: list[str]) -> str:
        text = self._chance.choice(patterns).format_map(self)
        return text[0].upper() + text[1:]

    def title(self, place: str) -> str:
        """A name for an initiative in `place`, at most 80 characters."""
        self._place = place
        return self._sentence(TITLES)[:80].strip()

    def summary(self, place: str) -> str:
        """What it is in one sentence, at most 200 characters."""
        self._place = place
        return self._sentence(SUMMARIES)[:200]

    def story(self, place: str) -> str:
        """Its story: a few sentences or many pages, in paragraphs; about 1,000 characters."""
        self._place = place
        length = min(int(self._chance.lognormvariate(6.8, 0.7)) + 120, LONGEST_STORY)
        text = ""
        while len(text) < length:
            text += self._sentence(SENTENCES)
            text += "\n\n" if self._chance.random() < 0.2 else " "
        return text.strip()

    def answer(self, place: str) -> str:
        """An answer of one or two sentences."""
        self._place = place
        return " ".join(
            self._sentence(SENTENCES) for _ in range(1 + int(self._chance.random() * 2))
        )

    def typing_error(self, word: str) -> str:
        """`word` with one letter left out, doubled, or swapped with the next."""
        place = self._chance.randrange(1, len(word) - 1)
        kind = self._chance.randrange(3)
        if kind == 0:
            return word[:place] + word[place + 1 :]
        if kind == 1:
            return word[:place] + word[place] + word[place:]
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
