"""Mails hold names and links: what is old goes, with the files that went with it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from post_office.models import Attachment, Email

DAYS_A_MAIL_IS_KEPT = 90
FOLDER = "post_office_attachments"


def delete_mails(mails: QuerySet[Email]) -> int:
    """Remove these mails and their files, in the caller's transaction; returns how many mails."""
    files = list(Attachment.objects.filter(emails__in=mails).distinct())
    count = mails.delete()[1].get("post_office.Email", 0)
    for attachment in files:
        attachment.delete()
        # Files can't be rolled back, so they go only once the rest is gone for good.
        storage, name = attachment.file.storage, attachment.file.name
        transaction.on_commit(lambda storage=storage, name=name: storage.delete(name), robust=True)
    return count


def delete_old_mails() -> int:
    """Remove mails of long ago; returns how many."""
    oldest = timezone.now() - timedelta(days=DAYS_A_MAIL_IS_KEPT)
    with transaction.atomic():
        return delete_mails(Email.objects.filter(created__lt=oldest))


def delete_loose_files() -> int:
    """Remove files of mails that never were, because their transaction failed after the file was
    written; returns how many."""
    storage = Attachment._meta.get_field("file").storage
    folder = Path(storage.path(FOLDER))
    an_hour_ago = (timezone.now() - timedelta(hours=1)).timestamp()
    known = set(Attachment.objects.values_list("file", flat=True))
    loose = [
        path
        for path in folder.rglob("*")
        # One of this moment may belong to a transaction that is still on its way.
        if path.is_file()
        and path.stat().st_mtime < an_hour_ago
        and path.relative_to(folder.parent).as_posix() not in known
    ]
    for path in loose:
        path.unlink()
    return len(loose)
