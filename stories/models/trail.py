"""Every step of a story, for ever."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from stories.models.choices import State, Step
from stories.models.story import Story


class TrailEntry(models.Model):
    """One step: who, when, what. Rows are only ever added: a trigger (migration 0002) refuses every
    change. Holds no word of the story, and nobody's name but that of staff."""

    class Actor(models.TextChoices):
        STAFF = "staff", "medewerker"
        TELLER = "teller", "verteller"
        SYSTEM = "system", "het platform"

    story = models.ForeignKey(Story, models.PROTECT, related_name="trail", verbose_name="verhaal")
    at = models.DateTimeField("wanneer", auto_now_add=True)
    step = models.CharField("wat", max_length=12, choices=Step)
    actor = models.CharField("wie", max_length=10, choices=Actor)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="medewerker",
    )
    from_state = models.CharField("van", max_length=10, choices=State)
    to_state = models.CharField("naar", max_length=10, choices=State)

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "spoor van verhalen"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y %H:%M} · {self.get_step_display()}"
