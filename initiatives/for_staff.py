"""What staff may see of the showcase, and which version of it."""

from __future__ import annotations

from django.db.models import Case, Exists, F, OuterRef, Q, Subquery, When

from initiatives.models import EditStatus, Initiative, Status, Step, TrailEntry, Version
from initiatives.models.initiative import InitiativeQuerySet


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
