"""What the clock does: ask in time whether a story may stay, note that an agreement has ended, and
forget what nobody agreed to anew."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import InterfaceError, OperationalError
from django.utils import timezone

from stories import ledger, publishing
from stories.errors import StoryError
from stories.models import Agreement, State, Story

logger = logging.getLogger(__name__)

# Once nobody agrees any more, a story waits so long for its teller to do so anew.
DAYS_A_LAPSED_STORY_IS_KEPT = 90


def do_what_is_due() -> None:
    """One round. An error in one story is logged, and doesn't keep the others from their turn."""
    for agreement in Agreement.objects.to_renew().exclude(email="").select_related("story"):
        _try(agreement.story_id, ledger.ask_renewal, agreement=agreement)
    holds = Story.objects.shown().values("pk")
    for story in Story.objects.filter(state=State.SHOWN).exclude(pk__in=holds):
        _try(story.pk, publishing.lapse, story=story)
    long_ago = timezone.localdate() - timedelta(days=DAYS_A_LAPSED_STORY_IS_KEPT)
    over = Agreement.objects.filter(ended_at=None, valid_until__lt=long_ago)
    for agreement in over.select_related("story"):
        _try(agreement.story_id, publishing.withdraw, story=agreement.story)


def _try(number: int, step: Callable, **what) -> None:
    try:
        step(**what)
    except (OperationalError, InterfaceError):
        raise
    except StoryError:
        # Somebody was faster, and it is as it should be.
        return
    except Exception:
        logger.exception("A step of the round failed for story %s.", number)
