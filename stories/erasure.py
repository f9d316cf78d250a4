"""Forgetting a story: every word, name, picture and mail goes, wherever it was kept."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils import timezone
from post_office.models import Email

from initiatives.models import new_link_key
from mail.cleaning import delete_mails
from stories.links import mark_of
from stories.models import Agreement, Portrait, Story
from stories.portraits import forget_portrait


def wipe(story: Story) -> None:
    """Remove all that `story` told, and who told it. What stays is the bare row, so that its
    address can say that it is gone, the bare agreements, and the trail; they name nobody. Call it
    locked, in a transaction; the caller saves the story."""
    portraits = Portrait.objects.filter(story=story)
    forget_log([story, *portraits, *story.agreements.all(), *story.tips.all()])
    delete_mails(Email.objects.filter(message__contains=mark_of(story)))
    forget_portrait(story)
    story.tips.all().delete()
    story.barriers.clear()
    end(story.agreements.all())
    story.title = story.summary = story.teller = story.text = ""
    story.link_key = new_link_key()
    # Nobody can get at a page of before; now it isn't kept either.
    transaction.on_commit(cache.clear, robust=True)


def end(agreements: QuerySet[Agreement]) -> None:
    """End these, and empty what names people in them."""
    agreements.filter(ended_at=None).update(
        ended_at=timezone.now(), teller_name="", helper_name="", helper_role="", email="", words=""
    )


def forget_log(rows: Iterable[Model]) -> None:
    """Remove what admin's own log says of these rows: it repeats titles and names."""
    for row in rows:
        kind = ContentType.objects.get_for_model(row)
        LogEntry.objects.filter(content_type=kind, object_id=str(row.pk)).delete()
