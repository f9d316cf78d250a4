"""What is not kept for ever: who took part."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from agenda import registration
from agenda.models import Registration, SeatChange

# Long enough for the annual report and for a next session on the same subject; no longer.
DAYS_A_REGISTRATION_IS_KEPT = 365


def erase_old_registrations() -> int:
    """Forget who took part in sessions that ended so long ago; returns how many. What stays names
    nobody: the seats, the municipality, the audit."""
    oldest = timezone.now() - timedelta(days=DAYS_A_REGISTRATION_IS_KEPT)
    old = Registration.objects.filter(erased_at=None, session__ends_at__lt=oldest)
    erased = list(old.select_related("session"))
    for one in erased:
        registration.erase(registration=one, actor=SeatChange.Actor.SYSTEM)
    return len(erased)
