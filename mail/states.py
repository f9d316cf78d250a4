"""Where a mail stands, in words."""

from __future__ import annotations

from post_office.models import STATUS, Email

# Beside the four statuses of post_office, which leaves these alone.
SENDING, UNCERTAIN = 20, 21
# What staff may send again.
STOPPED = [STATUS.failed, UNCERTAIN]
STATUS_NAMES = {
    STATUS.sent: "verstuurd",
    STATUS.failed: "mislukt",
    STATUS.queued: "wacht",
    STATUS.requeued: "wacht op nieuwe poging",
    SENDING: "wordt verstuurd",
    UNCERTAIN: "onzeker of het vertrok",
}


def state_of(email: Email | None) -> str:
    """Where `email` stands; None is one that went from the queue since (docs/operations.md)."""
    return STATUS_NAMES[email.status] if email else "niet meer bewaard"
