"""Mails that are between citizens: staff see that they went, not what they say or to whom.

The mark is a header of the mail itself (RFC 4021), so that whoever gets it knows too.
"""

from __future__ import annotations

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from post_office.models import STATUS, Email, Log

from mail.states import STOPPED

MARK = {"Sensitivity": "Private"}
IS_PRIVATE = Q(headers__contains=MARK)
# What could not be sent waits so long for somebody to send it again.
DAYS_KEPT = 30
HIDDEN = "(verborgen)"


def hide(email: Email) -> Email:
    """`email` as staff may see it; not to be saved."""
    if MARK.items() <= (email.headers or {}).items():
        email.to, email.message, email.html_message = [HIDDEN], HIDDEN, HIDDEN
        email.headers = MARK
    return email


def search(found: QuerySet[Email], everything: QuerySet[Email], term: str) -> QuerySet[Email]:
    """Of what was `found` for `term`, what staff may find: a private mail only by its subject."""
    return found.exclude(IS_PRIVATE) | everything.filter(IS_PRIVATE, subject__icontains=term)


def forget_what_was_sent() -> int:
    """Once a private mail is sent, only its subject stays, and when it went; returns how many were
    forgotten so."""
    return _forget(Email.objects.filter(IS_PRIVATE, status=STATUS.sent))


def forget_what_could_not_be_sent() -> int:
    """The same for those that stopped, made more than DAYS_KEPT ago."""
    oldest = timezone.now() - timedelta(days=DAYS_KEPT)
    return _forget(Email.objects.filter(IS_PRIVATE, status__in=STOPPED, created__lt=oldest))


def _forget(emails: QuerySet[Email]) -> int:
    emails = emails.exclude(message="")
    # A mail server that refused may have named the address.
    Log.objects.filter(email__in=emails).update(message="")
    return emails.update(to="", message="", html_message="", headers=MARK)
