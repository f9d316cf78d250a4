"""Removing photos: from one version, and for good when no version shows them any more."""

import pytest

from initiatives import moderation, photos
from initiatives.models import Photo, VersionPhoto
from tests import factories
from tests.pictures import stored_files, upload


@pytest.fixture
def version(db):
    return moderation.start_draft().latest_version


def add(version):
    return photos.add_photo(version=version, upload=upload())


def test_a_removed_photo_is_gone_once_that_is_sure(version, django_capture_on_commit_callbacks):
    shown = add(version)
    with django_capture_on_commit_callbacks() as after_commit:
        photos.remove_photo(version=version, photo_id=str(shown.photo_id))
    assert Photo.objects.count() == 0
    assert f"fotos/{shown.photo_id}/foto.jpg" in stored_files()
    for callback in after_commit:
        callback()
    assert stored_files() == ["fotos"]


@pytest.mark.parametrize("photo_id", ["", "geen-kenmerk", "00000000-0000-4000-8000-000000000000"])
def test_removing_what_is_not_there_does_nothing(version, photo_id):
    shown = add(version)
    photos.remove_photo(version=version, photo_id=photo_id)
    assert list(version.version_photos.all()) == [shown]


def test_nobody_removes_the_photo_of_somebody_else(version):
    other = add(moderation.start_draft().latest_version)
    photos.remove_photo(version=version, photo_id=other.photo_id)
    assert VersionPhoto.objects.get() == other


def test_an_edit_that_drops_a_photo_leaves_it_in_what_is_online(db):
    initiative = factories.published(photos=1)
    edited = moderation.start_edit(initiative=initiative)
    photo = Photo.objects.get()
    photos.remove_photo(version=edited.latest_version, photo_id=photo.pk)
    assert list(edited.live_version.photos.all()) == [photo]
    assert list(edited.latest_version.photos.all()) == []


def test_a_photo_of_an_edit_that_is_dropped_is_gone(db, django_capture_on_commit_callbacks):
    initiative = factories.published(photos=1)
    edited = moderation.start_edit(initiative=initiative)
    before = stored_files()
    add(edited.latest_version)
    with django_capture_on_commit_callbacks(execute=True):
        moderation.drop_edit(initiative=edited)
    assert stored_files() == before


def test_erasing_takes_every_file(db, django_capture_on_commit_callbacks):
    initiative = factories.published(photos=2)
    assert len(stored_files()) == 1 + 2 * (
        1 + 5
    )  # 800 pixels wide: two sizes of two kinds, and itself
    with django_capture_on_commit_callbacks(execute=True):
        moderation.erase(initiative=initiative)
    assert stored_files() == ["fotos"]
