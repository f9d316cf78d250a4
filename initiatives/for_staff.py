"""What staff may see of the showcase, which version of it, and what visitors report."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from initiatives.models import EditStatus, Initiative, Report, Status, Step, TrailEntry, Version
from initiatives.models.initiative import InitiativeQuerySet
from initiatives.working_days import WORKING_DAYS_PROMISED, working_days_since


def visible_to_staff() -> InitiativeQuerySet:
    """What staff may see: whatever a confirmed address sent, and what staff entered themselves.

    Each has `shown_version_id` and `shown_title`: of the version that staff look at. That is the
    newest one that was sent, or the one online when no newer one is being weighed. What someone
    is still writing stays theirs.
    """
    confirmed = TrailEntry.objects.filter(initiative=OuterRef("pk"), step=Step.CONFIRM)
    versions = Version.objects.filter(initiative=OuterRef("pk"))
    newest_sent = versions.order_by(F("sent_at").desc(nulls_last=True), "-number")
    online = Q(status=Status.ARCHIVED) | Q(
        status=Status.PUBLISHED, edit_status__in=[EditStatus.NONE, EditStatus.DRAFT]
    )
    return Initiative.objects.filter(Q(entered_by__isnull=False) | Exists(confirmed)).annotate(
        shown_version_id=Case(
            When(online, then=F("live_version_id")),
            default=Subquery(newest_sent.values("pk")[:1]),
        ),
        shown_title=Subquery(
            Version.objects.filter(pk=OuterRef("shown_version_id")).values("title")
        ),
    )


class ReportRow(NamedTuple):
    """One report as a list shows it."""

    report: Report
    days_waiting: int | None  # working days; None once it is settled

    @property
    def is_late(self) -> bool:
        return self.days_waiting is not None and self.days_waiting > WORKING_DAYS_PROMISED


def reports_with_titles() -> QuerySet[Report]:
    """Reports, each with the `title` of what it is about, longest waiting first."""
    titled = Report.objects.annotate(title=F("initiative__live_version__title"))
    return titled.order_by("reported_at", "pk")


def report_row(report: Report) -> ReportRow:
    """The row of `report`."""
    return ReportRow(report, None if report.outcome else working_days_since(report.reported_at))
