"""Ten working days: what is promised, and how long something waits."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from initiatives.working_days import promised_by, working_days_since
from tests import clock

BRUSSELS = ZoneInfo("Europe/Brussels")
# 2 March 2026 is a Monday.
MON, FRI, SAT, SUN = date(2026, 3, 2), date(2026, 3, 6), date(2026, 3, 7), date(2026, 3, 8)


def moment(day: date, at: time = time(10)) -> datetime:
    return datetime.combine(day, at, tzinfo=BRUSSELS)


@pytest.mark.parametrize(
    ("since", "today", "days"),
    [
        (MON, MON, 0),
        (MON, date(2026, 3, 3), 1),
        (MON, FRI, 4),
        (MON, SAT, 4),
        (MON, SUN, 4),
        (MON, date(2026, 3, 9), 5),
        (FRI, SUN, 0),
        (FRI, date(2026, 3, 9), 1),
        (SAT, date(2026, 3, 9), 1),
        (SUN, date(2026, 3, 9), 1),
        (SAT, SUN, 0),
        (MON, date(2026, 3, 16), 10),
        (MON, date(2027, 3, 1), 260),
        # A clock that runs behind is no reason for a number below zero.
        (FRI, MON, 0),
    ],
)
def test_working_days_since(since, today, days):
    with clock.at(moment(today)):
        assert working_days_since(moment(since)) == days


@pytest.mark.parametrize(
    ("since", "by"),
    [
        (MON, date(2026, 3, 16)),
        (FRI, date(2026, 3, 20)),
        (SAT, date(2026, 3, 20)),
        (SUN, date(2026, 3, 20)),
    ],
)
def test_promised_by(since, by):
    assert promised_by(moment(since)) == by


def test_what_is_promised_is_ten_working_days_on():
    for offset in range(14):
        since = moment(MON + timedelta(days=offset))
        with clock.at(moment(promised_by(since))):
            assert working_days_since(since) == 10


def test_a_day_ends_at_midnight_in_brussels():
    late = moment(MON, time(23, 30))
    with clock.at(late + timedelta(hours=1)):
        assert working_days_since(late) == 1
    # Past midnight in Brussels, the evening before in London.
    assert promised_by(moment(date(2026, 3, 3), time(0, 30))) == date(2026, 3, 17)
