"""What the showcase finds with: one row for each published initiative, and one bitmap for each
thing that can be looked for. Written by initiatives/finding/postings.py alone."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from initiatives.models.initiative import Initiative

# A facet's name and the longest slug of a theme.
LONGEST_KEY = 80


class Listing(models.Model):
    """A published initiative as the index knows it. Positions rise with the moment of first
    publication and are never given twice, so that the highest bits are the newest initiatives."""

    initiative = models.OneToOneField(Initiative, models.CASCADE, primary_key=True)
    position = models.PositiveIntegerField(unique=True)
    sort_title = models.CharField(max_length=80)
    keys = ArrayField(models.CharField(max_length=LONGEST_KEY))

    class Meta:
        verbose_name = "vermelding"
        verbose_name_plural = "vermeldingen"
        indexes = [models.Index(fields=["sort_title", "position"], name="listing_a_to_z")]

    def __str__(self) -> str:
        return self.sort_title


class Posting(models.Model):
    """All positions that something holds for: a word in a field, or a value of a facet. `bits` is
    a roaring bitmap."""

    key = models.CharField(max_length=LONGEST_KEY, primary_key=True)
    bits = models.BinaryField()

    class Meta:
        verbose_name = "bitmap"
        verbose_name_plural = "bitmaps"

    def __str__(self) -> str:
        return self.key


class Word(models.Model):
    """A word that stands in something published: to find parts of it, and what resembles it."""

    text = models.CharField(max_length=40, primary_key=True)

    class Meta:
        verbose_name = "woord"
        verbose_name_plural = "woorden"
        indexes = [GinIndex(fields=["text"], name="word_trigram", opclasses=["gin_trgm_ops"])]

    def __str__(self) -> str:
        return self.text


class Showcase(models.Model):
    """The one row that counts the changes of what the public sees. Raised in the transaction of
    each change: whatever was made for an older count is out of date, in every process at once."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    generation = models.PositiveBigIntegerField(default=0)
    # Positions given so far; each is given once.
    positions = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = "etalage"
        constraints = [models.CheckConstraint(name="showcase_is_one", condition=Q(id=1))]

    def __str__(self) -> str:
        return f"generatie {self.generation}"
