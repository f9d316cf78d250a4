"""The first plan that an association makes after a workshop."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from agenda.models import Registration
from workshops.models.linked import Linked

MOST_ROWS = 20


class ActionPlan(Linked):
    """A plan of one association, for its eyes only: its own link opens it, and nothing else does.
    Changes only in workshops/planning.py."""

    registration = models.OneToOneField(
        Registration, models.CASCADE, related_name="plan", verbose_name="inschrijving"
    )
    # Raised when it is saved: who saves from an older page is told.
    revision = models.PositiveIntegerField(default=0, editable=False)
    question = models.TextField("vraag", max_length=1000, blank=True)
    outcome = models.TextField("wat ervan kwam", max_length=2000, blank=True)
    outcome_at = models.DateTimeField("antwoord gegeven op", null=True, blank=True)
    invited_at = models.DateTimeField("link gestuurd op", auto_now_add=True)
    erased_at = models.DateTimeField("gewist op", null=True, blank=True)
    reminded_at = models.DateTimeField("herinnerd op", null=True, blank=True)

    class Meta:
        verbose_name = "plan van aanpak"
        verbose_name_plural = "plannen van aanpak"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="plan_outcome_has_a_moment",
                condition=Q(outcome="", outcome_at=None)
                | ~Q(outcome="") & Q(outcome_at__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Plan van {self.registration.organisation or self.registration.name}"


class PlanRow(models.Model):
    """One thing to do: what, who, and by when."""

    plan = models.ForeignKey(ActionPlan, models.CASCADE, related_name="rows", verbose_name="plan")
    position = models.PositiveSmallIntegerField("volgorde")
    what = models.CharField("wat", max_length=300)
    who = models.CharField("wie", max_length=120, blank=True)
    by_when = models.CharField("tegen wanneer", max_length=60, blank=True)

    class Meta:
        verbose_name = "stap"
        verbose_name_plural = "stappen"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "position"], name="plan_row_own_position"),
            models.CheckConstraint(name="plan_row_says_what", condition=~Q(what="")),
        ]

    def __str__(self) -> str:
        return self.what
