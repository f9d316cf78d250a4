"""Themes and target groups: what is used stays."""

import pytest

from initiatives.models import Initiative, Listing, Posting, Status
from tests.factories import initiative, published, target_group, theme
from tests.finding.showcase import titles

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


@pytest.mark.parametrize(("name", "facet"), [("theme", "thema"), ("targetgroup", "voor")])
def test_a_new_name_and_address_count_at_once(manager_desk, name, facet):
    entry, others = ENTRIES[name](), {"summary": "Praten.", "story": "Zitten."}
    published(title="De Babbelbank", **others)
    elsewhere = {"themes": [theme("ontmoeten")], "target_groups": [target_group("gezinnen")]}
    published(title="Elders", **elsewhere, **others)
    assert titles(**{facet: entry.slug}) == titles(q=entry.name) == ["De Babbelbank"]
    kept = [list(model.objects.order_by("pk").values()) for model in (Posting, Listing)]

    changed = {"name": "Kantklossen", "slug": "kant", "weave": "ruit", "position": 1}
    manager_desk.post(f"/admin/initiatives/{name}/{entry.pk}/change/", changed)

    assert titles(q=entry.name) == []
    for text in ("kantklossen", "Kantklos", "kantklosssen", "klossen"):
        assert titles(q=text) == ["De Babbelbank"], text
    assert titles(**{facet: "kant"}) == ["De Babbelbank"]
    # However many initiatives have it: nothing of the index was made anew.
    assert kept == [list(model.objects.order_by("pk").values()) for model in (Posting, Listing)]


@pytest.mark.parametrize("number", ["999999", "x"])
def test_what_is_not_there_is_told_as_django_does(manager_desk, number):
    response = manager_desk.get(f"/admin/initiatives/theme/{number}/delete/")

    assert response.url == "/admin/"
