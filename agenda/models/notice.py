"""Which timed mails went: each once for a registration, whatever dies and however many workers
run."""

from __future__ import annotations

from django.db import models

from agenda.models.registration import Registration


class Notice(models.Model):
    """A timed mail that was queued, in the same transaction as this row."""

    class Kind(models.TextChoices):
        WEEK = "week", "herinnering, een week ervoor"
        DAY = "day", "herinnering, een dag ervoor"
        THANKS = "thanks", "bedanking met evaluatie"

    registration = models.ForeignKey(
        Registration, models.CASCADE, related_name="notices", verbose_name="inschrijving"
    )
    kind = models.CharField("soort", max_length=6, choices=Kind)
    at = models.DateTimeField("wanneer", auto_now_add=True)

    class Meta:
        verbose_name = "bericht op tijd"
        verbose_name_plural = "berichten op tijd"
        constraints = [
            models.UniqueConstraint(fields=["registration", "kind"], name="notice_once_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.registration}: {self.get_kind_display()}"
