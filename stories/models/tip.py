"""What an association can do: one sentence each, to be found by itself."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from stories.models.agreement import Agreement
from stories.models.choices import Moment, State, Use
from stories.models.story import Barrier, Story


class AssociationKind(models.Model):
    """A kind of association, such as a sports club."""

    name = models.CharField("naam", max_length=60)
    slug = models.SlugField("adres", max_length=60, unique=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "soort vereniging"
        verbose_name_plural = "soorten verenigingen"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class TipQuerySet(models.QuerySet):
    """The questions that pages ask."""

    def shown(self) -> TipQuerySet:
        """What is on the site: a tip out of a story only as long as that story is."""
        from_shown = Q(story__in=Story.objects.shown().values("pk"))
        return self.filter(Q(story=None) | from_shown, is_shown=True)

    def on_paper(self) -> TipQuerySet:
        """Those that may be printed: out of a story only where its teller agreed to that."""
        may_be_printed = Agreement.objects.for_use(Use.PRINT).values("story")
        return self.filter(Q(story=None) | Q(story__in=may_be_printed))

    def with_all(self) -> TipQuerySet:
        """With all that its card tells, in a fixed number of queries."""
        return self.select_related("story").prefetch_related("barriers", "kinds")


class Tip(models.Model):
    """One tip. What it does not name, it is good for: without barriers it helps with each."""

    sentence = models.CharField("tip", max_length=120)
    explanation = models.TextField("uitleg", max_length=300, blank=True)
    barriers = models.ManyToManyField(
        Barrier,
        blank=True,
        related_name="tips",
        verbose_name="drempels",
        help_text="Geen gekozen? Dan helpt de tip bij elke drempel.",
    )
    moments = ArrayField(
        models.CharField(max_length=12, choices=Moment),
        verbose_name="wanneer",
        size=len(Moment),
        default=list,
        blank=True,
        help_text="Geen gekozen? Dan helpt de tip altijd.",
    )
    kinds = models.ManyToManyField(
        AssociationKind,
        blank=True,
        related_name="tips",
        verbose_name="soort vereniging",
        help_text="Geen gekozen? Dan is de tip voor elke vereniging.",
    )
    story = models.ForeignKey(
        Story,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="tips",
        verbose_name="uit welk verhaal",
        limit_choices_to=~Q(state__in=[State.SHOWN, State.WITHDRAWN]),
        help_text="De tip staat op de site zolang het verhaal er staat. "
        "Staat het verhaal er al? Haal het er dan eerst af.",
    )
    is_shown = models.BooleanField("staat op de site", default=False)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    objects = TipQuerySet.as_manager()

    class Meta:
        verbose_name = "tip"
        verbose_name_plural = "tips"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.sentence

    @property
    def moment_labels(self) -> list[str]:
        """When it helps, in words; none where it always does."""
        return [moment.label for moment in Moment if moment in self.moments]
