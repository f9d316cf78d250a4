"""Days on which staff work: what we promise, and how long something waits."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.utils import timezone

# Within so many working days people hear from us; longer is shown in red to staff.
WORKING_DAYS_PROMISED = 10
SATURDAY = 5


def working_days_since(moment: datetime) -> int:
    """How many working days (Monday to Friday) have begun since the day of `moment`."""
    day, today = timezone.localdate(moment), timezone.localdate()
    weeks, rest = divmod(max((today - day).days, 0), 7)
    return weeks * 5 + sum(
        (day + timedelta(days=offset)).weekday() < SATURDAY for offset in range(1, rest + 1)
    )


def promised_by(moment: datetime) -> date:
    """The last day of the promise, counted from `moment`."""
    day = timezone.localdate(moment)
    left = WORKING_DAYS_PROMISED
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < SATURDAY
    return day
