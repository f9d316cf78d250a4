"""Who leads sessions, and when they are taken."""

from __future__ import annotations

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from agenda.models.choices import Partner
from agenda.models.session import Session


class Trainer(models.Model):
    """Somebody of a partner who leads sessions."""

    name = models.CharField("naam", max_length=100)
    organisation = models.CharField("organisatie", max_length=20, choices=Partner)
    email = models.EmailField("e-mailadres", max_length=254, blank=True)
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="trainer",
        verbose_name="account",
    )

    class Meta:
        verbose_name = "begeleider"
        verbose_name_plural = "begeleiders"
        ordering = ["name"]

    def __str__(self) -> str:
        return f"{self.name} ({self.organisation})"


class TrainerBooking(models.Model):
    """A time in which a trainer is taken: by a session, or kept for something else (`reason`).

    For a session the time is the session's own: a trigger (migration 0002) copies it and follows
    it when the session moves. Times that only touch don't overlap: the end is not included.
    """

    trainer = models.ForeignKey(
        Trainer, models.PROTECT, related_name="bookings", verbose_name="begeleider"
    )
    session = models.ForeignKey(
        Session,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="bookings",
        verbose_name="sessie",
    )
    during = DateTimeRangeField("wanneer", blank=True)
    reason = models.CharField("waarvoor", max_length=100, blank=True)

    class Meta:
        verbose_name = "bezet moment"
        verbose_name_plural = "bezette momenten"
        constraints = [
            ExclusionConstraint(
                name="trainer_in_one_place_at_a_time",
                expressions=[
                    ("trainer", RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(
                name="booking_is_for_something",
                condition=Q(session__isnull=False) | ~Q(reason=""),
            ),
            models.CheckConstraint(
                name="booking_has_two_ends",
                condition=Q(
                    during__startswith__isnull=False,
                    during__endswith__isnull=False,
                    during__isempty=False,
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.trainer}: {self.session or self.reason}"
