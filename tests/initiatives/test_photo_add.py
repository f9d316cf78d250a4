"""Adding a photo: its row, its place and its files come together, or not at all."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from initiatives import moderation, photos
from initiatives.completeness import MAX_PHOTOS
from initiatives.models import Initiative, Photo, Status, VersionPhoto
from initiatives.pictures import PhotoRefused
from initiatives.steps import StepNotAllowed
from tests import factories
from tests.pictures import encoded, picture, stored_files, upload

ALL_SIZES = [f"{width}w.{kind}" for width in (1200, 400, 800) for kind in ("avif", "webp")]


@pytest.fixture
def version(db):
    return moderation.start_draft().latest_version


def add(version, **options):
    return photos.add_photo(version=version, upload=upload(**options))


def test_a_photo_is_stored_in_every_size_under_a_name_of_ours(version):
    shown = add(version, content=encoded(picture((2000, 1500))), name="tante Mia.jpg")
    folder = f"fotos/{shown.photo_id}"
    names = sorted(f"{folder}/{name}" for name in ["foto.jpg", *ALL_SIZES])
    assert stored_files() == ["fotos", folder, *names]
    assert (shown.photo.width, shown.photo.height) == (1600, 1200)
    assert Photo.objects.get().widths == [400, 800, 1200]


def test_a_small_photo_has_no_larger_sizes(version):
    assert add(version, content=encoded(picture((300, 300)))).photo.widths == []


def test_photos_stand_in_the_order_they_came(version):
    first, second = add(version), add(version)
    photos.remove_photo(version=version, photo_id=first.photo_id)
    third = add(version)
    assert list(version.version_photos.all()) == [second, third]


def test_a_refused_photo_leaves_nothing(version):
    with pytest.raises(PhotoRefused):
        add(version, content=b"geen foto")
    assert Photo.objects.count() == 0
    assert stored_files() == []


def test_a_failure_after_the_files_were_written_leaves_nothing(version, monkeypatch):
    def fail(*args, **options):
        raise RuntimeError("disk on fire")

    monkeypatch.setattr(Photo, "save", fail)
    with pytest.raises(RuntimeError):
        add(version)
    assert stored_files() == ["fotos"]


def test_a_sent_version_takes_no_photos(db):
    version = factories.initiative(Status.SUBMITTED).latest_version
    with pytest.raises(StepNotAllowed):
        add(version)
    assert (VersionPhoto.objects.count(), stored_files()) == (0, [])


@pytest.mark.django_db(transaction=True)
def test_two_uploads_at_once_do_not_make_one_too_many():
    version = moderation.start_draft().latest_version
    for _ in range(MAX_PHOTOS - 1):
        add(version)

    def add_in_a_connection_of_its_own(_):
        try:
            add(Initiative.objects.get().latest_version)
            return "added"
        except PhotoRefused as error:
            return str(error)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(add_in_a_connection_of_its_own, range(2)))
    assert outcomes == ["Je hebt al 6 foto’s. Haal eerst een foto weg.", "added"]
    assert version.version_photos.count() == MAX_PHOTOS
