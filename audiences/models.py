"""The four doors of 'BAZ inspireert' (report, chapter 5.1.3): their words and their order."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.urls import reverse

from agenda.filters import AUDIENCES
from agenda.models import Audience

# The end of a door's address, as the agenda names its audiences in a filter.
SLUGS = {audience: slug for slug, audience in AUDIENCES.items()}


class Target(models.TextChoices):
    """Where a step can lead."""

    SUBMIT = "submit", "een initiatief delen"
    SHOWCASE = "showcase", "Inspireer elkaar"
    MUNICIPALITIES = "municipalities", "gemeenten"
    AGENDA = "agenda", "agenda"
    WORKSHOPS = "workshops", "alle workshops"
    ASK = "ask", "een workshop aanvragen"
    COACHING = "coaching", "coaching"
    ROADSHOW = "roadshow", "BAZ on the road"
    ASK_EVENT = "ask_event", "een inspiratiemoment aanvragen"
    STORIES = "stories", "verhalen"
    TIPS = "tips", "tips"

    @property
    def url(self) -> str:
        """The address it stands for."""
        return reverse(VIEWS[self])


VIEWS = {
    Target.SUBMIT: "initiatives:submit",
    Target.SHOWCASE: "initiatives:list",
    Target.MUNICIPALITIES: "municipalities",
    Target.AGENDA: "agenda:agenda",
    Target.WORKSHOPS: "workshops:overview",
    Target.ASK: "workshops:ask",
    Target.COACHING: "workshops:coaching",
    Target.ROADSHOW: "roadshow:overview",
    Target.ASK_EVENT: "workshops:ask_event",
    Target.STORIES: "stories:overview",
    Target.TIPS: "stories:tips",
}


class DoorQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def with_blocks(self) -> DoorQuerySet:
        """With the blocks that are shown, in the order of staff."""
        shown = Block.objects.filter(is_shown=True)
        return self.prefetch_related(models.Prefetch("blocks", queryset=shown))


class Door(models.Model):
    """The page of one audience."""

    audience = models.CharField("voor wie", max_length=20, choices=Audience, unique=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    name = models.CharField(
        "op de deur", max_length=60, help_text="Bijvoorbeeld: Ik zit in een vereniging."
    )
    sentence = models.CharField("zin onder de deur", max_length=140)
    title = models.CharField("titel van de bladzijde", max_length=100)
    lead = models.CharField("inleiding", max_length=300)
    step = models.CharField(
        "de volgende stap", max_length=60, help_text="De tekst op de knop. Eén stap, niet meer."
    )
    target = models.CharField("waar die knop heen gaat", max_length=20, choices=Target)

    objects = DoorQuerySet.as_manager()

    class Meta:
        verbose_name = "deur"
        verbose_name_plural = "deuren"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="door_audience_known", condition=Q(audience__in=Audience.values)
            ),
            models.CheckConstraint(name="door_target_known", condition=Q(target__in=Target.values)),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("audiences:door", args=[self.slug])

    @property
    def slug(self) -> str:
        """The end of its address."""
        return SLUGS[Audience(self.audience)]

    @property
    def step_url(self) -> str:
        """Where its one step leads."""
        return Target(self.target).url


class Block(models.Model):
    """One piece of a door's page. What stands in it comes from the database; where that has
    nothing for this audience, the block is left out."""

    class Kind(models.TextChoices):
        WORKSHOPS = "workshops", "workshops"
        DATES = "dates", "data in de agenda"
        COACHING = "coaching", "coaching"
        ROADSHOW = "roadshow", "BAZ on the road"
        STORIES = "stories", "verhalen"
        TIPS = "tips", "tips"
        PRACTICES = "practices", "initiatieven"

    door = models.ForeignKey(Door, models.CASCADE, related_name="blocks", verbose_name="deur")
    kind = models.CharField("wat", max_length=10, choices=Kind)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    title = models.CharField("titel", max_length=80)
    sentence = models.CharField("één zin", max_length=160)
    is_shown = models.BooleanField("staat op de site", default=True)

    class Meta:
        verbose_name = "blok"
        verbose_name_plural = "blokken"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["door", "kind"], name="block_once_a_door"),
            models.CheckConstraint(
                name="block_kind_known",
                condition=Q(
                    kind__in=[
                        *("workshops", "dates", "coaching", "roadshow"),
                        *("stories", "tips", "practices"),
                    ]
                ),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Wish(models.Model):
    """'Ik wil …': what somebody wants who doesn't know where they belong, and where that is."""

    text = models.CharField("Ik wil …", max_length=100)
    target = models.CharField("waar het heen gaat", max_length=20, choices=Target)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    is_shown = models.BooleanField("staat op de site", default=True)

    class Meta:
        verbose_name = "wens"
        verbose_name_plural = "wensen"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(name="wish_target_known", condition=Q(target__in=Target.values)),
        ]

    def __str__(self) -> str:
        return f"Ik wil {self.text}"

    @property
    def url(self) -> str:
        """Where it leads."""
        return Target(self.target).url
