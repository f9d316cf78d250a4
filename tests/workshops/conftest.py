"""Staff at their desk."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from tests.admin.conftest import at_desk
from tests.factories import moderator


@pytest.fixture
def desk(db) -> Client:
    """Where a moderator works."""
    return at_desk(moderator())


@pytest.fixture
def manager_desk(db) -> Client:
    """Where a 'beheerder' works."""
    user = moderator("bea")
    user.groups.set([Group.objects.get(name="beheerder")])
    return at_desk(user)
