"""People of staff at the door of admin."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.factories import moderator


def at_desk(user: User) -> Client:
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def desk(db) -> Client:
    """A moderator's browser."""
    return at_desk(moderator())


@pytest.fixture
def manager_desk(db) -> Client:
    """A 'beheerder's browser."""
    user = User.objects.create_user("bea", is_staff=True)
    user.groups.add(Group.objects.get(name="beheerder"))
    return at_desk(user)
