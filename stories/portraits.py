"""The picture of a story: cleaned and sized as every photo of the site is."""

from __future__ import annotations

import posixpath
from functools import partial

from django.core.files.base import ContentFile, File
from django.db import transaction

from initiatives.photos import delete_folder
from initiatives.pictures import clean_jpeg
from stories.errors import StepNotAllowed
from stories.models import Portrait, State, Story


def set_portrait(*, story: Story, upload: File, alt: str) -> Portrait:
    """Give `story` this picture, in the place of the one it had. What was agreed was about that
    one, so it has to be agreed anew.

    Raises PhotoRefused, or StepNotAllowed while the story stands on the site. Best called outside a
    transaction: when a caller's transaction fails later on, the files stay behind, unseen.
    """
    content = ContentFile(clean_jpeg(upload), name="foto.jpg")
    portrait = Portrait(story=story, alt=alt)
    folder = posixpath.join(portrait.picture.field.upload_to, str(portrait.pk))
    try:
        with transaction.atomic():
            locked = _lock_to_change(story)
            forget_portrait(locked)
            locked.agreements.update(covers_portrait=False)
            portrait.picture.save(f"{portrait.pk}/{content.name}", content, save=False)
            portrait.save()
            return portrait
    except Exception:
        delete_folder(portrait.picture.storage, folder)
        raise


@transaction.atomic
def remove_portrait(*, story: Story) -> None:
    """Take the picture away. Raises StepNotAllowed while the story stands on the site."""
    locked = _lock_to_change(story)
    forget_portrait(locked)
    locked.agreements.update(covers_portrait=False)


def forget_portrait(story: Story) -> None:
    """Delete the picture of `story`, if it has one, and its files in every size. Call it locked, in
    a transaction."""
    for portrait in Portrait.objects.filter(story=story):
        folder, storage = posixpath.dirname(portrait.picture.name), portrait.picture.storage
        portrait.delete()
        # Files can't be rolled back, so they go only once the row is gone for good.
        transaction.on_commit(partial(delete_folder, storage, folder), robust=True)


def _lock_to_change(story: Story) -> Story:
    locked = Story.objects.select_for_update().get(pk=story.pk)
    if locked.state in {State.SHOWN, State.WITHDRAWN}:
        raise StepNotAllowed
    return locked
