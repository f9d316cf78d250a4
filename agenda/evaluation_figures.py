"""What participants answered, added up."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from django.db.models import QuerySet

from agenda.models import SCORES, Evaluation


class Bar(NamedTuple):
    """One line of a picture: its words, how many, and how long it is (0-100)."""

    label: str
    count: int
    width: int


class Question(NamedTuple):
    """One question with the answers to it."""

    label: str
    bars: list[Bar]
    mean: str  # '4,3', of 5


class Scores(NamedTuple):
    """All answers to the five questions."""

    total: int
    questions: list[Question]
    best: list[str]
    better: list[str]


def bars(counts: list[tuple[str, int]]) -> list[Bar]:
    """A picture of these counts; the longest bar is full."""
    most = max((count for _, count in counts), default=0) or 1
    return [Bar(label, count, round(100 * count / most)) for label, count in counts]


def scores(evaluations: QuerySet[Evaluation]) -> Scores:
    """Add up these answers, in one query. The order in which they came is nowhere to be seen."""
    answers = list(evaluations.order_by("pk"))
    return Scores(
        total=len(answers),
        questions=[_question(name, answers) for name in Evaluation.QUESTIONS],
        best=sorted(one.best for one in answers if one.best),
        better=sorted(one.better for one in answers if one.better),
    )


def _question(name: str, answers: list[Evaluation]) -> Question:
    given = Counter(getattr(one, name) for one in answers)
    mean = sum(score * count for score, count in given.items()) / (len(answers) or 1)
    counts = [(words, given[score]) for score, words in SCORES]
    label = Evaluation._meta.get_field(name).verbose_name
    return Question(label, bars(counts), f"{mean:.1f}".replace(".", ","))
