"""What can't be stored, whatever code writes it."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from stories.models import Agreement, State, Story, TrailEntry
from tests.stories.factories import agree, story

pytestmark = pytest.mark.django_db


def refused(change) -> bool:
    """Whether the database refuses `change`, at the latest when its transaction ends."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            change()
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError:
        return True
    return False


def test_nothing_is_shown_without_consent():
    told = story()
    assert refused(lambda: Story.objects.update(state=State.SHOWN))
    agree(told, uses=["print"])
    assert refused(lambda: Story.objects.update(state=State.SHOWN))
    agree(told)
    assert not refused(lambda: Story.objects.update(state=State.SHOWN))


@pytest.mark.parametrize(
    "change",
    [
        {"uses": ["print"]},
        {"valid_until": timezone.localdate() - timedelta(days=1), "valid_from": "2020-01-01"},
        {"ended_at": timezone.now(), "teller_name": "", "email": "", "words": ""},
    ],
)
def test_the_agreement_of_what_is_shown_stays(change):
    story(State.SHOWN)
    assert refused(lambda: Agreement.objects.update(**change))
    assert refused(lambda: Agreement.objects.all().delete())


@pytest.mark.parametrize(
    ("state", "change"),
    [
        (State.SHOWN, {"text": ""}),
        (State.SHOWN, {"teller": ""}),
        (State.FOLLOWS, {"title": ""}),
        (State.WITHDRAWN, {"teller": "Vera"}),
        (State.WITHDRAWN, {"text": "Noten."}),
    ],
)
def test_a_story_says_what_its_state_allows(state, change):
    story(state)
    assert refused(lambda: Story.objects.update(**change))


@pytest.mark.parametrize(
    "change",
    [
        {"uses": []},
        {"valid_until": "2019-12-31"},
        {"teller_name": ""},
        {"ended_at": timezone.now()},
    ],
)
def test_an_agreement_is_whole_or_ended(change):
    agree(story())
    assert refused(lambda: Agreement.objects.update(**change))


def test_one_agreement_holds_at_a_time():
    first = agree(story())
    first.pk = None
    assert refused(lambda: first.save(force_insert=True))


def test_the_trail_only_grows():
    story(State.SHOWN)
    # A table with constraints that wait can't be emptied anyway.
    connection.check_constraints()
    assert refused(lambda: TrailEntry.objects.update(step="lapse"))
    assert refused(lambda: TrailEntry.objects.all().delete())
    assert refused(lambda: connection.cursor().execute("TRUNCATE stories_trailentry"))
