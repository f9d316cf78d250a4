"""Removing photos and putting one first."""

import pytest

from initiatives import moderation
from initiatives.models import Photo
from tests import factories
from tests.submitting.browser import address, page_name, typed
from tests.submitting.test_photos import add, shown


def order(draft) -> list:
    return [photo.photo_id for photo in shown(draft)]


def test_put_first(draft, visitor):
    first, second, third = add(visitor, draft, 3)
    url = address("photos", draft)
    assert visitor.post(url, {"voorop": third.photo_id, f"{first.pk}-alt": "Soep"}).url == url
    assert order(draft) == [third.photo_id, first.photo_id, second.photo_id]
    # What was typed meanwhile stays with its own photo.
    assert typed(visitor.get(url)) == {f"{first.pk}-alt": ["Soep"]}


def test_remove(draft, visitor, settings, django_capture_on_commit_callbacks):
    first, second = add(visitor, draft, 2)
    with django_capture_on_commit_callbacks(execute=True):
        visitor.post(address("photos", draft), {"weg": first.photo_id})
    assert order(draft) == [second.photo_id]
    assert [photo.pk for photo in Photo.objects.all()] == [second.photo_id]
    assert [path.name for path in (settings.MEDIA_ROOT / "fotos").iterdir()] == [
        str(second.photo_id)
    ]


def test_remove_twice_is_remove_once(draft, visitor):
    first, second = add(visitor, draft, 2)
    for _ in range(2):
        assert visitor.post(address("photos", draft), {"weg": first.photo_id}).status_code == 302
    assert order(draft) == [second.photo_id]


@pytest.mark.parametrize("photo_id", ["", "geen", "00000000-0000-0000-0000-000000000000", "é\0"])
def test_a_photo_that_is_not_there(draft, visitor, photo_id):
    before = [photo.photo_id for photo in add(visitor, draft, 2)]
    for button in ("weg", "voorop"):
        assert visitor.post(address("photos", draft), {button: photo_id}).status_code == 302
    assert order(draft) == before


def test_a_photo_of_somebody_else(draft, visitor):
    (foreign,) = add(visitor, moderation.start_draft())
    add(visitor, draft)
    data = {"weg": foreign.photo_id, f"{foreign.pk}-alt": "Gekaapt"}
    visitor.post(address("photos", draft), data)
    foreign.refresh_from_db()
    assert (foreign.alt, Photo.objects.count()) == ("", 2)
    name = {"photo_id": foreign.photo_id, "name": "foto.jpg"}
    assert visitor.get(address("my-photo", draft, **name)).status_code == 404


def test_what_was_wrong_with_a_photo_goes_with_it(draft, visitor):
    first, second = add(visitor, draft, 2)
    good = {f"{first.pk}-alt": "Soep", f"{first.pk}-people": "none"}
    too_long = {f"{second.pk}-alt": "a" * 251}
    visitor.post(address("photos", draft), {**good, **too_long, "weg": second.photo_id})
    assert draft.latest_version.unfinished == {}
    assert page_name(visitor.post(address("photos", draft), {**good, "naar": "verder"})) == "jij"


def test_a_photo_removed_from_an_edit_stays_online(db, visitor):
    draft = factories.initiative()
    (photo,) = add(visitor, draft)
    photo.alt, photo.people = "Soep", "none"
    photo.save()
    moderation.send(initiative=draft)
    shown_now = factories.publish(moderation.confirm(initiative=draft))
    edited = moderation.start_edit(initiative=shown_now)
    visitor.post(address("photos", edited), {"weg": photo.photo_id})
    assert order(edited) == []
    assert visitor.get(f"/foto/{photo.photo_id}/foto.jpg").status_code == 200
