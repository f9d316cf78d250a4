"""What people wrote of an initiative at one moment, and the photos that go with it."""

from __future__ import annotations

import uuid
from typing import NamedTuple

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q
from pictures.models import PictureField

from initiatives.models.catalogue import Crisis, TargetGroup, Theme
from initiatives.models.choices import CrisisReason, CrisisSupport, Lasted, Meeting, Running
from places.models import Municipality


class CrisisAnswer(NamedTuple):
    """What people told about one of the four questions on a crisis. `words` may be ''."""

    question: str
    chosen: list[str]
    words: str


class Version(models.Model):
    """One telling of an initiative. Once sent it never changes; the next one is a copy."""

    initiative = models.ForeignKey(
        "initiatives.Initiative", models.CASCADE, related_name="versions", verbose_name="initiatief"
    )
    number = models.PositiveSmallIntegerField("versie", default=1)
    created_at = models.DateTimeField("begonnen op", auto_now_add=True)
    written_at = models.DateTimeField("laatst geschreven op", auto_now=True)
    sent_at = models.DateTimeField("verstuurd op", null=True, blank=True)
    # What was typed but isn't right yet, by step, exactly as typed: nothing is lost by an error.
    unfinished = models.JSONField(default=dict, blank=True, editable=False)

    title = models.CharField("Naam van het initiatief", max_length=80, blank=True)
    summary = models.CharField("In één zin", max_length=200, blank=True)
    story = models.TextField("Het verhaal", max_length=6000, blank=True)
    learned = models.TextField("Wat leerden jullie?", max_length=2000, blank=True)
    time_needed = models.CharField("Hoeveel tijd vraagt het?", max_length=200, blank=True)
    people_needed = models.CharField("Hoeveel mensen zijn er nodig?", max_length=200, blank=True)
    needs = models.CharField("Wat heb je nodig?", max_length=300, blank=True)
    costs = models.CharField("Wat kost het?", max_length=200, blank=True)
    support_needed = models.CharField("Welke steun helpt?", max_length=300, blank=True)

    meeting = models.CharField(
        "Hoe komen mensen samen?", max_length=10, choices=Meeting, blank=True
    )
    municipality = models.ForeignKey(
        Municipality,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Gemeente",
    )
    spot = models.CharField("Waar precies?", max_length=100, blank=True)
    themes = models.ManyToManyField(Theme, blank=True, related_name="+", verbose_name="Thema’s")
    target_groups = models.ManyToManyField(
        TargetGroup, blank=True, related_name="+", verbose_name="Voor wie?"
    )
    running = models.CharField("Nog bezig?", max_length=10, choices=Running, blank=True)
    start_year = models.PositiveSmallIntegerField("Begonnen in", null=True, blank=True)

    # What began in a crisis: four questions more (report, chapter 5.4.1), each with own words.
    crisis = models.ForeignKey(
        Crisis,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Begon dit door een crisis?",
    )
    crisis_reasons = ArrayField(
        models.CharField(max_length=20, choices=CrisisReason),
        verbose_name="Waarom begonnen jullie?",
        default=list,
        blank=True,
    )
    crisis_reasons_words = models.TextField("Waarom, in eigen woorden", max_length=600, blank=True)
    crisis_support = ArrayField(
        models.CharField(max_length=20, choices=CrisisSupport),
        verbose_name="Wat hielp?",
        default=list,
        blank=True,
    )
    crisis_support_words = models.TextField(
        "Wat hielp, in eigen woorden", max_length=600, blank=True
    )
    crisis_meaning = models.TextField("Wat betekende het voor mensen?", max_length=600, blank=True)
    crisis_lasted = models.CharField("Wat bleef?", max_length=20, choices=Lasted, blank=True)
    crisis_lasted_words = models.TextField(
        "Wat bleef, in eigen woorden", max_length=600, blank=True
    )

    # The questions as the form asks them and as every page repeats them.
    bottom_up_answer = models.TextField(
        "Hoe is het begonnen, en wie begon ermee?", max_length=2000, blank=True
    )
    agency_answer = models.TextField(
        "Wie doet er mee, en wie beslist?", max_length=2000, blank=True
    )
    beyond_self_answer = models.TextField("Wat doet het met mensen?", max_length=2000, blank=True)

    contact_name = models.CharField("Getoonde naam", max_length=100, blank=True)
    website = models.URLField("Website", max_length=300, blank=True)

    photos = models.ManyToManyField("Photo", through="VersionPhoto", related_name="versions")

    class Meta:
        verbose_name = "versie"
        ordering = ["initiative", "number"]
        indexes = [
            GinIndex(fields=["title"], name="version_title_trigram", opclasses=["gin_trgm_ops"]),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["initiative", "number"], name="version_number_once_per_initiative"
            ),
            # Two open versions would let one overwrite the other.
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(sent_at__isnull=True),
                name="version_one_open_per_initiative",
            ),
            models.CheckConstraint(
                name="version_crisis_answers_need_a_crisis",
                condition=Q(crisis__isnull=False)
                | Q(
                    crisis_reasons=[],
                    crisis_reasons_words="",
                    crisis_support=[],
                    crisis_support_words="",
                    crisis_meaning="",
                    crisis_lasted="",
                    crisis_lasted_words="",
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title or '(nog zonder naam)'} · versie {self.number}"

    @property
    def main_theme(self) -> Theme | None:
        """The theme that gives the cover its weave."""
        return next(iter(self.themes.all()), None)

    @property
    def place_label(self) -> str:
        """Where it happens, in a few words."""
        return place_label(self.municipality, self.spot, self.meeting)

    @property
    def takes(self) -> list[tuple[str, str]]:
        """What it takes to do the same, at a glance: only what was told."""
        told = [
            ("Tijd", self.time_needed),
            ("Mensen", self.people_needed),
            ("Materiaal", self.needs),
            ("Geld", self.costs),
            ("Steun", self.support_needed),
        ]
        return [(label, answer) for label, answer in told if answer]

    @property
    def crisis_answers(self) -> list[CrisisAnswer]:
        """The four questions on a crisis, with what was told of each."""
        reasons = [CrisisReason(value).label for value in self.crisis_reasons]
        support = [CrisisSupport(value).label for value in self.crisis_support]
        lasted = [self.get_crisis_lasted_display()] if self.crisis_lasted else []
        return [
            CrisisAnswer("Waarom begon het?", reasons, self.crisis_reasons_words),
            CrisisAnswer("Wat hielp?", support, self.crisis_support_words),
            CrisisAnswer("Wat betekende het voor mensen?", [], self.crisis_meaning),
            CrisisAnswer("Wat bleef ervan?", lasted, self.crisis_lasted_words),
        ]

    @property
    def crisis_words(self) -> list[str]:
        """What was told about a crisis in own words."""
        return [answer.words for answer in self.crisis_answers if answer.words]

    def forget_crisis(self) -> None:
        """It began in no crisis after all: what was told about that goes too. Saves nothing."""
        self.crisis = None
        self.crisis_reasons, self.crisis_support = [], []
        self.crisis_reasons_words = self.crisis_support_words = self.crisis_meaning = ""
        self.crisis_lasted = self.crisis_lasted_words = ""
        self.unfinished.pop("crisis", None)

    @property
    def cover_photo(self) -> VersionPhoto | None:
        """The first photo, or None where the weave takes its place."""
        return next(iter(self.version_photos.all()), None)


def place_label(municipality: Municipality | None, spot: str, meeting: str) -> str:
    """Where something happens, in a few words."""
    if municipality:
        return f"{municipality.name}, {municipality.province.name}"
    return spot or ("Online" if meeting == Meeting.ONLINE else "Plaats volgt nog")


class Photo(models.Model):
    """One picture, cleaned of all but what is to be seen. Who may see it: views/photos.py."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    initiative = models.ForeignKey(
        "initiatives.Initiative", models.CASCADE, related_name="photos", verbose_name="initiatief"
    )
    picture = PictureField(
        "foto",
        upload_to="fotos",
        width_field="width",
        height_field="height",
        aspect_ratios=[None],
    )
    width = models.PositiveIntegerField("breedte", editable=False)
    height = models.PositiveIntegerField("hoogte", editable=False)
    created_at = models.DateTimeField("toegevoegd op", auto_now_add=True)

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto’s"

    def __str__(self) -> str:
        return f"foto {self.id}"

    @property
    def widths(self) -> list[int]:
        """The widths in pixels that it exists in besides its own; none for a small photo."""
        return sorted(self.picture.aspect_ratios[None]["AVIF"])


class VersionPhoto(models.Model):
    """A photo as one version shows it."""

    class People(models.TextChoices):
        NONE = "none", "Nee, niemand is te herkennen"
        AGREED = "agreed", "Ja, en zij vinden het goed dat de foto op de site staat"

    version = models.ForeignKey(Version, models.CASCADE, related_name="version_photos")
    photo = models.ForeignKey(Photo, models.CASCADE, related_name="version_photos")
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    alt = models.CharField("Wat is er te zien?", max_length=250, blank=True)
    people = models.CharField(
        "Zijn er mensen te herkennen?", max_length=10, choices=People, blank=True
    )

    class Meta:
        verbose_name = "foto in een versie"
        verbose_name_plural = "foto’s in een versie"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["version", "photo"], name="photo_once_per_version"),
        ]

    def __str__(self) -> str:
        return self.alt or "(nog zonder beschrijving)"
