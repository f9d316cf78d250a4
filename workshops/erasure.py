"""Forgetting people: everything that names them goes, wherever it was kept."""

from __future__ import annotations

from django.utils import timezone
from post_office.models import Email

from agenda.models import Registration, Session, new_link_key
from mail.cleaning import delete_mails
from workshops.links import mark_of
from workshops.models import ActionPlan, CoachingTrack, Request
from workshops.models.linked import Linked

PERSONAL = ["name", "email", "phone", "question", "consent_version", "consent_text"]
CALLED_OFF = "Wie de sessie aanvroeg, zegde af."


def wipe_request(request: Request) -> None:
    """Remove every name, answer, consent and mail of `request`. What stays, for the figures, is
    what was asked, by which organisation, from which municipality. Call it locked."""
    for field in [*PERSONAL, "message", "refusal", "role", "occasion", "place_offered"]:
        setattr(request, field, "")
    request.consent_at = None
    request.erased_at = timezone.now()
    request.link_key = new_link_key()
    request.save()
    if request.status == Request.Status.CALLED_OFF:
        # The asker's own words.
        Session.objects.filter(pk=request.session_id).update(cancelled_reason=CALLED_OFF)
    forget_mails(request)


def wipe_track(track: CoachingTrack) -> None:
    """Remove the contact of `track`, what that person told, and the mails. What municipality and
    BAZ did together stays. Call it locked."""
    track.contact_name = track.contact_email = track.contact_phone = track.intake = ""
    track.erased_at = timezone.now()
    track.link_key = new_link_key()
    track.save()
    forget_mails(track)


def wipe_plan(plan: ActionPlan) -> None:
    """Remove all that stands in `plan`, and the mails about it."""
    plan.rows.all().delete()
    plan.question = plan.outcome = ""
    plan.outcome_at, plan.erased_at = None, timezone.now()
    plan.link_key = new_link_key()
    plan.save()
    forget_mails(plan)


def wipe_with_registration(sender: type, instance: Registration, **kwargs) -> None:
    """A receiver: when a registration is erased, so is the plan that came of it."""
    if instance.erased_at:
        for plan in ActionPlan.objects.filter(registration=instance, erased_at=None):
            wipe_plan(plan)


def forget_mails(row: Linked) -> None:
    """Remove every mail about `row`: each holds its link."""
    delete_mails(Email.objects.filter(message__contains=mark_of(row)))
