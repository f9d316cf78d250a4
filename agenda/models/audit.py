"""Every step of seats and sessions, for ever."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from agenda.models.choices import Step, Way
from agenda.models.registration import Registration
from agenda.models.session import Session


class SeatChange(models.Model):
    """One step: who, when, what, and the seats before and after. Rows are only ever added: a
    trigger (migration 0002) refuses every change. Holds no personal data of participants.

    Without a registration it is about the session: its seats for `way`, or its status.
    """

    class Actor(models.TextChoices):
        PERSON = "person", "deelnemer"
        STAFF = "staff", "medewerker"
        SYSTEM = "system", "het platform"

    session = models.ForeignKey(
        Session, models.PROTECT, related_name="seat_changes", verbose_name="sessie"
    )
    registration = models.ForeignKey(
        Registration,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="seat_changes",
        verbose_name="inschrijving",
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
    way = models.CharField("hoe", max_length=10, choices=Way, blank=True)
    from_status = models.CharField("van", max_length=10, blank=True)
    to_status = models.CharField("naar", max_length=10)
    from_seats = models.PositiveIntegerField("plaatsen ervoor", default=0)
    to_seats = models.PositiveIntegerField("plaatsen erna", default=0)

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "spoor van plaatsen"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.at:%d-%m-%Y %H:%M} · {self.get_step_display()}"
