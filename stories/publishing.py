"""The one door through which a story changes state. Each step locks the story, checks that the
step is allowed, writes, and adds one row to the trail, in one transaction.

draft → follows → shown → withdrawn. What is shown goes back to draft to be changed: nobody reads
words that its teller didn't agree to. When the agreement ends, the story lapses.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import transaction

from stories import erasure
from stories.errors import Gone, NoConsent, NotComplete, StepNotAllowed
from stories.models import Agreement, State, Step, Story, TrailEntry

Actor = TrailEntry.Actor


def announce(*, story: Story, staff: User | None = None) -> Story:
    """Give `story` a page with only its title and what is known already; without `staff` it comes
    from the annual report.

    Raises StepNotAllowed or NotComplete.
    """
    with locked(story) as story:
        if story.state != State.DRAFT:
            raise StepNotAllowed
        if not (story.title and story.summary):
            raise NotComplete("Schrijf eerst een titel, en wat er al geweten is.")
        return _move(story, State.FOLLOWS, Step.ANNOUNCE, staff)


def show(*, story: Story, staff: User) -> Story:
    """Put `story` on the site.

    Raises StepNotAllowed, NotComplete or NoConsent.
    """
    with locked(story) as story:
        if story.state not in {State.DRAFT, State.FOLLOWS, State.LAPSED}:
            raise StepNotAllowed
        if not (story.title and story.teller and story.text):
            raise NotComplete("Schrijf eerst een titel, een naam voor de verteller en het verhaal.")
        if not Agreement.objects.for_website().filter(story=story).exists():
            raise NoConsent
        return _move(story, State.SHOWN, Step.SHOW, staff)


def take_off(*, story: Story, staff: User) -> Story:
    """Take `story` off the site for a while, so that it can be changed. Raises StepNotAllowed."""
    with locked(story) as story:
        if story.state not in {State.FOLLOWS, State.SHOWN}:
            raise StepNotAllowed
        return _move(story, State.DRAFT, Step.TAKE_OFF, staff)


def lapse(*, story: Story) -> Story:
    """Note that the agreement about `story` has ended. Raises StepNotAllowed when it has not."""
    with locked(story) as story:
        if story.state != State.SHOWN or Agreement.objects.for_website().filter(story=story):
            raise StepNotAllowed
        return _move(story, State.LAPSED, Step.LAPSE, None)


def withdraw(*, story: Story, staff: User | None = None, by_teller: bool = False) -> Story:
    """Remove `story` for good, at once: its words, its teller, its pictures, its tips, its mails.
    Without staff or teller, it's the platform: nobody agreed anew. Raises Gone.
    """
    with locked(story) as story:
        erasure.wipe(story)
        return _move(story, State.WITHDRAWN, Step.WITHDRAW, staff, by_teller=by_teller)


@contextmanager
def locked(story: Story) -> Iterator[Story]:
    """The story as it is now, which nobody else changes inside the block. Raises Gone."""
    with transaction.atomic():
        story = Story.objects.select_for_update().get(pk=story.pk)
        if story.state == State.WITHDRAWN:
            raise Gone
        yield story


def log(
    story: Story, step: Step, staff: User | None, *, by_teller: bool = False, before: str = ""
) -> None:
    """Add a step to the trail; `before` is the state it came from, where that changed."""
    actor = Actor.TELLER if by_teller else Actor.STAFF if staff else Actor.SYSTEM
    TrailEntry.objects.create(
        story=story,
        step=step,
        actor=actor,
        staff=staff,
        from_state=before or story.state,
        to_state=story.state,
    )


def _move(
    story: Story, state: State, step: Step, staff: User | None, *, by_teller: bool = False
) -> Story:
    before, story.state = story.state, state
    story.save()
    log(story, step, staff, by_teller=by_teller, before=before)
    return story
