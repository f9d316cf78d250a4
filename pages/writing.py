"""The one door by which a page changes."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction

from pages.models import Page, Telling


class ChangedMeanwhile(Exception):
    """Somebody saved the page after this person opened it; `telling` is what they saved."""

    def __init__(self, telling: Telling) -> None:
        super().__init__(str(telling))
        self.telling = telling


def check_revision(*, page: Page, revision: int) -> None:
    """Hold `page` until the end of the transaction, still as it was at `revision`.

    Raises ChangedMeanwhile. Nothing is to be held of a page that is new.
    """
    if page.pk is None:
        return
    now = Page.objects.select_for_update().only("revision").get(pk=page.pk)
    if now.revision != revision:
        raise ChangedMeanwhile(page.tellings.select_related("saved_by").get(revision=now.revision))


@transaction.atomic
def save_page(*, page: Page, revision: int, staff: User | None) -> Page:
    """Save `page` as its next telling. `revision` is the one that was read; `staff` is None for
    what the site loads itself.

    Raises ChangedMeanwhile.
    """
    check_revision(page=page, revision=revision)
    page.revision = revision + 1
    page.save()
    page.tellings.create(
        revision=page.revision,
        title=page.title,
        lead=page.lead,
        body=page.body,
        is_shown=page.is_shown,
        saved_by=staff,
    )
    return page
