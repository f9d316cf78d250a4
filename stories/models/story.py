"""What somebody told about taking part, and the picture that goes with it."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from pictures.models import PictureField

from initiatives.models import new_link_key
from stories.models.agreement import Agreement
from stories.models.choices import State


class Barrier(models.Model):
    """Something that keeps people from taking part: a 'drempel'."""

    name = models.CharField("naam", max_length=60)
    slug = models.SlugField("adres", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "drempel"
        verbose_name_plural = "drempels"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class StoryQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def shown(self) -> StoryQuerySet:
        """What is told on the site. A consent that ended takes its story along at midnight, also
        where nobody was there to note it."""
        live = Agreement.objects.for_website().filter(story=OuterRef("pk"))
        return self.filter(Exists(live), state=State.SHOWN)

    def public(self) -> StoryQuerySet:
        """What has a page: what is told first, then what follows."""
        shown = self.shown().values("pk")
        # In the alphabet, 'shown' comes after 'follows'.
        public = self.filter(Q(pk__in=shown) | Q(state=State.FOLLOWS))
        return public.order_by("-state", "position", "pk").prefetch_related("barriers")

    def with_portrait(self) -> StoryQuerySet:
        """With the picture, and whether it may be seen as `portrait_shown`."""
        agreed = Agreement.objects.for_website().filter(story=OuterRef("pk"), covers_portrait=True)
        return self.select_related("portrait").annotate(portrait_shown=Exists(agreed))


class Story(models.Model):
    """One story. Its address is a number: one that carried a name would outlive a withdrawal.

    Only stories/publishing.py writes the state.
    """

    title = models.CharField(
        "titel",
        max_length=120,
        blank=True,
        help_text="Zonder naam: deze titel staat ook in lijsten.",
    )
    summary = models.TextField(
        "in het kort", max_length=400, blank=True, help_text="Eén of twee zinnen, zonder naam."
    )
    teller = models.CharField(
        "verteller",
        max_length=80,
        blank=True,
        help_text="Zoals die zelf genoemd wil worden. Een andere naam mag.",
    )
    text = models.TextField(
        "verhaal",
        max_length=12_000,
        blank=True,
        help_text="Een lege regel begint een nieuwe alinea.",
    )
    barriers = models.ManyToManyField(
        Barrier, blank=True, related_name="stories", verbose_name="drempels"
    )
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    state = models.CharField("stand", max_length=10, choices=State, default=State.DRAFT)
    # The name in the link of the teller, and its key: a new key makes older links worthless.
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    link_key = models.CharField(max_length=40, default=new_link_key, editable=False)

    objects = StoryQuerySet.as_manager()

    class Meta:
        verbose_name = "verhaal"
        verbose_name_plural = "verhalen"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="story_that_is_shown_tells_something",
                condition=~Q(state="shown") | ~Q(title="") & ~Q(teller="") & ~Q(text=""),
            ),
            models.CheckConstraint(
                name="story_that_follows_has_a_title",
                condition=~Q(state="follows") | ~Q(title="") & ~Q(summary=""),
            ),
            models.CheckConstraint(
                name="story_that_was_withdrawn_tells_nothing",
                condition=~Q(state="withdrawn") | Q(title="", summary="", teller="", text=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"verhaal {self.pk}"

    def get_absolute_url(self) -> str:
        return reverse("stories:story", args=[self.pk])

    @property
    def follows(self) -> bool:
        """Whether only its facts are known so far."""
        return self.state == State.FOLLOWS

    @property
    def agreement(self) -> Agreement | None:
        """What holds now; None where nothing was agreed."""
        return self.agreements.filter(ended_at=None).first()


class Portrait(models.Model):
    """The picture of one story, cleaned of all but what is to be seen. Who may see it:
    views/portrait.py."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    story = models.OneToOneField(
        Story, models.CASCADE, related_name="portrait", verbose_name="verhaal"
    )
    picture = PictureField(
        "foto",
        upload_to="verhalen",
        width_field="width",
        height_field="height",
        aspect_ratios=[None],
    )
    width = models.PositiveIntegerField("breedte", editable=False)
    height = models.PositiveIntegerField("hoogte", editable=False)
    alt = models.CharField("wat is er te zien?", max_length=250)

    class Meta:
        verbose_name = "foto"
        verbose_name_plural = "foto’s"

    def __str__(self) -> str:
        return f"foto {self.id}"
