"""Forgetting people: everything that names them goes, wherever it was kept."""

from __future__ import annotations

from django.utils import timezone
from post_office.models import Email

from agenda.models import new_link_key
from mail.cleaning import delete_mails
from workshops.links import mark_of
from workshops.models import Request
from workshops.models.linked import Linked

PERSONAL = ["name", "email", "phone", "question", "consent_version", "consent_text"]


def wipe_request(request: Request) -> None:
    """Remove every name, answer, consent and mail of `request`. What stays, for the figures, is
    what was asked, by which organisation, from which municipality. Call it locked."""
    for field in [*PERSONAL, "message", "refusal", "role"]:
        setattr(request, field, "")
    request.consent_at = None
    request.erased_at = timezone.now()
    request.link_key = new_link_key()
    request.save()
    forget_mails(request)


def forget_mails(row: Linked) -> None:
    """Remove every mail about `row`: each holds its link."""
    delete_mails(Email.objects.filter(message__contains=mark_of(row)))
