"""Showcases to look through."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from initiatives.finding import index
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
        open_showcase()
        yield index.current_index()
        transaction.set_rollback(True)
