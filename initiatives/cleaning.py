"""What is not kept for ever, and how it goes."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from initiatives import moderation
from initiatives.models import Initiative, Report, Status, TrailEntry
from mail.private import forget_what_could_not_be_sent
from visitors import limits

DAYS_A_DRAFT_IS_KEPT = 180
# Settled reports; one that waits is kept.
DAYS_A_REPORT_IS_KEPT = 180


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


def forget_old_reports() -> int:
    """Remove reports that were settled so long ago; returns how many. The trail keeps who settled
    one, when and how."""
    oldest = timezone.now() - timedelta(days=DAYS_A_REPORT_IS_KEPT)
    return Report.objects.filter(settled_at__lt=oldest).delete()[0]


def clean_up() -> str:
    """All that is to be done each night; returns what was done, in a sentence for the log."""
    return ", ".join(
        [
            f"{erase_old_drafts()} old drafts erased",
            f"{forget_old_reports()} reports and {forget_what_could_not_be_sent()} unsent private "
            f"mails forgotten",
            f"{limits.forget_old_tallies()} tallies forgotten",
        ]
    )
