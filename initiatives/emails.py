"""One function a message. Each is queued in the database, in the caller's transaction; the texts
stand in templates/mail/."""

from __future__ import annotations

from collections import defaultdict

from django.conf import settings
from django.urls import reverse
from post_office.models import Email

from initiatives.links import confirm_url, manage_url
from initiatives.models import Assessment, Decision, Initiative, Report, Version
from initiatives.slugs import slug_for
from initiatives.working_days import WORKING_DAYS_PROMISED
from mail.sending import RenderedMail, queue_mail, render_mail

DECISION_TEMPLATES = {
    Decision.PUBLISH: "published",
    Decision.REQUEST_CHANGES: "changes_requested",
    Decision.REJECT: "rejected",
}


def send_draft_link(initiative: Initiative, email: str) -> None:
    """The way back to a draft, on any device."""
    queue_mail(to=email, template="draft_link", context=_context(initiative))


def send_all_links(email: str) -> None:
    """A new link to everything that `email` stands behind; nothing when that is nothing."""
    initiatives = Initiative.objects.filter(contact__email__iexact=email).select_related("contact")
    links = defaultdict(list)
    for initiative in initiatives:
        links[initiative.contact.email].append((str(initiative), manage_url(initiative)))
    # To the address that we know, never to the one typed: Postgres takes 'mıa@' for 'mia@', and
    # that may be the mailbox of somebody else.
    for known, found in links.items():
        queue_mail(to=known, template="all_links", context={"links": found})


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


def send_message(initiative: Initiative, name: str, email: str, text: str) -> Email:
    """What a visitor wrote, to the people behind an initiative; an answer goes to the visitor. It
    holds no link of ours that opens something: an answer would quote it."""
    context = _message_context(initiative, name, email, text)
    to = initiative.contact.email
    return queue_mail(
        to=to, template="message", context=context, reply_to=(name, email), private=True
    )


def send_message_copy(initiative: Initiative, name: str, email: str, text: str) -> Email:
    """The same, to the visitor: without a word about who gets it."""
    context = _message_context(initiative, name, email, text)
    return queue_mail(to=email, template="message_copy", context=context, private=True)


def send_report_settled(report: Report, outcome: Report.Outcome, answer: str) -> Email:
    """What became of a report, to whoever made it."""
    context = _report_context(report, outcome, answer)
    return queue_mail(to=report.email, template="report_settled", context=context, private=True)


def preview_report_settled(report: Report, outcome: Report.Outcome, answer: str) -> RenderedMail:
    """The mail that settling `report` would send, for staff to read first."""
    return render_mail("report_settled", _report_context(report, outcome, answer))


def _message_context(initiative: Initiative, name: str, email: str, text: str) -> dict:
    return {
        "title": initiative.live_version.title,
        "page_url": settings.SITE_URL + initiative.get_absolute_url(),
        "name": name,
        "email": email,
        "text": text,
        "contact_url": settings.SITE_URL + reverse("contact"),
        "ask_link_url": settings.SITE_URL + reverse("initiatives:ask-link"),
    }


def _report_context(report: Report, outcome: Report.Outcome, answer: str) -> dict:
    version = report.initiative.live_version
    return {
        # Nothing is known any more of what was erased.
        "title": version.title if version else "",
        "outcome": outcome,
        "answer": answer,
    }


def _decision_context(initiative: Initiative, assessment: Assessment) -> dict:
    version = assessment.version
    published = Assessment.objects.filter(version__initiative=initiative, decision=Decision.PUBLISH)
    # Before a publication the address isn't given yet; a preview shows the one it will get.
    slug = slug_for(initiative, version.title)
    return {
        "version": version,
        "assessment": assessment,
        "is_edit": published.exclude(version=version).exists(),
        "page_url": settings.SITE_URL + reverse("initiatives:detail", args=[slug]),
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
