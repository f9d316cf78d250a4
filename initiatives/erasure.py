"""Forgetting people: everything that names them goes, wherever it was kept."""

from __future__ import annotations

from post_office.models import Email

from initiatives.models import FormerSlug, Initiative, new_link_key
from initiatives.photos import forget_photo


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
        forget_photo(photo)
    initiative.versions.all().delete()
    FormerSlug.objects.filter(initiative=initiative).delete()
    initiative.consents.all().delete()
    contact = getattr(initiative, "contact", None)
    if contact:
        if contact.email:
            Email.objects.filter(to__icontains=contact.email).delete()
        contact.delete()
