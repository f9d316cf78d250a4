"""How initiatives are arranged: by theme and by whom they are for."""

from __future__ import annotations

from django.db import models


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
