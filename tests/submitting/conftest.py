"""Somebody with a browser, and a draft."""

import pytest

from initiatives import moderation
from tests import factories
from tests.submitting.browser import Visitor


@pytest.fixture
def visitor():
    return Visitor()


@pytest.fixture
def draft(db):
    """Begun, nothing written yet."""
    return moderation.start_draft()


@pytest.fixture
def complete(db):
    """A draft in which everything is answered."""
    return factories.initiative()


@pytest.fixture(autouse=True)
def no_time_trap(settings):
    """A test is faster than any person; test_send.py tests the trap itself."""
    settings.FASTEST_SUBMISSION = 0
