"""Forgetting a participant: everything that names them goes, wherever it was kept."""

from __future__ import annotations

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils import timezone
from post_office.models import Email

from agenda.links import mark_of
from agenda.models import Evaluation, Registration, Subscriber, new_link_key
from mail.cleaning import delete_mails

PERSONAL = [
    "name",
    "organisation",
    "email",
    "phone",
    "access_needs",
    "dietary_needs",
    "note",
    "consent_version",
    "consent_text",
]


def wipe(registration: Registration) -> None:
    """Remove every name, answer, consent and mail of `registration`, and the notes in admin's own
    log. What stays is the bare row with its municipality, for the figures, and the audit, which
    name nobody. Call it locked, in a transaction."""
    email = registration.email
    for field in PERSONAL:
        setattr(registration, field, "")
    registration.wants_follow_up = False
    registration.consent_at = None
    registration.erased_at = timezone.now()
    registration.link_key = new_link_key()
    registration.save()
    forget_mails(registration)
    Evaluation.objects.filter(registration=registration).delete()
    kind = ContentType.objects.get_for_model(Registration)
    LogEntry.objects.filter(content_type=kind, object_id=str(registration.pk)).delete()
    forget_calendar(email)


def forget_calendar(email: str) -> None:
    """Remove the key of the calendar of an address that has no registration any more."""
    if not Registration.objects.of_address(email).exists():
        Subscriber.objects.filter(email=email.lower()).delete()


def forget_mails(registration: Registration) -> None:
    """Remove every mail about `registration`: each holds its link or its kenmerk, also one to
    somebody who handed it over."""
    about = Q(message__contains=mark_of(registration)) | Q(message__contains=registration.uuid)
    delete_mails(Email.objects.filter(about))
