"""A workshop as it is offered: what it is, for whom, and what to know before booking it."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Prefetch, Q
from django.urls import reverse

from agenda.models import Audience, Session
from initiatives.models import Initiative
from stories.models import Story


class WorkshopQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def shown(self) -> WorkshopQuerySet:
        """What is on the site, in the order that staff chose."""
        return self.filter(is_shown=True).order_by("position", "title")

    def with_parts(self) -> WorkshopQuerySet:
        """With all that its page tells of it, in a fixed number of queries."""
        return self.prefetch_related(
            Prefetch("parts", queryset=Part.objects.order_by("position", "pk"))
        )


class Workshop(models.Model):
    """One workshop of BAZ. Its text stands in parts, so that staff can add, order and leave out."""

    title = models.CharField("naam", max_length=100)
    slug = models.SlugField("adres", max_length=100, unique=True)
    kicker = models.CharField(
        "boven de titel", max_length=80, help_text="Bijvoorbeeld: Workshop voor verenigingen."
    )
    question = models.CharField(
        "titel van de bladzijde",
        max_length=120,
        help_text="Liefst een vraag die mensen zelf stellen.",
    )
    summary = models.CharField("in één zin", max_length=200)
    lead = models.TextField("inleiding", max_length=600)
    audiences = ArrayField(
        models.CharField(max_length=20, choices=Audience), verbose_name="voor wie", size=4
    )
    can_be_requested = models.BooleanField("kan aangevraagd worden", default=True)
    has_plan = models.BooleanField(
        "met een plan van aanpak",
        default=False,
        help_text="Wie meedeed, krijgt na de workshop een link om een plan te maken.",
    )
    is_shown = models.BooleanField("staat op de site", default=False)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    practices = models.ManyToManyField(
        Initiative,
        blank=True,
        related_name="+",
        verbose_name="praktijken",
        limit_choices_to={"status": "published"},
        help_text="Wat niet meer op de site staat, verdwijnt vanzelf van de bladzijde.",
    )

    stories = models.ManyToManyField(
        Story,
        blank=True,
        related_name="+",
        verbose_name="verhalen",
        limit_choices_to=~Q(state="withdrawn"),
        help_text="Alleen wat op de site staat, is te zien. Wat weg is, verdwijnt vanzelf.",
    )

    objects = WorkshopQuerySet.as_manager()

    class Meta:
        verbose_name = "workshop"
        verbose_name_plural = "workshops"
        ordering = ["position", "title"]
        constraints = [
            models.CheckConstraint(
                name="workshop_is_for_somebody", condition=Q(audiences__len__gt=0)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("workshops:workshop", args=[self.slug])

    def parts_of(self, kind: Part.Kind) -> list[Part]:
        """Its parts of one kind, in order."""
        return [part for part in self.parts.all() if part.kind == kind]


class Part(models.Model):
    """One piece of what a workshop's page tells."""

    class Kind(models.TextChoices):
        FACT = "fact", "op een rij"
        RECOGNISE = "recognise", "herken je dit?"
        TAKE_HOME = "take_home", "wat je meeneemt"
        PROGRAMME = "programme", "wat we doen"
        PRACTICAL = "practical", "praktisch"
        QUESTION = "question", "vraag en antwoord"

    # A bare sentence in these; in the others the sentence stands under a title.
    WITHOUT_TITLE = [Kind.RECOGNISE, Kind.TAKE_HOME]

    workshop = models.ForeignKey(
        Workshop, models.CASCADE, related_name="parts", verbose_name="workshop"
    )
    kind = models.CharField("soort", max_length=12, choices=Kind)
    title = models.CharField("titel", max_length=100, blank=True)
    text = models.TextField("tekst", max_length=600)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    is_example = models.BooleanField(
        "voorbeeld", default=False, help_text="Nog niet afgesproken: we tonen er ‘voorbeeld’ bij."
    )

    class Meta:
        verbose_name = "stukje tekst"
        verbose_name_plural = "stukjes tekst"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="part_has_the_title_it_needs",
                condition=Q(kind__in=["recognise", "take_home"]) | ~Q(title=""),
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.text


class WorkshopSession(models.Model):
    """A date of a workshop: what the agenda holds, and which workshop it is."""

    session = models.OneToOneField(
        Session, models.CASCADE, primary_key=True, related_name="of_workshop", verbose_name="sessie"
    )
    workshop = models.ForeignKey(
        Workshop, models.PROTECT, related_name="dates", verbose_name="workshop"
    )

    class Meta:
        verbose_name = "datum van een workshop"
        verbose_name_plural = "data van workshops"

    def __str__(self) -> str:
        return f"{self.workshop} · {self.session}"
