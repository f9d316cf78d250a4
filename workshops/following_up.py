"""What is done when nobody does anything: reminders, and an end to what nobody answered."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from workshops import emails, planning, requesting
from workshops.models import Request, RequestStep
from workshops.steps import leave_open_moments, lock, record, turn

Status, Code = Request.Status, RequestStep.Code
REMIND_AFTER = timedelta(days=5)
# Who asked what is forgotten so long after it was settled; what was asked, from where, stays.
KEPT = timedelta(days=730)


def follow_up() -> str:
    """Send what is due; returns what was done, in a sentence for the log. Each mail goes once,
    however often and by however many workers this runs: each step locks its row, looks again, and
    stores that it is done in the transaction in which it queues the mail."""
    now = timezone.now()
    proposed = Request.objects.filter(status=Status.PROPOSED)
    ended = list(proposed.filter(lapses_at__lte=now))
    lapsed = sum(lapse(request) for request in ended)
    silent = proposed.filter(reminded_at=None, turn_since__lte=now - REMIND_AFTER)
    reminded = sum(remind(request) for request in silent)
    invited = sum(planning.invite(registration) for registration in planning.to_invite())
    asked = sum(planning.remind(plan) for plan in planning.to_remind())
    forgotten = [requesting.erase(request=request) for request in _to_forget()]
    return (
        f"{lapsed} proposals lapsed, {reminded} reminders of a proposal, "
        f"{invited} invitations to make a plan, {asked} questions about a plan, "
        f"{len(forgotten)} old requests erased"
    )


def remind(request: Request) -> bool:
    """Ask once, by mail, which moment it will be; returns whether it was due."""
    with transaction.atomic():
        request = lock(request)
        due = request.status == Status.PROPOSED and request.reminded_at is None
        if not due or request.turn_since > timezone.now() - REMIND_AFTER:
            return False
        request.reminded_at = timezone.now()
        request.save(update_fields=["reminded_at"])
        record(request, Code.REMIND)
        emails.send_reminder(request)
    return True


def lapse(request: Request) -> bool:
    """End a proposal that nobody answered: it is the staff's turn again, and the asker is told.
    Returns whether it was due."""
    with transaction.atomic():
        request = lock(request)
        if request.status != Status.PROPOSED or request.lapses_at > timezone.now():
            return False
        leave_open_moments(request)
        turn(request, Status.WAITING, Code.LAPSE)
        emails.send_lapsed(request)
    return True


def _to_forget() -> QuerySet[Request]:
    """What was settled long ago, and of which no coaching goes on."""
    settled = Request.objects.exclude(status__in=Request.OPEN)
    is_over = Q(track=None) | Q(track__closed_at__isnull=False)
    return settled.filter(is_over, erased_at=None, turn_since__lt=timezone.now() - KEPT)
