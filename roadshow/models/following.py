"""What comes of an event: invitations to its follow-up, ideas, initiatives that were born."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from agenda.models import Registration
from initiatives.models import Initiative
from roadshow.models.event import RoadshowEvent
from workshops.models.linked import Linked


class FollowUpInvitation(Linked):
    """Somebody of an event is asked to its follow-up session, once; one click registers."""

    follow_up = models.ForeignKey(
        RoadshowEvent, models.CASCADE, related_name="invitations", verbose_name="opvolgsessie"
    )
    # Who was at the event, or wanted to know what comes after it.
    registration = models.ForeignKey(
        Registration,
        models.CASCADE,
        related_name="follow_up_invitations",
        verbose_name="inschrijving",
    )
    sent_at = models.DateTimeField("gevraagd op", default=timezone.now)
    # What the click made.
    taken = models.OneToOneField(
        Registration,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="from_invitation",
        verbose_name="nieuwe inschrijving",
    )

    class Meta:
        verbose_name = "uitnodiging voor een opvolgsessie"
        verbose_name_plural = "uitnodigingen voor opvolgsessies"
        constraints = [
            models.UniqueConstraint(
                fields=["follow_up", "registration"], name="invitation_once_a_registration"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.registration} → {self.follow_up}"


class Idea(models.Model):
    """What somebody would like to start, in one sentence. The host of the follow-up sees it."""

    uuid = models.UUIDField("kenmerk", default=uuid.uuid4, unique=True, editable=False)
    event = models.ForeignKey(
        RoadshowEvent, models.CASCADE, related_name="ideas", verbose_name="inspiratiemoment"
    )
    registration = models.OneToOneField(
        Registration, models.CASCADE, related_name="idea", verbose_name="inschrijving"
    )
    text = models.CharField("idee", max_length=200)
    # The words agreed to, as they were then.
    consent_text = models.TextField("toestemming", blank=True)
    written_at = models.DateTimeField("geschreven op", auto_now=True)

    class Meta:
        verbose_name = "idee"
        verbose_name_plural = "ideeën"
        ordering = ["pk"]
        constraints = [models.CheckConstraint(name="idea_says_something", condition=~Q(text=""))]

    def __str__(self) -> str:
        return self.text


class Inspired(models.Model):
    """An initiative that was born of an event: 'geïnspireerd door'. Shown once it is published."""

    initiative = models.OneToOneField(
        Initiative,
        models.CASCADE,
        primary_key=True,
        related_name="inspired_by",
        verbose_name="initiatief",
    )
    event = models.ForeignKey(
        RoadshowEvent, models.CASCADE, related_name="inspired", verbose_name="inspiratiemoment"
    )
    # The idea that it grew from; staff can also say it of an initiative without one.
    idea = models.OneToOneField(
        Idea,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="grown_into",
        verbose_name="idee",
    )

    class Meta:
        verbose_name = "geïnspireerd initiatief"
        verbose_name_plural = "geïnspireerde initiatieven"

    def __str__(self) -> str:
        return f"{self.initiative}: geïnspireerd door {self.event}"
