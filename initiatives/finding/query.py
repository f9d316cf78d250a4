"""What somebody asks of the showcase, read from an address. Any address gives a query: what does
not exist is left out, and the page says so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from initiatives.finding.index import Index
from initiatives.models import Meeting, Running
from places.models import Municipality

LONGEST_TEXT = 100
MOST_CHOSEN = 40
LAST_PAGE = 1_000_000
NEWEST, A_TO_Z, NEAREST = "nieuwste", "a-z", "dichtbij"
ORDERS = {NEWEST: "Nieuwste eerst", NEAREST: "Dichtstbij eerst", A_TO_Z: "Van A tot Z"}

# The facets: their name in the address and in the index, and what they are called on the page.
LEGENDS = {
    "thema": "Thema",
    "voor": "Voor wie?",
    "provincie": "Provincie",
    "gemeente": "Gemeente",
    "samen": "Hoe komen mensen samen?",
    "vorm": "Informeel of formeel",
    "bezig": "Nog bezig?",
}
FORMS = {
    "informeel": "Informeel: buren of een groepje",
    "ertussenin": "Ertussenin",
    "formeel": "Formeel: een vereniging of vzw",
}


@dataclass(frozen=True)
class Query:
    """One question. `chosen` holds, for each facet, the values that exist of those asked for;
    `has_unknown` says whether others were asked for too."""

    text: str = ""
    chosen: dict[str, list[str]] = field(default_factory=dict)
    near: Municipality | None = None
    postcode: str = ""
    order: str = ""
    page: int = 1
    has_unknown: bool = False

    @classmethod
    def read(cls, parameters: QueryDict, index: Index) -> Query:
        """The question that the parameters of an address ask."""
        chosen, has_unknown = {}, False
        for name in LEGENDS:
            asked = list(dict.fromkeys(parameters.getlist(name)[:MOST_CHOSEN]))
            labels = facet_labels(name, index)
            chosen[name] = [value for value in asked if value in labels]
            has_unknown = has_unknown or len(chosen[name]) < len(
                [value for value in asked if value]
            )
        postcode = " ".join(parameters.get("postcode", "").split())[:LONGEST_TEXT]
        near = _place(postcode)
        order = parameters.get("volgorde", "")
        return cls(
            text=" ".join(parameters.get("q", "").split())[:LONGEST_TEXT],
            chosen=chosen,
            near=near,
            postcode=postcode,
            order=order if order in ORDERS and (order != NEAREST or near) else "",
            page=_page(parameters.get("bladzijde", "")),
            has_unknown=has_unknown or bool(postcode and not near),
        )

    def address(self, **changes) -> str:
        """The parameters that ask this question, with `changes`; the first page unless it says
        otherwise."""
        asked = replace(self, **{"page": 1, **changes})
        pairs = [("q", asked.text)] if asked.text else []
        pairs += [(name, value) for name, values in asked.chosen.items() for value in values]
        pairs += [("postcode", asked.postcode)] if asked.near else []
        pairs += [("volgorde", asked.order)] if asked.order else []
        pairs += [("bladzijde", str(asked.page))] if asked.page > 1 else []
        return urlencode(pairs)

    def toggled(self, name: str, value: str) -> dict[str, list[str]]:
        """The chosen values with `value` added, or taken out if it was there."""
        values = self.chosen[name]
        changed = [item for item in values if item != value] or []
        return {**self.chosen, name: changed if value in values else [*values, value]}

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list down."""
        return bool(self.text or any(self.chosen.values()))


def facet_labels(name: str, index: Index) -> dict[str, str]:
    """The values of a facet, as the address writes them, with what they are called."""
    if name == "thema":
        return {theme.slug: theme.name for theme in index.themes}
    if name == "voor":
        return {group.slug: group.name for group in index.target_groups}
    if name == "provincie":
        return {province.slug: province.name for province in index.provinces}
    if name == "gemeente":
        return {place.slug: place.name for place in index.municipalities.values()}
    if name == "samen":
        return dict(Meeting.choices)
    if name == "bezig":
        return dict(Running.choices)
    return FORMS


def _place(postcode: str) -> Municipality | None:
    """The municipality that a postcode or a name stands for; the first where several share it."""
    found = list(Municipality.objects.matching(postcode)[:1]) if postcode else []
    return found[0] if found else None


def _page(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if text.isdecimal() and len(text) < 10 else 1
