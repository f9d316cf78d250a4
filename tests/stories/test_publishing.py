"""The steps of a story: which are allowed from where, and what each needs."""

from datetime import date

import pytest

from stories import ledger, publishing
from stories.errors import Gone, NoConsent, NotComplete, StepNotAllowed, StoryError
from stories.models import Agreement, State, Story, Use
from tests.factories import moderator
from tests.stories.factories import agree, story

pytestmark = pytest.mark.django_db
STEPS = {
    "announce": publishing.announce,
    "show": publishing.show,
    "take_off": publishing.take_off,
    "withdraw": publishing.withdraw,
}
# From each state, where each step leads; what is not named is refused.
TABLE = {
    State.DRAFT: {"announce": "follows", "show": "shown", "withdraw": "withdrawn"},
    State.FOLLOWS: {"show": "shown", "take_off": "draft", "withdraw": "withdrawn"},
    State.SHOWN: {"take_off": "draft", "withdraw": "withdrawn"},
    State.LAPSED: {"show": "shown", "withdraw": "withdrawn"},
    State.WITHDRAWN: {},
}


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("step", STEPS)
def test_every_step_from_every_state(state, step):
    found = story(state)
    if state in {State.DRAFT, State.FOLLOWS, State.LAPSED}:
        agree(found)
    before = found.trail.count()
    goal = TABLE[state].get(step)
    if goal is None:
        with pytest.raises(StoryError) as error:
            STEPS[step](story=found, staff=moderator())
        assert type(error.value) is (Gone if state == State.WITHDRAWN else StepNotAllowed)
        assert (Story.objects.get().state, found.trail.count()) == (state, before)
        return
    assert STEPS[step](story=found, staff=moderator()).state == goal
    entry = found.trail.last()
    assert (entry.step, entry.actor, entry.staff) == (step, "staff", moderator())
    assert (entry.from_state, entry.to_state, found.trail.count()) == (state, goal, before + 1)


@pytest.mark.parametrize("missing", ["title", "teller", "text"])
def test_half_a_story_is_not_shown(missing):
    half = story(**{missing: ""})
    agree(half)
    with pytest.raises(NotComplete):
        publishing.show(story=half, staff=moderator())
    assert Story.objects.get().state == State.DRAFT


@pytest.mark.parametrize(
    "agreed",
    [
        None,
        {"uses": [Use.WORKSHOP, Use.PRINT, Use.SOCIAL_MEDIA]},
        {"valid_from": date(2020, 1, 1), "days": -1},
        {"valid_from": date(2999, 1, 1), "days": 365_000},
    ],
)
def test_without_consent_for_the_website_it_is_not_shown(agreed):
    told = story()
    if agreed:
        agree(told, **agreed)
    with pytest.raises(NoConsent):
        publishing.show(story=told, staff=moderator())
    assert Story.objects.get().state == State.DRAFT


def test_a_new_agreement_takes_the_place_of_the_old_one():
    told = story()
    old = agree(told, teller_name="Vera Vroeger", helper_name="Bea", helper_role="supporter")
    new = agree(told)
    old.refresh_from_db()
    assert told.agreement == new
    assert (old.teller_name, old.helper_name, old.email, old.words) == ("", "", "", "")
    assert (old.uses, old.version) == (["website", "workshop"], "2026-11")


def test_a_story_on_the_site_is_not_left_without_consent():
    shown = story(State.SHOWN)
    with pytest.raises(StoryError) as error:
        agree(shown, uses=[Use.PRINT])
    assert str(error.value) == "Dit verhaal staat op de site. Haal het er eerst af."
    assert (Agreement.objects.count(), shown.agreement.teller_name) == (1, "Vera Echt")


def test_words_of_their_own_are_noted_as_such():
    agreement = ledger.record(
        story=story(),
        teller_name="Vera",
        uses=[Use.WEBSITE],
        valid_from=date(2026, 1, 1),
        valid_until=date(2030, 1, 1),
        words="Het mag, maar zonder mijn dorp.",
    )
    assert agreement.version == "2026-11, eigen woorden"
