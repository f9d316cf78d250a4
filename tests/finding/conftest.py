"""Showcases to look through."""

from collections.abc import Iterator

import pytest

from initiatives.finding import index
from tests.finding.showcase import made_once, open_showcase


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    """What this process kept of the index reaches no other test."""
    monkeypatch.setattr(index, "_kept", None)


@pytest.fixture(scope="module")
def showcase(django_db_setup, django_db_blocker) -> Iterator[index.Index]:
    """The practices and their neighbours, made once for tests that change nothing."""
    with made_once(django_db_blocker, open_showcase):
        yield index.current_index()
