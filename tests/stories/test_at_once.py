"""Two hands at once: real threads, each with its own connection to Postgres."""

import pytest
from post_office.models import Email

from stories import ledger, portraits, publishing
from stories.errors import StoryError
from stories.models import Portrait, State, Story, Use
from tests.factories import moderator
from tests.pictures import stored_files, upload
from tests.stories.factories import agree, story
from tests.together import together

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("attempt", range(3))
def test_showing_while_the_consent_changes(attempt):
    """Whichever comes first: what is on the site has consent."""
    told, staff = story(), moderator()
    agree(told)
    calls = [
        lambda: publishing.show(story=told, staff=staff),
        lambda: agree(told, uses=[Use.PRINT]),
    ]
    results = together(*(calls if attempt % 2 else reversed(calls)))
    assert sum(isinstance(result, StoryError) for result in results) == 1
    is_shown = Story.objects.get().state == State.SHOWN
    assert (Story.objects.shown().count(), told.agreement.uses) == (
        (1, ["website", "workshop"]) if is_shown else (0, ["print"])
    )


def test_a_picture_that_comes_while_the_story_is_withdrawn():
    told = story(portrait=True)
    together(
        lambda: portraits.set_portrait(story=told, upload=upload(), alt="Een ander portret"),
        lambda: publishing.withdraw(story=told),
    )
    assert (Story.objects.get().state, Portrait.objects.count()) == (State.WITHDRAWN, 0)
    assert stored_files() == ["verhalen"]


def test_withdrawing_twice_is_once():
    told = story(State.SHOWN)
    results = together(*[lambda: publishing.withdraw(story=told, by_teller=True)] * 3)
    assert sum(isinstance(result, StoryError) for result in results) == 2
    assert told.trail.filter(step="withdraw").count() == 1


def test_two_workers_ask_once():
    agreement = story(State.SHOWN, days=30).agreement
    results = together(*[lambda: ledger.ask_renewal(agreement=agreement)] * 3)
    assert sorted(results) == [False, False, True]
    assert Email.objects.filter(subject="Mag jouw verhaal blijven?").count() == 1
