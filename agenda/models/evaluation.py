"""What participants thought of a session."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from agenda.models.registration import Registration
from agenda.models.session import Session

SCORES = [(5, "helemaal"), (4, "wel"), (3, "een beetje"), (2, "weinig"), (1, "niet")]


def _score(words: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(words, choices=SCORES)


class Evaluation(models.Model):
    """One answer. Given without a name it has no link to a person, no moment, and a key that is
    drawn by lot: nothing says in which order answers came."""

    QUESTIONS = ["expected", "useful", "welcome"]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(
        Session, models.PROTECT, related_name="evaluations", verbose_name="sessie"
    )
    # Only where the person gives the answer with a name.
    registration = models.OneToOneField(
        Registration,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="evaluation",
        verbose_name="inschrijving",
    )
    expected = _score("Kreeg je wat je verwachtte?")
    useful = _score("Kan je er zelf iets mee doen?")
    welcome = _score("Voelde je je welkom?")
    best = models.TextField("Wat neem je mee?", max_length=600, blank=True)
    better = models.TextField("Wat kan beter?", max_length=600, blank=True)

    class Meta:
        verbose_name = "evaluatie"
        verbose_name_plural = "evaluaties"
        constraints = [
            models.CheckConstraint(
                name="evaluation_scores_known",
                condition=Q(expected__range=(1, 5))
                & Q(useful__range=(1, 5))
                & Q(welcome__range=(1, 5)),
            ),
        ]

    def __str__(self) -> str:
        return f"Evaluatie van {self.session}"


class Answered(models.Model):
    """That somebody answered, and not what. Each participant answers once."""

    registration = models.OneToOneField(
        Registration, models.CASCADE, primary_key=True, related_name="answered"
    )

    class Meta:
        verbose_name = "gaf een antwoord"
        verbose_name_plural = "gaven een antwoord"

    def __str__(self) -> str:
        return str(self.registration)
