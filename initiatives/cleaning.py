"""What is not kept for ever, and how it goes."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from initiatives import moderation
from initiatives.models import Initiative, Status, TrailEntry
from visitors import limits

DAYS_A_DRAFT_IS_KEPT = 180


def erase_old_drafts() -> int:
    """Erase what was begun but never sent, or sent but never confirmed, when nobody wrote in it
    for so long; returns how many."""
    oldest = timezone.now() - timedelta(days=DAYS_A_DRAFT_IS_KEPT)
    forgotten = Initiative.objects.filter(
        status__in=[Status.DRAFT, Status.UNCONFIRMED], created_at__lt=oldest
    ).exclude(versions__written_at__gte=oldest)
    erased = 0
    for initiative in list(forgotten):
        with transaction.atomic():
            # Held and asked again: it may have been sent or confirmed since the list was made.
            if forgotten.select_for_update().filter(pk=initiative.pk).exists():
                moderation.erase(initiative=initiative, actor=TrailEntry.Actor.SYSTEM)
                erased += 1
    return erased


def clean_up() -> str:
    """All that is to be done each night; returns what was done, in a sentence for the log."""
    return (
        f"{erase_old_drafts()} old drafts erased, {limits.forget_old_tallies()} tallies forgotten"
    )
