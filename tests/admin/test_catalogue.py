"""Themes and target groups: what is used stays."""

import pytest

from initiatives.models import Initiative, Status
from tests.factories import initiative, published, target_group, theme

pytestmark = pytest.mark.django_db

ENTRIES = {"theme": theme, "targetgroup": target_group}


def delete(client, name, entry, method="post"):
    address = f"/admin/initiatives/{name}/{entry.pk}/delete/"
    return getattr(client, method)(address, {"post": "yes"}, follow=True)


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", ENTRIES)
def test_what_is_used_can_not_go(manager_desk, name, method):
    entry = ENTRIES[name]()
    published()
    initiative(Status.CHANGES_REQUESTED)  # two versions, one initiative

    response = delete(manager_desk, name, entry, method)

    assert [str(message) for message in response.context["messages"]] == [
        f"‘{entry}’ kan niet weg: het wordt gebruikt in 2 initiatieven. "
        "Je kan wel de naam veranderen."
    ]
    assert type(entry).objects.filter(pk=entry.pk).exists()


@pytest.mark.parametrize("name", ENTRIES)
def test_what_is_not_used_can_go(manager_desk, name):
    entry = ENTRIES[name]("zonder-initiatief")
    published()

    delete(manager_desk, name, entry)

    assert not type(entry).objects.filter(pk=entry.pk).exists()
    assert Initiative.objects.count() == 1


@pytest.mark.parametrize("number", ["999999", "x"])
def test_what_is_not_there_is_told_as_django_does(manager_desk, number):
    response = manager_desk.get(f"/admin/initiatives/theme/{number}/delete/")

    assert response.url == "/admin/"
