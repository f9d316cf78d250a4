"""What somebody asks of the showcase, read from an address. Any address gives a query: what does
not exist is left out, and the page says so."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.http import QueryDict

from initiatives.finding.index import LEGENDS, Index
from initiatives.finding.words import words
from places.models import Municipality

LONGEST_TEXT = 100
MOST_CHOSEN = 40
LAST_PAGE = 1_000_000
BEST, NEAREST, NEWEST, A_TO_Z = "best", "dichtbij", "nieuwste", "a-z"
ORDERS = {
    BEST: "Wat best past eerst",
    NEAREST: "Dichtstbij eerst",
    NEWEST: "Nieuwste eerst",
    A_TO_Z: "Van A tot Z",
}


@dataclass(frozen=True)
class Query:
    """One question. `chosen` holds, for each facet, the values that exist of those asked for;
    `has_unknown` says whether others were asked for too, and `has_lost` whether some facet was
    asked for with others only, so that without them there is more than was asked."""

    text: str = ""
    chosen: dict[str, list[str]] = field(default_factory=dict)
    near: Municipality | None = None
    postcode: str = ""
    order: str = ""
    page: int = 1
    has_unknown: bool = False
    has_lost: bool = False

    @classmethod
    def read(cls, parameters: QueryDict, index: Index) -> Query:
        """The question that the parameters of an address ask."""
        chosen, has_unknown, has_lost = {}, False, False
        for name in LEGENDS:
            asked = [value for value in parameters.getlist(name)[:MOST_CHOSEN] if value]
            if name == "gemeente":
                # One that merged stands for its successor.
                known = [index.places[slug].slug for slug in asked if slug in index.places]
            else:
                known = [value for value in asked if value in index.labels[name]]
            has_unknown = has_unknown or len(known) < len(asked)
            has_lost = has_lost or bool(asked and not known)
            chosen[name] = list(dict.fromkeys(known))
        text = short(parameters.get("q", ""))
        postcode = short(parameters.get("postcode", ""))
        near = _place(postcode, index)
        orders = {NEWEST, A_TO_Z} | ({BEST} if text else set()) | ({NEAREST} if near else set())
        order = parameters.get("volgorde", "")
        return cls(
            text=text,
            chosen=chosen,
            near=near,
            postcode=postcode,
            order=order if order in orders else "",
            page=_page(parameters.get("bladzijde", "")),
            has_unknown=has_unknown,
            has_lost=has_lost or bool(postcode and not near),
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

    @property
    def unsorted(self) -> str:
        """The parameters that ask this in no order: for what is no list, such as a feed."""
        return self.address(order="")

    def toggled(self, name: str, value: str) -> dict[str, list[str]]:
        """The chosen values with `value` added, or taken out if it was there."""
        values = self.chosen[name]
        changed = [item for item in values if item != value] or []
        return {**self.chosen, name: changed if value in values else [*values, value]}

    @property
    def has_unknown_place(self) -> bool:
        """Whether it asks for what is near to something that is no place."""
        return bool(self.postcode and not self.near)

    @property
    def asks_unknown(self) -> bool:
        """Whether a filter or a place that it asks for does not exist."""
        return self.has_unknown or self.has_unknown_place

    @property
    def is_filtered(self) -> bool:
        """Whether anything narrows the list down."""
        return bool(self.text or any(self.chosen.values()))


def short(text: str) -> str:
    """What was typed in a search field, without what nobody types, and not endless."""
    return " ".join(text.replace("\0", " ").split())[:LONGEST_TEXT].rstrip()


def _place(text: str, index: Index) -> Municipality | None:
    """The municipality that a postcode or a name stands for; the first where several share it."""
    known = index.named.get(" ".join(words(text)))
    return known or (Municipality.objects.matching(text).first() if text else None)


def _page(text: str) -> int:
    return min(max(int(text), 1), LAST_PAGE) if text.isdecimal() and len(text) < 10 else 1
