"""Where a mail stands, in words."""

from __future__ import annotations

from post_office.models import STATUS, Email

STATUS_NAMES = {
    STATUS.sent: "verstuurd",
    STATUS.failed: "mislukt",
    STATUS.queued: "wacht",
    STATUS.requeued: "wacht op nieuwe poging",
}


def state_of(email: Email | None) -> str:
    """Where `email` stands; None is one that went from the queue since (docs/operations.md)."""
    return STATUS_NAMES[email.status] if email else "niet meer bewaard"
