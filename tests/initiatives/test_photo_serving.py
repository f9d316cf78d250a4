"""Who may see a photo, and what travels along with it."""

import pytest
from django.contrib.auth.models import User

from initiatives import links, moderation
from initiatives.models import Initiative, Status
from tests import factories

UNSEEN = [status for status in Status if status != Status.PUBLISHED]
TYPES = {"foto.jpg": "image/jpeg", "400w.avif": "image/avif", "800w.webp": "image/webp"}


def photo_of(initiative: Initiative):
    return initiative.photos.get()


def address(photo, name: str = "foto.jpg") -> str:
    return f"/foto/{photo.pk}/{name}"


def own_address(initiative: Initiative, photo, purpose=links.Purpose.MANAGE) -> str:
    token = links.make_token(initiative, purpose)
    return f"/inspireer-elkaar/mijn/{token}/foto/{photo.pk}/foto.jpg"


@pytest.fixture
def shown(db):
    return photo_of(factories.published(photos=1))


@pytest.mark.parametrize(("name", "content_type"), TYPES.items())
def test_everybody_sees_what_is_published(client, shown, name, content_type):
    response = client.get(address(shown, name))
    assert response.status_code == 200
    assert response["Content-Type"] == content_type
    assert response["Content-Disposition"] == f'inline; filename="{name}"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "public, no-cache"
    assert response["ETag"] == f'"{shown.pk.hex}-{name}"'
    assert dict(response.cookies) == {}


@pytest.mark.parametrize(
    "name",
    ["1200w.avif", "foto.png", "401w.webp", "..", "%2e%2e%2ffoto.jpg", "..%2f..%2fsecret_key", ""],
)
def test_other_names_do_not_exist(client, shown, name):
    assert client.get(address(shown, name)).status_code == 404


def test_a_browser_asks_again_and_gets_nothing_new(client, shown):
    etag = client.get(address(shown))["ETag"]
    response = client.get(address(shown), headers={"If-None-Match": etag})
    assert (response.status_code, response.content) == (304, b"")


def test_what_is_withdrawn_is_gone_at_once_also_for_who_kept_it(client, shown):
    etag = client.get(address(shown))["ETag"]
    moderation.withdraw(initiative=shown.initiative)
    assert client.get(address(shown), headers={"If-None-Match": etag}).status_code == 404


@pytest.mark.parametrize("status", UNSEEN)
def test_nobody_else_sees_what_is_not_published(client, db, status):
    initiative = factories.initiative(status, photos=1)
    photo = photo_of(initiative)
    refused = client.get(address(photo))
    assert (refused.status_code, dict(refused.cookies)) == (404, {})
    own = client.get(own_address(initiative, photo))
    assert (own.status_code, own["Cache-Control"]) == (200, "private, no-store")
    assert dict(own.cookies) == {}


def test_a_photo_of_an_edit_waits_for_approval(client, shown):
    edited = moderation.start_edit(initiative=shown.initiative)
    edited.latest_version.version_photos.all().delete()
    factories.fill(edited.latest_version, photos=1)
    added = edited.latest_version.version_photos.get().photo
    assert client.get(address(shown)).status_code == 200
    assert client.get(address(added)).status_code == 404
    moderation.send(initiative=edited)
    assert client.get(address(added)).status_code == 404
    factories.publish(edited)
    assert client.get(address(shown)).status_code == 404
    assert client.get(address(added)).status_code == 200


def test_another_link_opens_no_photo(client, db):
    photo = photo_of(factories.initiative(photos=1))
    assert client.get(own_address(factories.initiative(), photo)).status_code == 404
    confirm = own_address(photo.initiative, photo, links.Purpose.CONFIRM)
    assert client.get(confirm).status_code == 404


def test_an_old_link_opens_no_photo(client, db):
    initiative = factories.initiative(Status.UNCONFIRMED, photos=1)
    old_address = own_address(initiative, photo_of(initiative))
    moderation.change_address(initiative=initiative, email="mia@example.com")
    assert client.get(old_address).status_code == 404


def test_staff_see_what_waits(client, db):
    photo = photo_of(factories.initiative(Status.SUBMITTED, photos=1))
    client.force_login(factories.moderator())
    response = client.get(address(photo))
    assert (response.status_code, response["Cache-Control"]) == (200, "private, no-store")


@pytest.mark.parametrize("rights", [{}, {"is_staff": True}])
def test_an_account_alone_is_not_enough(client, db, rights):
    photo = photo_of(factories.initiative(Status.SUBMITTED, photos=1))
    client.force_login(User.objects.create_user("iemand", **rights))
    assert client.get(address(photo)).status_code == 404


def test_a_lost_file_is_no_error_page(client, shown):
    shown.picture.storage.delete(shown.picture.name)
    assert client.get(address(shown)).status_code == 404


def test_reading_only(client, shown):
    assert client.post(address(shown)).status_code == 405
