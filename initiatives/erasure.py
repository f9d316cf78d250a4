"""Forgetting people: everything that names them goes, wherever it was kept."""

from __future__ import annotations

from django.db import transaction
from post_office.models import Email

from initiatives.models import FormerSlug, Initiative, new_link_key


def wipe(initiative: Initiative) -> None:
    """Remove every text, photo, name, consent and mail of `initiative`. What stays is the bare
    row and its trail, which name nobody. Call it locked, in a transaction, when not published.
    """
    initiative.live_version = None
    initiative.slug = None
    initiative.waiting_since = None
    initiative.link_key = new_link_key()
    initiative.save()
    for photo in initiative.photos.all():
        files, picture = photo.picture, photo
        picture.delete()
        # Files can't be rolled back, so they go only once the rows are gone for good.
        transaction.on_commit(lambda files=files: files.delete(save=False))
    initiative.versions.all().delete()
    FormerSlug.objects.filter(initiative=initiative).delete()
    initiative.consents.all().delete()
    contact = getattr(initiative, "contact", None)
    if contact:
        if contact.email:
            Email.objects.filter(to__icontains=contact.email).delete()
        contact.delete()
