"""Where things are: the five Flemish provinces, Brussels, and their municipalities."""

from __future__ import annotations

import re
import unicodedata

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Greatest, Lower, Replace

POSTCODE = re.compile(r"\b[0-9]{4}\b")


def comparable(text: str) -> str:
    """`text` as names are compared: no accents, capitals, hyphens or double spaces."""
    letters = unicodedata.normalize("NFKD", text.replace("\0", ""))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(plain.replace("-", " ").lower().split())


def _comparable_column(field: str) -> Lower:
    """What comparable() does, in the database."""
    return Lower(Replace(Func(F(field), function="unaccent"), Value("-"), Value(" ")))


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


class MunicipalityQuerySet(models.QuerySet):
    def current(self) -> MunicipalityQuerySet:
        """Those that exist today, so not the ones that merged into another."""
        return self.filter(successor=None)

    def by_postcode(self, postcode: str) -> MunicipalityQuerySet:
        """Today's municipalities with this postcode: none, one, or several that share it."""
        return self.current().filter(postcodes__contains=[postcode])

    def matching(self, text: str) -> MunicipalityQuerySet:
        """Today's municipalities that `text` names: a postcode, a name, or both.

        The Dutch name, the French name and the name of a municipality that merged all count. A
        postcode wins from a name, for people write the village: '2560 Kessel' is Nijlen.
        """
        found = POSTCODE.search(text)
        name = comparable(POSTCODE.sub(" ", text).strip(" ()")) if found else comparable(text)
        named = self._named(name)
        if found is None:
            return named
        sharing = self.by_postcode(found.group())
        if not sharing.exists():
            return named
        both = sharing.filter(pk__in=named.values("pk"))
        return both if name and both.exists() else sharing

    def suggestions(self, text: str) -> MunicipalityQuerySet:
        """At most three of today's municipalities whose name looks like `text`, best first."""
        name = comparable(text)
        likeness = Greatest(
            TrigramSimilarity(_comparable_column("name"), name),
            TrigramSimilarity(_comparable_column("name_fr"), name),
        )
        similar = self.current().annotate(likeness=likeness).filter(likeness__gte=0.4)
        return similar.order_by("-likeness", "name")[:3]

    def _named(self, name: str) -> MunicipalityQuerySet:
        if not name:
            return self.none()
        same = self.model.objects.annotate(
            dutch=_comparable_column("name"), french=_comparable_column("name_fr")
        ).filter(Q(dutch=name) | Q(french=name))
        today = self.current().filter(pk__in=same.values("pk"))
        # 'Tielt' is both a municipality of today and one that merged into it: today's name wins.
        return today if today.exists() else self.current().filter(predecessors__in=same).distinct()


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
    postcodes = ArrayField(
        models.CharField(max_length=4), verbose_name="postcodes", default=list, blank=True
    )
    successor = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="predecessors",
        verbose_name="opgegaan in",
    )

    objects = MunicipalityQuerySet.as_manager()

    class Meta:
        verbose_name = "gemeente"
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="municipality_is_not_its_own_successor",
                condition=Q(successor=None) | ~Q(successor=F("nis")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def current(self) -> Municipality:
        """The municipality of today: this one, or the one it merged into."""
        place = self
        while place.successor is not None:
            place = place.successor
        return place
