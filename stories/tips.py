"""Finding tips: by barrier, by moment, by kind of association."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlencode

from django.db.models import Q
from django.http import QueryDict
from django.utils.text import slugify

from stories.models import AssociationKind, Barrier, Moment, Tip
from stories.models.tip import TipQuerySet

MOMENTS = {slugify(moment.label): moment for moment in Moment}


class Option(NamedTuple):
    """One thing to choose: how the address writes it, and how the page does."""

    value: str
    label: str
    is_chosen: bool


class Question(NamedTuple):
    """One question of the filter with all that can be chosen."""

    name: str
    label: str
    everything: str
    options: list[Option]

    @property
    def chosen(self) -> Option | None:
        """What was chosen, if anything."""
        return next((option for option in self.options if option.is_chosen), None)


@dataclass
class TipFilter:
    """What somebody chose in the address of the page. A value that we don't know chooses nothing,
    and is named in `unknown`."""

    asked: QueryDict
    unknown: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.questions = [
            self._question(
                "drempel",
                "Welke drempel?",
                "Alle drempels",
                Barrier.objects.values_list("slug", "name"),
            ),
            self._question(
                "moment",
                "Wanneer?",
                "Alle momenten",
                [(value, moment.label) for value, moment in MOMENTS.items()],
            ),
            self._question(
                "soort",
                "Welke vereniging?",
                "Alle verenigingen",
                AssociationKind.objects.values_list("slug", "name"),
            ),
        ]

    def _question(self, name: str, label: str, everything: str, choices) -> Question:
        value = self.asked.get(name, "")
        options = [Option(slug, text, slug == value) for slug, text in choices]
        question = Question(name, label, everything, options)
        if value and question.chosen is None:
            self.unknown.append(label)
        return question

    @property
    def chosen(self) -> dict[str, Option]:
        """What was chosen, by the name of its question."""
        return {one.name: one.chosen for one in self.questions if one.chosen}

    @property
    def address(self) -> str:
        """The query that asks the same again, from the question mark on; '' for all."""
        query = urlencode({name: option.value for name, option in self.chosen.items()})
        return f"?{query}" if query else ""

    def tips(self) -> TipQuerySet:
        """The tips that are good for what was chosen, those that say nothing of it too."""
        chosen = {name: option.value for name, option in self.chosen.items()}
        found = Tip.objects.shown().with_all()
        if "drempel" in chosen:
            found = found.filter(Q(barriers=None) | Q(barriers__slug=chosen["drempel"]))
        if "moment" in chosen:
            moment = MOMENTS[chosen["moment"]]
            found = found.filter(Q(moments=[]) | Q(moments__contains=[moment]))
        if "soort" in chosen:
            found = found.filter(Q(kinds=None) | Q(kinds__slug=chosen["soort"]))
        return found.order_by("position", "pk")
