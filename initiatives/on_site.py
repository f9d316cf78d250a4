"""What visitors may write about: only what is on the site, also at the moment they send it."""

from __future__ import annotations

from django.db.models import Q

from initiatives.models import Initiative, Status
from initiatives.steps import lock


class NotOnSite(Exception):
    """The initiative is not on the site. `once_was` tells whether it ever was, as far as we still
    know: one whose people had everything erased is forgotten."""

    def __init__(self, *, once_was: bool) -> None:
        super().__init__("Dit initiatief staat niet meer op de site.")
        self.once_was = once_was


def found_at(slug: str) -> Initiative:
    """The published initiative with this address, or that once had it.

    Raises NotOnSite.
    """
    under = Initiative.objects.filter(Q(slug=slug) | Q(former_slugs__slug=slug))
    found = under.select_related("contact", "live_version").first()
    if found is None or found.status != Status.PUBLISHED:
        raise NotOnSite(once_was=found is not None)
    return found


def hold(initiative: Initiative) -> Initiative:
    """The initiative as it is now, on the site until the transaction ends.

    Raises NotOnSite.
    """
    initiative = lock(initiative)
    if initiative.status != Status.PUBLISHED:
        raise NotOnSite(once_was=True)
    return initiative
