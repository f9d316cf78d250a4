"""Adding and removing photos: the row, its place in a version, and its files, all or nothing."""

from __future__ import annotations

import posixpath
from functools import partial
from uuid import UUID

from django.core.files.base import ContentFile, File
from django.core.files.storage import Storage
from django.db import transaction

from initiatives.completeness import MAX_PHOTOS
from initiatives.models import Initiative, Photo, Version, VersionPhoto
from initiatives.pictures import PhotoRefused, clean_jpeg
from initiatives.writing import open_version


def add_photo(*, version: Version, upload: File) -> VersionPhoto:
    """Put a photo at the end of the open version. Takes the photo as it was sent.

    Raises PhotoRefused, or StepNotAllowed when the version is not open. Best called outside a
    transaction: when a caller's transaction fails later on, the files stay behind, unseen.
    """
    photo = Photo(initiative_id=version.initiative_id)
    folder = posixpath.join(photo.picture.field.upload_to, str(photo.pk))
    try:
        # Held from counting to adding: two uploads at once don't make seven of six.
        with open_version(version.initiative) as version:
            shown = list(version.version_photos.all())
            if len(shown) >= MAX_PHOTOS:
                raise PhotoRefused(f"Je hebt al {MAX_PHOTOS} foto’s. Haal eerst een foto weg.")
            content = ContentFile(clean_jpeg(upload), name="foto.jpg")
            photo.picture.save(f"{photo.pk}/{content.name}", content, save=False)
            photo.save()
            position = shown[-1].position + 1 if shown else 0
            return version.version_photos.create(photo=photo, position=position)
    except Exception:
        delete_folder(photo.picture.storage, folder)
        raise


def remove_photo(*, version: Version, photo_id: UUID | str) -> None:
    """Take a photo out of the open version. A photo that no version shows any more is gone for
    good; one that is not there (a double click) is left alone.

    Raises StepNotAllowed when the version is not open.
    """
    with open_version(version.initiative) as version:
        for shown in version.version_photos.all():
            if str(shown.photo_id) == str(photo_id):
                shown.delete()
        remove_unused_photos(version.initiative)


def remove_unused_photos(initiative: Initiative) -> None:
    """Forget the photos that no version of `initiative` shows. Call it locked, in a transaction."""
    for photo in initiative.photos.filter(version_photos=None):
        forget_photo(photo)


def forget_photo(photo: Photo) -> None:
    """Delete a photo, its place in every version, and its files in every size."""
    folder = posixpath.dirname(photo.picture.name)
    photo.delete()
    # Files can't be rolled back, so they go only once the row is gone for good.
    transaction.on_commit(partial(delete_folder, photo.picture.storage, folder), robust=True)


def delete_folder(storage: Storage, folder: str) -> None:
    """Delete what is in a photo's folder, sizes of an earlier setting included, and the folder."""
    try:
        _, names = storage.listdir(folder)
    except FileNotFoundError:
        return
    for name in names:
        storage.delete(posixpath.join(folder, name))
    storage.delete(folder)
