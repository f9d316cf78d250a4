"""A visitor, and an initiative to write about."""

import pytest
from post_office.models import Email

from initiatives.models import Initiative
from tests import factories
from tests.submitting.browser import Visitor


@pytest.fixture
def visitor():
    return Visitor()


@pytest.fixture
def soup(db) -> Initiative:
    """Its people want messages; no mail waits."""
    shown = factories.welcoming()
    Email.objects.all().delete()
    return shown


@pytest.fixture(autouse=True)
def no_time_trap(settings):
    """A test is faster than any person; tests/visitors/test_open_form.py tests the trap itself."""
    settings.FASTEST_MESSAGE = 0
