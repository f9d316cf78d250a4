"""A page that staff write, and each telling of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from pages.models.rich_text import RichTextField, clean_constraint

# Pages that the site itself leads to, by their key: where each stands.
ALWAYS_SHOWN = {
    "over": "pages:about",
    "contact": "contact",
    "privacy": "privacy",
    "toegankelijkheid": "accessibility",
}


class PageQuerySet(models.QuerySet):
    """The questions that the site asks."""

    def shown(self) -> PageQuerySet:
        """What everybody may read."""
        return self.filter(is_shown=True)

    def about(self) -> PageQuerySet:
        """Those that stand under /over/, in the order that staff chose."""
        return self.shown().exclude(key__in=ALWAYS_SHOWN).order_by("position", "title")


class Telling(models.Model):
    """How a page was told once. Never changes: what staff save is the next one."""

    page = models.ForeignKey(
        "Page", models.CASCADE, related_name="tellings", verbose_name="bladzijde"
    )
    revision = models.PositiveIntegerField("nummer")
    title = models.CharField("titel", max_length=100)
    lead = models.TextField("inleiding", max_length=300)
    body = RichTextField("tekst")
    is_shown = models.BooleanField("stond op de site")
    saved_at = models.DateTimeField("bewaard op", auto_now_add=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name="bewaard door",
    )

    class Meta:
        verbose_name = "vroegere tekst"
        verbose_name_plural = "vroegere teksten"
        ordering = ["-revision"]
        constraints = [
            # Two that save at once can't both be the next.
            models.UniqueConstraint(name="telling_once_a_revision", fields=["page", "revision"]),
            clean_constraint("telling_is_clean", "body"),
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.revision})"


class Page(models.Model):
    """A page as it is now. Changed by writing.py alone, which keeps each telling."""

    # Who loaded it; '' for what staff began themselves. See ALWAYS_SHOWN.
    key = models.CharField("sleutel", max_length=40, blank=True, editable=False)
    title = models.CharField("titel", max_length=100)
    slug = models.SlugField(
        "adres",
        max_length=60,
        unique=True,
        help_text="Kleine letters, cijfers en streepjes. Verander je het later? "
        "Dan werken oude links niet meer.",
    )
    lead = models.TextField(
        "inleiding", max_length=300, help_text="Eén of twee korte zinnen. Hoogstens 300 tekens."
    )
    body = RichTextField("tekst", blank=True)
    is_shown = models.BooleanField(
        "staat op de site",
        default=False,
        help_text="Zonder vinkje is het een ontwerp: alleen medewerkers zien het.",
    )
    position = models.PositiveSmallIntegerField(
        "volgorde", default=0, help_text="Het laagste nummer staat eerst."
    )
    revision = models.PositiveIntegerField("nummer", default=0, editable=False)

    objects = PageQuerySet.as_manager()

    class Meta:
        verbose_name = "bladzijde"
        verbose_name_plural = "bladzijden"
        ordering = ["position", "title"]
        constraints = [
            models.UniqueConstraint(name="page_key_once", fields=["key"], condition=~Q(key="")),
            models.CheckConstraint(
                name="page_slug_is_an_address",
                condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$"),
            ),
            models.CheckConstraint(
                name="page_of_the_site_is_shown",
                condition=Q(is_shown=True) | ~Q(key__in=list(ALWAYS_SHOWN)),
            ),
            clean_constraint("page_is_clean", "body"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        if self.is_always_shown:
            return reverse(ALWAYS_SHOWN[self.key])
        return reverse("pages:page", args=[self.slug])

    @property
    def is_always_shown(self) -> bool:
        """Whether the site itself leads to it, so that it can't go."""
        return self.key in ALWAYS_SHOWN
