"""One citizen initiative, from the first words of a draft to the showcase and beyond."""

from __future__ import annotations

import secrets
import uuid
from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from initiatives.models.choices import EditStatus, Status
from initiatives.models.version import Version


def new_link_key() -> str:
    """A fresh secret: links made with the old one stop working."""
    return secrets.token_urlsafe(24)


class InitiativeQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def published(self) -> InitiativeQuerySet:
        """What everybody may see, newest first."""
        return self.filter(status=Status.PUBLISHED).order_by("-published_at", "-pk")

    def waiting(self) -> InitiativeQuerySet:
        """What staff have to settle, longest waiting first."""
        return self.filter(
            Q(status=Status.SUBMITTED) | Q(edit_status=EditStatus.SUBMITTED)
        ).order_by("waiting_since", "pk")


class Initiative(models.Model):
    """One citizen initiative. What people wrote of it stands in its versions."""

    uuid = models.UUIDField("kenmerk", default=uuid.uuid4, unique=True, editable=False)
    # Empty until first published: what has no public page has no public address.
    slug = models.SlugField("adres", max_length=100, unique=True, null=True, blank=True)
    status = models.CharField("status", max_length=20, choices=Status, default=Status.DRAFT)
    edit_status = models.CharField(
        "wijziging", max_length=20, choices=EditStatus, default=EditStatus.NONE, blank=True
    )
    live_version = models.OneToOneField(
        Version,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="live_for",
        verbose_name="versie op de site",
    )
    link_key = models.CharField(max_length=40, default=new_link_key, editable=False)
    is_example = models.BooleanField(
        "voorbeeld", default=False, help_text="Verzonnen om te tonen hoe het werkt."
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="ingevoerd door",
    )
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_initiatives",
        verbose_name="toegewezen aan",
    )
    created_at = models.DateTimeField("begonnen op", auto_now_add=True)
    waiting_since = models.DateTimeField("wacht sinds", null=True, blank=True)
    published_at = models.DateTimeField("gepubliceerd op", null=True, blank=True)
    # Its number in the index (models/listing.py): given at the first publication, for ever.
    position = models.PositiveIntegerField(unique=True, null=True, editable=False)

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        verbose_name = "burgerinitiatief"
        verbose_name_plural = "burgerinitiatieven"
        permissions = [
            ("archive_initiative", "Mag een initiatief archiveren"),
            ("erase_initiative", "Mag alle gegevens van een indiener wissen"),
        ]
        indexes = [
            models.Index(
                fields=["-published_at", "-id"],
                name="initiative_newest",
                condition=Q(status="published"),
            ),
            models.Index(fields=["waiting_since"], name="initiative_waiting"),
        ]
        constraints = [
            # A trigger (migration 0002) adds: and that version was assessed 'publish'.
            models.CheckConstraint(
                name="initiative_published_is_complete",
                condition=~Q(status="published")
                | Q(slug__isnull=False, live_version__isnull=False, published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="initiative_edit_only_when_published",
                condition=Q(edit_status="") | Q(status="published"),
            ),
            models.CheckConstraint(
                name="initiative_status_known", condition=Q(status__in=Status.values)
            ),
            models.CheckConstraint(
                name="initiative_edit_status_known", condition=Q(edit_status__in=EditStatus.values)
            ),
        ]

    def __str__(self) -> str:
        version = self.live_version or self.latest_version
        return (version and version.title) or "(nog zonder naam)"

    def get_absolute_url(self) -> str:
        return reverse("initiatives:detail", args=[self.slug])

    @property
    def latest_version(self) -> Version | None:
        """The version being written or assessed, or else the newest one."""
        return self.versions.order_by("-number").first()

    @property
    def review_status(self) -> str:
        """Where the latest version stands: of the edit if there is one, or else of the whole."""
        return self.edit_status or self.status

    @property
    def is_open_for_writing(self) -> bool:
        """Whether its people may change the latest version now."""
        return self.review_status in {Status.DRAFT, Status.CHANGES_REQUESTED}

    @property
    def welcomes_messages(self) -> bool:
        """Whether its people want messages of others."""
        contact = getattr(self, "contact", None)
        return contact is not None and contact.welcomes_contact

    def shown_name(self, version: Version) -> str:
        """The name that a page of `version` may show, or '' where its person did not agree."""
        contact = getattr(self, "contact", None)
        return version.contact_name if contact and contact.show_name else ""


class FormerSlug(models.Model):
    """An address that an initiative once had; it redirects."""

    slug = models.SlugField(max_length=100, unique=True)
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="former_slugs")
    left_at: datetime = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "vroeger adres"
        verbose_name_plural = "vroegere adressen"

    def __str__(self) -> str:
        return self.slug
