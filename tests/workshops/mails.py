"""Who got which mail about a request."""

from __future__ import annotations

from django.conf import settings
from django.db.models import QuerySet
from post_office.models import Email


def to_people() -> QuerySet[Email]:
    """All but those to staff, in the order in which they were queued."""
    return Email.objects.exclude(to=settings.STAFF_EMAIL).order_by("pk")


def to_staff() -> list[str]:
    """What those to staff are about, in that order."""
    rows = Email.objects.filter(to=settings.STAFF_EMAIL).order_by("pk")
    return list(rows.values_list("subject", flat=True))
