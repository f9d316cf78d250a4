"""What changes while somebody reads, and a reader who goes away."""

import json

import pytest
from django.db import connection
from django.test import Client

from initiatives import moderation
from initiatives.open_data import reading as open_data_reading
from tests import factories
from tests.open_data.reading import CSV, FEED, JSON, read_json, titles


@pytest.fixture
def one_by_one(monkeypatch):
    """A batch is one initiative."""
    monkeypatch.setattr(open_data_reading, "BATCH", 1)


def open_transactions(cursor) -> int:
    """How many connections to this database but our own hold a transaction, so perhaps a cursor."""
    cursor.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
        " AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%%'"
    )
    return cursor.fetchone()[0]


@pytest.mark.django_db
def test_what_is_withdrawn_meanwhile_is_not_in_what_comes_after(client, one_by_one):
    withdrawn = factories.published(title="Weg")
    factories.published(title="Blijft")
    pieces = iter(client.get(JSON))
    read = next(pieces) + next(pieces)
    moderation.withdraw(initiative=withdrawn)
    factories.published(title="Te laat")
    file = json.loads(read + b"".join(pieces))
    assert [initiative["title"] for initiative in file["initiatives"]] == ["Blijft"]
    assert file["meta"]["count"] == 1


@pytest.mark.django_db
def test_what_is_changed_meanwhile_is_there_once(client, one_by_one):
    edited = factories.published(title="Soep")
    factories.published(title="Tuin")
    version = moderation.start_edit(initiative=edited).latest_version
    version.title = "Soep voor iedereen"
    version.save()
    edited.refresh_from_db()
    waiting = moderation.send(initiative=edited)
    pieces = iter(client.get(JSON))
    read = next(pieces) + next(pieces)
    factories.publish(waiting)
    file = json.loads(read + b"".join(pieces))
    titles = [initiative["title"] for initiative in file["initiatives"]]
    assert titles == ["Tuin", "Soep voor iedereen"]


@pytest.mark.django_db
def test_withdrawn_archived_or_erased_it_is_in_none_from_then_on():
    shown = [factories.published(title=f"Soep {number}") for number in range(4)]
    assert titles() == (["Soep 3", "Soep 2", "Soep 1", "Soep 0"],) * 3
    moderation.withdraw(initiative=shown[3])
    assert titles() == (["Soep 2", "Soep 1", "Soep 0"],) * 3
    moderation.archive(initiative=shown[2], staff=factories.moderator())
    assert titles("?q=soep") == (["Soep 1", "Soep 0"],) * 3
    moderation.erase(initiative=shown[1])
    assert titles() == (["Soep 0"],) * 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("address", [JSON, CSV, FEED])
def test_a_reader_who_goes_away_leaves_nothing_open(address, one_by_one):
    for number in range(3):
        factories.published(title=f"Soep {number}")
    response = Client().get(address)
    if response.streaming:
        pieces = iter(response)
        next(pieces), next(pieces)
    with connection.cursor() as cursor:
        assert (connection.in_atomic_block, open_transactions(cursor)) == (False, 0)
        cursor.execute("SELECT count(*) FROM pg_cursors")
        assert cursor.fetchone()[0] == 0
    response.close()
    assert read_json()["meta"]["count"] == 3


@pytest.mark.django_db
def test_nothing_is_read_before_it_is_sent(client, one_by_one, monkeypatch):
    for number in range(4):
        factories.published(title=f"Soep {number}")
    asked = []
    versions = open_data_reading._versions

    def spy(positions, index):
        asked.append(len(positions))
        return versions(positions, index)

    monkeypatch.setattr(open_data_reading, "_versions", spy)
    pieces = iter(client.get(JSON))
    for _ in range(3):
        next(pieces)
    assert asked == [1, 1]
