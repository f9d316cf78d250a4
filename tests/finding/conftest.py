"""Nothing that a process keeps of the index may reach the next test."""

import pytest

from initiatives.finding import index


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch):
    monkeypatch.setattr(index, "_kept", None)
