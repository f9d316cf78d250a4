"""What somebody looks for on the list: words, chosen filters and an order, read from the address.

Whatever the address holds, there is always a page: a filter that does not exist is left out, and
the page says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import F, Func, Model, Q
from django.db.models.functions import Lower
from django.http import QueryDict

from initiatives.models import TargetGroup, Theme, Version
from initiatives.models.initiative import InitiativeQuerySet
from places.models import Municipality, Province

LONGEST_TEXT = 100
BY_NAME = "a-z"


class Facet(NamedTuple):
    """One way to narrow the list down: its name in the address, and what can be chosen."""

    name: str
    legend: str
    path: str  # from a version to what can be chosen
    entries: list[Model]
    chosen: list[Model]


class Chip(NamedTuple):
    """Something that was chosen, and the address of the list without it."""

    label: str
    querystring: str


@dataclass(frozen=True)
class Search:
    """One search. `has_unknown`: the address held a filter that does not exist."""

    text: str
    facets: list[Facet]
    municipality: Municipality | None
    by_name: bool
    has_unknown: bool

    @classmethod
    def read(cls, query: QueryDict) -> Search:
        """The search that the parameters of an address ask for."""
        facets = [
            _facet(query, "thema", "Thema", "themes", Theme.objects.all()),
            _facet(query, "voor", "Voor wie?", "target_groups", TargetGroup.objects.all()),
            _facet(
                query, "provincie", "Provincie", "municipality__province", Province.objects.all()
            ),
        ]
        municipality = _municipality(query.get("gemeente", ""))
        asked = {(facet.name, slug) for facet in facets for slug in query.getlist(facet.name)}
        known = {(facet.name, entry.slug) for facet in facets for entry in facet.chosen}
        return cls(
            text=" ".join(query.get("q", "").split())[:LONGEST_TEXT],
            facets=facets,
            municipality=municipality,
            by_name=query.get("volgorde") == BY_NAME,
            has_unknown=asked != known or bool(query.get("gemeente") and not municipality),
        )

    def apply(self, initiatives: InitiativeQuerySet) -> InitiativeQuerySet:
        """Those of `initiatives` that are looked for, in the order that was asked."""
        if self.text:
            initiatives = initiatives.search(self.text)
        for facet in self.facets:
            if facet.chosen:
                # Not a join: an initiative with two of the chosen themes is still one.
                versions = Version.objects.filter(**{f"{facet.path}__in": facet.chosen})
                initiatives = initiatives.filter(live_version__in=versions)
        if self.municipality:
            initiatives = initiatives.filter(
                Q(live_version__municipality=self.municipality)
                | Q(live_version__municipality__successor=self.municipality)
            )
        if self.by_name:
            plain_title = Lower(Func(F("live_version__title"), function="unaccent"))
            initiatives = initiatives.order_by(plain_title, "pk")
        return initiatives

    @property
    def chips(self) -> list[Chip]:
        """All that was chosen, in the order of the page."""
        return [
            Chip(label, self._querystring(without=(name, value)))
            for name, value, label in self._choices()
        ]

    @property
    def querystring(self) -> str:
        """The parameters of this search, for the links to its other pages."""
        return self._querystring(by_name=self.by_name)

    @property
    def other_order(self) -> str:
        """The parameters of the same search in the other order."""
        return self._querystring(by_name=not self.by_name)

    def _choices(self) -> list[tuple[str, str, str]]:
        choices = [("q", self.text, f"‘{self.text}’")] if self.text else []
        choices += [
            (facet.name, entry.slug, entry.name) for facet in self.facets for entry in facet.chosen
        ]
        if self.municipality:
            choices.append(("gemeente", self.municipality.slug, self.municipality.name))
        return choices

    def _querystring(
        self, *, without: tuple[str, str] | None = None, by_name: bool | None = None
    ) -> str:
        pairs = [(name, value) for name, value, _ in self._choices() if (name, value) != without]
        if self.by_name if by_name is None else by_name:
            pairs.append(("volgorde", BY_NAME))
        return urlencode(pairs)


def _facet(query: QueryDict, name: str, legend: str, path: str, entries) -> Facet:
    entries, asked = list(entries), set(query.getlist(name))
    return Facet(name, legend, path, entries, [entry for entry in entries if entry.slug in asked])


def _municipality(slug: str) -> Municipality | None:
    """The municipality of today at `slug`, or None."""
    if not slug:
        return None
    found = Municipality.objects.filter(slug=slug).select_related("successor").first()
    return found and found.current
