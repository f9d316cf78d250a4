"""How staff weighed one version against the three selection criteria (report, chapter 3.2)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Q

from initiatives.models.choices import Criterion, Decision, Formality, Position, Verdict
from initiatives.models.version import Version


class Judgement(NamedTuple):
    """What an assessment says of one criterion."""

    criterion: Criterion
    verdict: str
    remark: str
    reason: str
    answer: str


class Assessment(models.Model):
    """One version weighed. Three fixed criteria, so three times three columns: the database
    itself can then refuse a publication that does not meet them."""

    version = models.OneToOneField(
        Version, models.CASCADE, related_name="assessment", verbose_name="versie"
    )

    bottom_up_verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    bottom_up_remark = models.TextField(max_length=2000, blank=True)
    bottom_up_reason = models.CharField(max_length=300, blank=True)
    agency_verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    agency_remark = models.TextField(max_length=2000, blank=True)
    agency_reason = models.CharField(max_length=300, blank=True)
    beyond_self_verdict = models.CharField(max_length=10, choices=Verdict, blank=True)
    beyond_self_remark = models.TextField(max_length=2000, blank=True)
    beyond_self_reason = models.CharField(max_length=300, blank=True)

    local_link = models.TextField("Band met het lokale niveau", max_length=1000, blank=True)
    position = models.CharField(
        "Plaats in de driehoek", max_length=20, choices=Position, blank=True
    )
    formality = models.PositiveSmallIntegerField(
        "Informeel of formeel", choices=Formality, null=True, blank=True
    )

    message = models.TextField("Boodschap in de mail", max_length=3000, blank=True)
    decision = models.CharField("beslissing", max_length=20, choices=Decision, blank=True)
    decided_at = models.DateTimeField("beslist op", null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="beslist door",
    )
    # Counts the saves: whoever saves a page made from an older count is told, not obeyed.
    revision = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField("bewaard op", auto_now=True)
    saved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="bewaard door",
    )

    class Meta:
        verbose_name = "beoordeling"
        verbose_name_plural = "beoordelingen"
        constraints = [
            models.CheckConstraint(
                name="assessment_publish_needs_three_meets",
                condition=~Q(decision="publish")
                | Q(bottom_up_verdict="meets", agency_verdict="meets", beyond_self_verdict="meets"),
            ),
            models.CheckConstraint(
                name="assessment_publish_needs_three_reasons",
                condition=~Q(decision="publish")
                | (~Q(bottom_up_reason="") & ~Q(agency_reason="") & ~Q(beyond_self_reason="")),
            ),
            models.CheckConstraint(
                name="assessment_changes_need_a_remark",
                condition=~Q(decision="request_changes")
                | ~Q(bottom_up_remark="", agency_remark="", beyond_self_remark=""),
            ),
            models.CheckConstraint(
                name="assessment_reject_needs_fails_and_reason",
                condition=~Q(decision="reject")
                | (
                    ~Q(message="")
                    & (
                        Q(bottom_up_verdict="fails")
                        | Q(agency_verdict="fails")
                        | Q(beyond_self_verdict="fails")
                    )
                ),
            ),
            models.CheckConstraint(
                name="assessment_decision_has_its_maker",
                condition=Q(decision="", decided_at__isnull=True, decided_by__isnull=True)
                | (~Q(decision="") & Q(decided_at__isnull=False, decided_by__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return f"beoordeling van {self.version}"

    @property
    def judgements(self) -> list[Judgement]:
        """The three criteria with what was said of each, in the order of the report."""
        return list(self._judgements())

    def _judgements(self) -> Iterator[Judgement]:
        for criterion in Criterion:
            yield Judgement(
                criterion,
                verdict=getattr(self, f"{criterion.value}_verdict"),
                remark=getattr(self, f"{criterion.value}_remark"),
                reason=getattr(self, f"{criterion.value}_reason"),
                answer=getattr(self.version, f"{criterion.value}_answer"),
            )
