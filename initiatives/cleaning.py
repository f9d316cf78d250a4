"""What is not kept for ever, and how it goes."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from initiatives import limits, moderation
from initiatives.models import Initiative, Status, TrailEntry

DAYS_A_DRAFT_IS_KEPT = 180


def erase_old_drafts() -> int:
    """Erase what was begun but never sent, or sent but never confirmed; returns how many."""
    oldest = timezone.now() - timedelta(days=DAYS_A_DRAFT_IS_KEPT)
    forgotten = Initiative.objects.filter(
        status__in=[Status.DRAFT, Status.UNCONFIRMED], created_at__lt=oldest
    )
    for initiative in forgotten:
        moderation.erase(initiative=initiative, actor=TrailEntry.Actor.SYSTEM)
    return len(forgotten)


def clean_up() -> str:
    """All that is to be done each night; returns what was done, in a sentence for the log."""
    return (
        f"{erase_old_drafts()} old drafts erased, {limits.forget_old_tallies()} tallies forgotten"
    )
