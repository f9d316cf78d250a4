"""Forgetting people: everything that names them goes, wherever it was kept."""

from __future__ import annotations

from functools import partial

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Q
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
    # Each mail to its people holds a link: so those to an earlier address are found as well, and
    # those about another initiative, or to an address that only looks like it, are left alone.
    Email.objects.filter(message__contains=mark_of(initiative)).delete()
    _forget_what_visitors_wrote(initiative)
    contact = getattr(initiative, "contact", None)
    if contact:
        kind = ContentType.objects.get_for_model(Contact)
        LogEntry.objects.filter(content_type=kind, object_id=str(contact.pk)).delete()
        contact.delete()


def _forget_what_visitors_wrote(initiative: Initiative) -> None:
    """Messages and settled reports go with their mails. A report that still waits keeps its place
    and its address, so that its maker hears what became of it; what it says may name people."""
    Email.objects.filter(
        Q(message_sent__initiative=initiative)
        | Q(message_copied__initiative=initiative)
        | Q(report_answered__initiative=initiative)
    ).delete()
    initiative.messages.all().delete()
    initiative.reports.exclude(outcome="").delete()
    initiative.reports.update(text="")
