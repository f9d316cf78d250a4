"""One function a message. Each is queued in the database, in the caller's transaction; the texts
stand in templates/mail/."""

from __future__ import annotations

from django.conf import settings

from initiatives.links import confirm_url, manage_url
from initiatives.models import Assessment, Decision, Initiative, Version
from initiatives.working_days import WORKING_DAYS_PROMISED
from mail.sending import RenderedMail, queue_mail, render_mail

DECISION_TEMPLATES = {
    Decision.PUBLISH: "published",
    Decision.REQUEST_CHANGES: "changes_requested",
    Decision.REJECT: "rejected",
}


def send_draft_link(initiative: Initiative) -> None:
    """The way back to a draft, on any device."""
    _queue(initiative, "draft_link")


def send_confirmation_request(initiative: Initiative, version: Version) -> None:
    """Please confirm that this is your address, and that you agree."""
    _queue(initiative, "confirm", version=version, confirm_url=confirm_url(initiative))


def send_received(initiative: Initiative, version: Version) -> None:
    """We have it; this is what happens next."""
    _queue(initiative, "received", version=version)


def send_withdrawn(initiative: Initiative) -> None:
    """It is gone from the site, and what is kept."""
    _queue(initiative, "withdrawn")


def send_decision(initiative: Initiative, assessment: Assessment) -> None:
    """What staff decided, and why."""
    context = _decision_context(initiative, assessment)
    _queue(initiative, DECISION_TEMPLATES[assessment.decision], **context)


def preview_decision(
    initiative: Initiative, assessment: Assessment, decision: Decision
) -> RenderedMail:
    """The mail that `decision` would send, for a moderator to read first."""
    context = _decision_context(initiative, assessment)
    return render_mail(DECISION_TEMPLATES[decision], _context(initiative, **context))


def _decision_context(initiative: Initiative, assessment: Assessment) -> dict:
    version = assessment.version
    return {
        "version": version,
        "assessment": assessment,
        "is_edit": initiative.published_at is not None,
        "page_url": settings.SITE_URL + initiative.get_absolute_url() if initiative.slug else "",
    }


def _queue(initiative: Initiative, template: str, **context) -> None:
    queue_mail(
        to=initiative.contact.email, template=template, context=_context(initiative, **context)
    )


def _context(initiative: Initiative, **context) -> dict:
    return {
        "initiative": initiative,
        "contact": initiative.contact,
        "manage_url": manage_url(initiative),
        "working_days": WORKING_DAYS_PROMISED,
        **context,
    }
