"""Every step of an initiative, for ever."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from initiatives.models.choices import Step
from initiatives.models.initiative import Initiative


class TrailEntry(models.Model):
    """One step: who, when, what, which version, why. Rows are only ever added: a trigger in the
    database (migration 0002) refuses every change. Holds no personal data of citizens."""

    class Actor(models.TextChoices):
        STAFF = "staff", "medewerker"
        SUBMITTER = "submitter", "indiener"
        SYSTEM = "system", "het platform"

    initiative = models.ForeignKey(
        Initiative, models.PROTECT, related_name="trail", verbose_name="initiatief"
    )
    at = models.DateTimeField("wanneer", auto_now_add=True)
    step = models.CharField("wat", max_length=20, choices=Step)
    actor = models.CharField("wie", max_length=10, choices=Actor)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="medewerker",
    )
    version_number = models.PositiveSmallIntegerField("versie")
    from_status = models.CharField("van", max_length=20)
    to_status = models.CharField("naar", max_length=20)
    # Composed by the rules from verdicts; never what somebody typed, which may name a person.
    why = models.CharField("waarom", max_length=200, blank=True)

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "spoor van stappen"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y %H:%M} · {self.get_step_display()}"
