"""Who is behind an initiative, and what they agreed to. Personal data lives here, and in the
name that a version shows; `moderation.erase` removes both."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from initiatives.models.initiative import Initiative


class Contact(models.Model):
    """The person who speaks for an initiative. Never shown, except a name that may be."""

    initiative = models.OneToOneField(
        Initiative, models.CASCADE, related_name="contact", verbose_name="initiatief"
    )
    name = models.CharField("naam", max_length=100, blank=True)
    email = models.EmailField("e-mailadres", max_length=254, blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    show_name = models.BooleanField("naam mag op de site", default=False)
    welcomes_contact = models.BooleanField("wil berichten van anderen krijgen", default=False)
    email_confirmed_at = models.DateTimeField("e-mailadres bevestigd op", null=True, blank=True)

    class Meta:
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen"
        constraints = [
            models.CheckConstraint(
                name="contact_welcomes_at_an_address",
                condition=Q(welcomes_contact=False) | ~Q(email=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name or "(nog zonder naam)"


class Consent(models.Model):
    """One 'yes': to which words, and when. Kept as proof for as long as the person is known."""

    class Kind(models.TextChoices):
        TERMS = "terms", "tekst en foto’s op de site"
        NAME = "name", "naam op de site"
        CONTACT = "contact", "berichten van anderen"
        PEOPLE = "people", "herkenbare mensen op foto’s"

    initiative = models.ForeignKey(
        Initiative, models.CASCADE, related_name="consents", verbose_name="initiatief"
    )
    kind = models.CharField("waarvoor", max_length=10, choices=Kind)
    text_version = models.CharField("versie van de tekst", max_length=20)
    text = models.TextField("de tekst")
    given_at = models.DateTimeField("gegeven op", auto_now_add=True)
    withdrawn_at = models.DateTimeField("ingetrokken op", null=True, blank=True)

    class Meta:
        verbose_name = "toestemming"
        verbose_name_plural = "toestemmingen"
        ordering = ["given_at", "pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.text_version})"
