"""What a text finds on the whole site."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse

from baz_site.search.hits import Hit, hit_of, hit_of_card
from baz_site.search.sources import SOURCES, Document, Source
from initiatives.cards import cards_of
from initiatives.finding.index import Index
from initiatives.finding.nearby import place_in
from initiatives.finding.query import Query
from initiatives.finding.results import Results
from initiatives.finding.shelf import Shelf
from initiatives.finding.text import SOME_WORDS, Match
from initiatives.finding.words import words
from initiatives.map import initiatives
from places.models import Municipality

FIRST = 5  # of each group; the others are one step away
KINDS_OF_PLACE = {"", "gemeente", "stad", "dorp"}
# How far a group is from what was asked.
ALL_WORDS, SOME_OF_THEM, A_GUESS = range(3)


@dataclass(frozen=True)
class Group:
    """What was found of one kind, best first: how many, and in words. `level` says how well the
    first one matches (see Match.levels), `doubt` how far the group is from what was asked. `near`
    is the place in which nothing was found, when this is what is nearest to it."""

    slug: str
    heading: str
    number: int
    in_words: str
    level: int
    doubt: int
    first: list[Hit]
    rest: list[Hit]
    near: Municipality | None = None
    all_url: str = ""


@dataclass
class Answer:
    """What `text` finds. The number of questions to the database doesn't depend on how much."""

    text: str
    index: Index

    @cached_property
    def places(self) -> list[Municipality]:
        """The municipalities of which the text is the name or the postcode."""
        if found := list(Municipality.objects.matching(self.text)):
            return found
        place, rest = place_in(self.text, self.index)
        return [place] if place and rest in KINDS_OF_PLACE else []

    @cached_property
    def groups(self) -> list[Group]:
        """What is nearest to what was asked, by kind: the kind with the best match comes first."""
        groups = [*self._initiatives(), *self._by_source()]
        least = min((group.doubt for group in groups), default=ALL_WORDS)
        nearest = [group for group in groups if group.doubt == least]
        return sorted(nearest, key=lambda group: group.level)

    @property
    def is_partial(self) -> bool:
        """Whether nothing that is found holds all the words."""
        return any(group.doubt != ALL_WORDS and not group.near for group in self.groups)

    @cached_property
    def unknown(self) -> list[str]:
        """The words that stand nowhere: what is found looks like them at most."""
        known = self._known(self._showcase.match) | self._known(self._match)
        return [word for word in self._typed if word not in known]

    @cached_property
    def suggestions(self) -> list[Municipality]:
        """The municipalities that may be meant, when no word is known."""
        if self.places or len(self.unknown) < len(self._typed):
            return []
        return list(Municipality.objects.suggestions(self.text))

    @cached_property
    def _asked(self) -> str:
        """What is looked for: for '2560 Kessel', Nijlen."""
        return self.places[0].name if len(self.places) == 1 else self.text

    @cached_property
    def _typed(self) -> list[str]:
        return list(dict.fromkeys(words(self._asked)))

    @cached_property
    def _showcase(self) -> Results:
        return Results(Query(text=self._asked), self.index)

    @cached_property
    def _pages(self) -> list[tuple[Source, Document]]:
        return [(source, page) for source in SOURCES for page in source.documents()]

    @cached_property
    def _match(self) -> Match:
        """How the text matches the pages of all sources."""
        texts = [
            (page.title, f"{page.sentence} {page.label}", page.text) for _, page in self._pages
        ]
        return Shelf(texts).match(self._asked)

    def _known(self, match: Match) -> set[str]:
        return set(self._typed).difference(match.guessed, match.missed)

    def _doubt(self, match: Match, other: Match, *, is_second_best: bool) -> int:
        # What is a word on one shelf is no typing error on the other: 'lezen' is not 'leren'.
        if self._known(other).intersection(match.guessed):
            return A_GUESS
        return SOME_OF_THEM if is_second_best else ALL_WORDS

    def _initiatives(self) -> list[Group]:
        results = self._showcase
        if not results.count:
            return []
        near = results.instead_near
        group = Group(
            slug="initiatieven",
            heading="Initiatieven",
            number=results.count,
            in_words=initiatives(results.count),
            level=results.match.levels[0] if results.match.levels else SOME_WORDS,
            doubt=self._doubt(results.match, self._match, is_second_best=results.is_second_best),
            first=[hit_of_card(card) for card in cards_of(results)[:FIRST]],
            rest=[],
            near=near,
            all_url=f"{reverse('initiatives:list')}?{results.query.address()}",
        )
        return [group]

    def _by_source(self) -> list[Group]:
        """The pages that match, by source."""
        match = self._match
        levels, pages = {}, defaultdict(list)
        for level, tier in zip(match.levels, match.tiers, strict=True):
            for position in tier:
                source, page = self._pages[position]
                levels.setdefault(source, level)
                pages[source].append(hit_of(page, match.forms))
        doubt = self._doubt(match, self._showcase.match, is_second_best=match.is_partial)
        return [
            Group(
                slug=source.slug,
                heading=source.heading,
                number=len(hits),
                in_words=f"{len(hits)} {source.one if len(hits) == 1 else source.many}",
                level=levels[source],
                doubt=doubt,
                first=hits[:FIRST],
                rest=hits[FIRST:],
            )
            for source in SOURCES
            if (hits := pages.get(source))
        ]
