"""Showcases to look through."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction

from initiatives.finding import index
from initiatives.models import Theme
from tests.finding.showcase import open_showcase


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    """What this process kept of the index reaches no other test."""
    monkeypatch.setattr(index, "_kept", None)


@pytest.fixture(scope="module")
def showcase(django_db_setup, django_db_blocker) -> Iterator[index.Index]:
    """The practices and their neighbours, made once for tests that change nothing."""
    with django_db_blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "_kept", None)
        if not Theme.objects.exists():
            # Emptied by a test with real transactions, which pytest may run before these.
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
        open_showcase()
        yield index.current_index()
        transaction.set_rollback(True)
