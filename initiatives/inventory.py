"""What citizens began in a crisis, summed up: why, what helped, what it meant, what lasted (report,
chapter 5.4.1). Only what is on the site counts."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, TextChoices
from django.urls import reverse

from initiatives.models import Crisis, CrisisReason, CrisisSupport, Lasted, Status, Version

# Of fewer than this a picture would say more than they did; their answers are named, not counted.
FEWEST_FOR_FIGURES = 5
QUOTES = 2


class Bar(NamedTuple):
    """One answer that could be chosen: how many chose it, and how many percent of who told."""

    label: str
    count: int
    percent: int


class Quote(NamedTuple):
    """What one initiative told in its own words."""

    words: str
    title: str
    url: str
    is_example: bool


class Question(NamedTuple):
    """One question: how many `told` by choosing, the answers to choose from, what was told in own
    words. What it meant has nothing to choose from: there all own words count."""

    heading: str
    told: int
    bars: list[Bar]
    quotes: list[Quote]

    @property
    def has_figures(self) -> bool:
        """Whether enough told to count what they chose."""
        return self.told >= FEWEST_FOR_FIGURES

    @property
    def chose_several(self) -> bool:
        """Whether somebody chose more than one answer, so that the counts add up to more."""
        return sum(bar.count for bar in self.bars) > self.told

    @property
    def chosen(self) -> list[str]:
        """The answers that somebody chose."""
        return [bar.label for bar in self.bars if bar.count]


class Inventory(NamedTuple):
    """All that was told about one crisis. `examples`: how many of it are made up."""

    questions: list[Question]
    examples: int

    @property
    def answered(self) -> list[Question]:
        """The questions that somebody answered."""
        return [question for question in self.questions if question.told or question.quotes]

    @property
    def open(self) -> list[Question]:
        """The questions that nobody answered yet."""
        return [question for question in self.questions if question not in self.answered]


def inventory_of(crisis: Crisis) -> Inventory:
    """Sum up what is published about `crisis`, in five queries."""
    versions = Version.objects.filter(crisis=crisis, live_for__status=Status.PUBLISHED)
    rows = versions.values_list(
        *("crisis_reasons", "crisis_support", "crisis_lasted", "live_for__is_example"),
        ExpressionWrapper(~Q(crisis_meaning=""), BooleanField()),
    )
    reasons, support, lasted, examples, meant = zip(*rows, strict=True) if rows else ((),) * 5
    kept = [[value] if value else [] for value in lasted]
    return Inventory(
        [
            Question(
                "Waarom begonnen mensen?",
                *_figures(reasons, CrisisReason),
                _quotes(versions, "crisis_reasons_words"),
            ),
            Question(
                "Wat hielp hen?",
                *_figures(support, CrisisSupport),
                _quotes(versions, "crisis_support_words"),
            ),
            Question(
                "Wat betekende het voor mensen?",
                *(sum(meant), []),
                _quotes(versions, "crisis_meaning"),
            ),
            Question(
                "Wat bleef ervan?",
                *_figures(kept, Lasted),
                _quotes(versions, "crisis_lasted_words"),
            ),
        ],
        examples=sum(examples),
    )


def rows_of(inventory: Inventory) -> list[list[object]]:
    """The figures as a table, its header first."""
    rows: list[list[object]] = [["Vraag", "Antwoord", "Aantal", "Van hoeveel initiatieven"]]
    for question in inventory.questions:
        bars = question.bars or [Bar("In eigen woorden", question.told, 100)]
        rows += [[question.heading, bar.label, bar.count, question.told] for bar in bars]
    return rows


def _figures(answers: list[list[str]], choices: type[TextChoices]) -> tuple[int, list[Bar]]:
    """How many chose something, and how many chose each of `choices`, most chosen first."""
    told = sum(map(bool, answers))
    counts = Counter(value for chosen in answers for value in chosen)
    bars = [
        Bar(choice.label, counts[choice], round(100 * counts[choice] / (told or 1)))
        for choice in choices
    ]
    return told, sorted(bars, key=lambda bar: -bar.count)


def _quotes(versions: QuerySet[Version], field: str) -> list[Quote]:
    """What was told last in the own words of `field`."""
    found = versions.exclude(**{field: ""}).order_by("-live_for__published_at", "-pk")
    columns = (field, "title", "live_for__slug", "live_for__is_example")
    return [
        Quote(words, title, reverse("initiatives:detail", args=[slug]), is_example)
        for words, title, slug, is_example in found.values_list(*columns)[:QUOTES]
    ]
