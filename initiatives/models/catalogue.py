"""How initiatives are arranged: by theme, by whom they are for, by the crisis they began in."""

from __future__ import annotations

from django.db import models
from django.urls import reverse


class Weave(models.TextChoices):
    """The six weaves of the design; a theme is known by word, pattern and colour."""

    PLAT = "plat", "plat (paars)"
    SATIJN = "satijn", "satijn (oranje)"
    KEPER = "keper", "keper (groen)"
    MAT = "mat", "mat (geel)"
    VISGRAAT = "visgraat", "visgraat (blauw)"
    RUIT = "ruit", "ruit (roze)"


class CatalogueEntry(models.Model):
    """A name in a fixed order, with an address of its own."""

    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField("adres", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        abstract = True
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class Theme(CatalogueEntry):
    """What an initiative is about."""

    weave = models.CharField("vlechtwerk", max_length=10, choices=Weave, default=Weave.PLAT)

    class Meta(CatalogueEntry.Meta):
        verbose_name = "thema"
        verbose_name_plural = "thema’s"


class TargetGroup(CatalogueEntry):
    """Whom an initiative is for."""

    class Meta(CatalogueEntry.Meta):
        verbose_name = "voor wie"
        verbose_name_plural = "voor wie"


class Crisis(CatalogueEntry):
    """What made people begin. It has a page of its own, with what they told."""

    text = models.TextField(
        "inleiding", max_length=600, help_text="Staat bovenaan de bladzijde. Korte, gewone zinnen."
    )
    is_shown = models.BooleanField(
        "op de site",
        default=False,
        help_text="Dan heeft het een bladzijde, en kan je het kiezen in het formulier.",
    )

    class Meta(CatalogueEntry.Meta):
        verbose_name = "crisis"
        verbose_name_plural = "crisissen"

    def get_absolute_url(self) -> str:
        return reverse("initiatives:crisis", args=[self.slug])
