"""Where things are: the five Flemish provinces, Brussels, and their municipalities."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Province(models.Model):
    """A Flemish province, or the Brussels region."""

    nis = models.CharField("NIS-code", max_length=5, primary_key=True)
    name = models.CharField("naam", max_length=40, unique=True)
    slug = models.SlugField("adres", max_length=40, unique=True)

    class Meta:
        verbose_name = "provincie"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Municipality(models.Model):
    """A municipality. One that merged into another stays, and names its successor."""

    nis = models.CharField("NIS-code", max_length=5, primary_key=True)
    name = models.CharField("naam", max_length=80)
    name_fr = models.CharField("Franse naam", max_length=80, blank=True)
    slug = models.SlugField("adres", max_length=80, unique=True)
    province = models.ForeignKey(
        Province, models.PROTECT, related_name="municipalities", verbose_name="provincie"
    )
    latitude = models.DecimalField("breedtegraad", max_digits=7, decimal_places=4)
    longitude = models.DecimalField("lengtegraad", max_digits=7, decimal_places=4)
    postcodes = ArrayField(models.CharField(max_length=4), verbose_name="postcodes", default=list)
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="opgegaan in",
    )

    class Meta:
        verbose_name = "gemeente"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
