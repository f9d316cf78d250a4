"""The clock on the wall in Brussels, also in the two nights in which it jumps."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

BRUSSELS = ZoneInfo("Europe/Brussels")


class NoSuchTime(ValueError):
    """In the night of summer time an hour is left out, and this time is in it."""


class TimeTwice(ValueError):
    """In the night of winter time an hour comes twice, and this time is in it."""


def in_brussels(wall: datetime, *, second: bool | None = None) -> datetime:
    """The moment (in UTC) at which the clocks of Brussels show `wall`, a time without a zone.

    `second` says which one, where they show it twice. Raises NoSuchTime, or TimeTwice where
    `second` is needed and None.
    """
    # In UTC: Python calls two times of different zones unequal where one of them comes twice.
    first, last = (wall.replace(tzinfo=BRUSSELS, fold=n).astimezone(UTC) for n in (0, 1))
    if first.astimezone(BRUSSELS).replace(tzinfo=None) != wall:
        raise NoSuchTime
    if first == last:
        return first
    if second is None:
        raise TimeTwice
    return last if second else first


def is_second(moment: datetime) -> bool:
    """Whether the clocks show the time of `moment` for the second time that night."""
    return bool(moment.astimezone(BRUSSELS).fold)


def comes_twice(moment: datetime) -> bool:
    """Whether the clocks show the time of `moment` twice that night."""
    local = moment.astimezone(BRUSSELS)
    return local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
