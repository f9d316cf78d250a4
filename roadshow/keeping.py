"""What else must happen when something that the roadshow leans on is saved: receivers, called in
the transaction of the change (apps.py)."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from agenda.models import Session, SessionStatus
from initiatives.models import Initiative, Status
from roadshow import emails, following, planning
from roadshow.models import ShownPractice
from workshops.models import Request


def before_session(sender: type, instance: Session, **kwargs) -> None:
    """An event and its follow-up stay in order. Raises FollowUpTooEarly or MovedPastFollowUp."""
    if instance.pk and instance.status != SessionStatus.CANCELLED:
        planning.check_order(instance)


def after_session(sender: type, instance: Session, **kwargs) -> None:
    """Who was at an event is asked to the follow-up when that opens."""
    opened = instance.status == SessionStatus.OPEN and "status" in (kwargs["update_fields"] or ())
    if opened and instance.kind in planning.KINDS:
        following.invite_when_opened(instance)


def after_request(sender: type, request: Request, **kwargs) -> None:
    """An event that was asked for is planned when its moment is picked."""
    if request.is_event:
        planning.plan_from_request(request)


def after_initiative(sender: type, instance: Initiative, **kwargs) -> None:
    """The host of a coming event is told once that a practice was taken off the site; it has
    disappeared from the programme by itself."""
    if instance.status not in {Status.WITHDRAWN, Status.ARCHIVED}:
        return
    shown = ShownPractice.objects.select_for_update(of=["self"]).filter(
        initiative=instance, told_gone_at=None, event__session__ends_at__gt=timezone.now()
    )
    coming = shown.exclude(event__session__status=SessionStatus.CANCELLED)
    with transaction.atomic():
        for practice in coming.select_related("event__session", "event__host"):
            practice.told_gone_at = timezone.now()
            practice.save(update_fields=["told_gone_at"])
            if practice.event.host_email:
                emails.send_practice_gone(practice.event, instance)
