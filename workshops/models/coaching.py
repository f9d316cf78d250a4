"""A coaching track: a municipality and BAZ, some time on the road together."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from agenda.models import Kind, Session
from places.models import Municipality
from workshops.models.linked import Linked
from workshops.models.request import Request


class CoachingTrack(Linked):
    """What a municipality wants, what was agreed, and what came of it. The steps that mail or
    that settle it are in workshops/coaching.py."""

    request = models.OneToOneField(
        Request,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="track",
        verbose_name="aanvraag",
    )
    municipality = models.ForeignKey(
        Municipality, models.PROTECT, related_name="tracks", verbose_name="gemeente"
    )
    organisation = models.CharField("dienst of organisatie", max_length=120)
    contact_name = models.CharField("naam van het contact", max_length=100, blank=True)
    contact_email = models.EmailField("e-mailadres van het contact", max_length=254, blank=True)
    contact_phone = models.CharField("telefoon van het contact", max_length=30, blank=True)
    intake = models.TextField(
        "waar het om gaat",
        max_length=3000,
        blank=True,
        help_text="Wat je hoorde bij de kennismaking. De gemeente leest dit ook.",
    )
    goals = models.TextField(
        "doelen, in de woorden van de gemeente",
        max_length=3000,
        blank=True,
        help_text="De gemeente kan dit zelf schrijven met haar link.",
    )
    next_step = models.TextField("wat er nu komt", max_length=1000, blank=True)
    changed = models.TextField("wat er veranderd is", max_length=3000, blank=True)
    stays = models.TextField("wat blijft", max_length=3000, blank=True)
    closed_at = models.DateTimeField("afgerond op", null=True, blank=True, editable=False)
    started_at = models.DateTimeField("begonnen op", auto_now_add=True)
    erased_at = models.DateTimeField("gewist op", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "coachingtraject"
        verbose_name_plural = "coachingtrajecten"
        ordering = ["-started_at"]
        permissions = [("erase_coachingtrack", "Kan het contact van een traject wissen")]
        constraints = [
            models.CheckConstraint(
                name="track_closed_says_what_changed",
                condition=Q(closed_at=None) | ~Q(changed=""),
            ),
            models.CheckConstraint(
                name="track_has_a_contact_or_forgot",
                condition=Q(erased_at__isnull=False, contact_name="", contact_email="")
                | Q(erased_at=None) & ~Q(contact_name="") & ~Q(contact_email=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Coaching van {self.municipality}"


class CoachingMeeting(models.Model):
    """One meeting of a track: a session in the agenda, or a day that is only planned so far."""

    track = models.ForeignKey(
        CoachingTrack, models.CASCADE, related_name="meetings", verbose_name="traject"
    )
    session = models.OneToOneField(
        Session,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="of_track",
        verbose_name="sessie in de agenda",
        limit_choices_to={"kind": Kind.COACHING},
        help_text="Een besloten sessie van de soort ‘coachingsgesprek’. Nog niet? Kies een dag.",
    )
    planned_on = models.DateField("gepland op", null=True, blank=True)
    subject = models.CharField("waarover", max_length=120)
    agreed = models.TextField("wat we afspraken", max_length=2000, blank=True)

    class Meta:
        verbose_name = "bijeenkomst"
        verbose_name_plural = "bijeenkomsten"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="meeting_has_a_day",
                condition=Q(session__isnull=False) | Q(planned_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return self.subject
