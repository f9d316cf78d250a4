"""How often something may be asked in an hour."""

from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from tests import clock
from tests.database import tables_with
from visitors import limits
from visitors.models import Tally

NOON = datetime(2026, 3, 2, 12, 10, tzinfo=UTC)


def times_allowed(what: str, asker: str, *, tries: int, limit: int) -> int:
    allowed = 0
    for _ in range(tries):
        try:
            limits.count(what, asker, limit=limit)
        except limits.TooOften:
            continue
        allowed += 1
    return allowed


def test_up_to_the_limit(db):
    assert times_allowed("mail", "mia@example.org", tries=5, limit=3) == 3
    with pytest.raises(limits.TooOften) as error:
        limits.count("mail", "mia@example.org", limit=3)
    assert str(error.value) == (
        "Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur."
    )


def test_capitals_are_the_same_asker(db):
    times_allowed("mail", "mia@example.org", tries=3, limit=3)
    assert times_allowed("mail", "MIA@Example.org", tries=1, limit=3) == 0


def test_another_asker_and_another_thing_are_counted_apart(db):
    times_allowed("mail", "mia@example.org", tries=3, limit=3)
    assert times_allowed("mail", "jan@example.org", tries=3, limit=3) == 3
    assert times_allowed("ask", "mia@example.org", tries=3, limit=3) == 3


def test_the_next_hour_begins_anew(db):
    with clock.at(NOON):
        assert times_allowed("mail", "mia@example.org", tries=4, limit=3) == 3
    with clock.at(NOON.replace(hour=13, minute=0)):
        assert times_allowed("mail", "mia@example.org", tries=4, limit=3) == 3


def test_no_address_can_be_read_back(db, settings):
    limits.count("mail", "mia@example.org", limit=3)
    assert tables_with("mia@example") == []
    key = Tally.objects.get().key
    settings.SECRET_KEY = "another"
    limits.count("mail", "mia@example.org", limit=3)
    assert Tally.objects.exclude(key=key).count() == 1


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("unix:", "unknown"),
        ("'; DROP TABLE", "unknown"),
    ],
)
def test_the_network_of_a_request(address, network):
    assert limits.network(RequestFactory().get("/", REMOTE_ADDR=address)) == network


def test_old_counts_are_forgotten(db):
    with clock.at(NOON):
        limits.count("mail", "mia@example.org", limit=3)
    with clock.at(NOON.replace(day=3, hour=12, minute=0)):
        assert limits.forget_old_tallies() == 0
    with clock.at(NOON.replace(day=3, hour=13)):
        limits.count("mail", "mia@example.org", limit=3)
        assert limits.forget_old_tallies() == 1
    assert Tally.objects.count() == 1
