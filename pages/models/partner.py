"""An organisation of BurgersAanZet."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from pages.models.rich_text import RichTextField, clean_constraint


class Partner(models.Model):
    """Who it is, what it brings into the basket, and its logo.

    The logo stands in the row itself: it is a few KB, comes and goes with the partner, and is in
    the same backup.
    """

    name = models.CharField("naam", max_length=60, unique=True)
    description = models.TextField(
        "wie is het?", max_length=300, help_text="In één of twee korte zinnen."
    )
    brings = RichTextField(
        "wat brengt het mee?", blank=True, help_text="Leeg? Dan staat er niets op de site."
    )
    website = models.URLField("website", blank=True)
    logo = models.BinaryField("logo", null=True, editable=False)
    logo_width = models.PositiveSmallIntegerField("breedte", default=0, editable=False)  # pixels
    logo_height = models.PositiveSmallIntegerField("hoogte", default=0, editable=False)  # pixels
    # Part of its address, which can be kept for ever: another logo is another address.
    logo_hash = models.CharField("kenmerk", max_length=32, blank=True, editable=False)
    is_shown = models.BooleanField("staat op de site", default=False)
    position = models.PositiveSmallIntegerField(
        "volgorde", default=0, help_text="Het laagste nummer staat eerst."
    )

    class Meta:
        verbose_name = "partner"
        verbose_name_plural = "partners"
        ordering = ["position", "name"]
        constraints = [
            models.CheckConstraint(
                name="partner_logo_is_whole",
                condition=Q(logo=None, logo_hash="")
                | Q(logo__isnull=False, logo_width__gt=0, logo_height__gt=0) & ~Q(logo_hash=""),
            ),
            clean_constraint("partner_is_clean", "brings"),
        ]

    def __str__(self) -> str:
        return self.name
