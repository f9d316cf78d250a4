"""Forgetting people: everything that names them goes, wherever it was kept."""

from __future__ import annotations

from functools import partial

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from post_office.models import Email

from initiatives.links import mark_of
from initiatives.models import Contact, FormerSlug, Initiative, new_link_key
from initiatives.og import forget_drawings
from initiatives.photos import forget_photo


def wipe(initiative: Initiative) -> None:
    """Remove every text, photo, name, consent and mail of `initiative`, and the notes in admin's
    own log, which name its contact. What stays is the bare row and its trail, which name nobody.
    Call it locked, in a transaction, when not published.
    """
    initiative.live_version = None
    initiative.slug = None
    initiative.waiting_since = None
    initiative.link_key = new_link_key()
    initiative.save()
    for photo in initiative.photos.all():
        forget_photo(photo)
    # Files can't be rolled back, so they go only once the rest is gone for good.
    transaction.on_commit(partial(forget_drawings, initiative), robust=True)
    initiative.versions.all().delete()
    FormerSlug.objects.filter(initiative=initiative).delete()
    initiative.consents.all().delete()
    # Each mail of ours holds a link: so those to an earlier address are found as well, and those
    # about another initiative, or to an address that only looks like it, are left alone.
    Email.objects.filter(message__contains=mark_of(initiative)).delete()
    contact = getattr(initiative, "contact", None)
    if contact:
        kind = ContentType.objects.get_for_model(Contact)
        LogEntry.objects.filter(content_type=kind, object_id=str(contact.pk)).delete()
        contact.delete()
