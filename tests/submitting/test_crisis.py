"""Four questions more, for what began in a crisis only."""

import pytest

from initiatives import moderation
from initiatives.models import Crisis, Version
from tests import factories
from tests.submitting.browser import address, as_typed, errors, heading, page_name, typed
from tests.submitting.test_right_answers import where

TOLD = {
    "crisis_reasons": ["help", "alone"],
    "crisis_reasons_words": "De winkels gingen dicht.",
    "crisis_support": ["neighbours"],
    "crisis_support_words": "",
    "crisis_meaning": "Niemand at nog alleen.",
    "crisis_lasted": "changed",
    "crisis_lasted_words": "",
}


@pytest.fixture
def corona(db) -> Crisis:
    factories.municipality()
    return factories.crisis()


def say(visitor, draft, crisis: Crisis | None) -> str:
    """Answer the third step; the name of the step that follows."""
    answers = where(crisis=str(crisis.pk) if crisis else "")
    return page_name(visitor.post(address("step", draft, step="waar"), answers))


def test_yes_leads_to_four_questions_and_no_past_them(visitor, draft, corona):
    assert say(visitor, draft, None) == "criteria"
    url = address("step", draft, step="crisis")
    assert page_name(visitor.get(url)) == page_name(visitor.post(url, TOLD)) == "waar"
    assert say(visitor, draft, corona) == "crisis"
    page = visitor.get(url)
    assert (heading(page), page.context["number"], page.context["total"]) == (
        *("Begonnen in een crisis", 4, 8),
    )
    assert page_name(visitor.post(url, TOLD)) == "criteria"
    version = draft.latest_version
    assert {name: getattr(version, name) for name in TOLD} == TOLD
    assert typed(visitor.get(url)) == as_typed(TOLD)


def test_all_of_it_may_be_skipped(visitor, draft, corona):
    say(visitor, draft, corona)
    assert page_name(visitor.post(address("step", draft, step="crisis"), {})) == "criteria"
    assert draft.latest_version.crisis_reasons == []


def test_what_is_wrong_is_said_and_kept(visitor, draft, corona):
    say(visitor, draft, corona)
    url = address("step", draft, step="crisis")
    wrong = TOLD | {"crisis_meaning": "a" * 601}
    page = visitor.post(url, wrong)
    message = "Maak dit korter. Er mogen 600 tekens staan, jij hebt er 601."
    assert (errors(page), typed(page)) == ([message], as_typed(wrong))
    assert typed(visitor.get(url)) == as_typed(wrong)
    for nonsense in ({"crisis_reasons": ["x"]}, {"crisis_lasted": "x"}):
        assert len(errors(visitor.post(url, TOLD | nonsense))) == 1
    # Who says no after all has nothing left to mend.
    say(visitor, draft, None)
    assert draft.latest_version.unfinished == {}


def test_a_choice_that_comes_twice_counts_once(visitor, draft, corona):
    say(visitor, draft, corona)
    answers = TOLD | {"crisis_reasons": ["alone", "help", "alone"]}
    visitor.post(address("step", draft, step="crisis"), answers)
    assert draft.latest_version.crisis_reasons == ["help", "alone"]


def test_no_after_all_forgets_what_was_told(visitor, draft, corona):
    say(visitor, draft, corona)
    visitor.post(address("step", draft, step="crisis"), TOLD)
    assert say(visitor, draft, None) == "criteria"
    empty = {name: type(value)() for name, value in TOLD.items()}
    assert {name: getattr(draft.latest_version, name) for name in TOLD} == empty


@pytest.mark.parametrize("pk", ["0", "abc", "9" * 30])
def test_a_crisis_that_does_not_exist(visitor, draft, corona, pk):
    page = visitor.post(address("step", draft, step="waar"), where(crisis=pk))
    assert errors(page) == ["Kies ‘Nee’ of een van de andere antwoorden."]


def test_one_off_the_site_is_offered_only_where_it_was_chosen(visitor, draft, corona):
    say(visitor, draft, corona)
    Crisis.objects.update(is_shown=False)
    other = moderation.start_draft()
    pages = [visitor.get(address("step", one, step="waar")) for one in (draft, other)]
    assert [page.content.decode().count("Begon dit door een crisis?") for page in pages] == [1, 0]
    assert say(visitor, draft, corona) == "crisis"


def test_it_is_there_to_read_over(visitor, draft, corona):
    say(visitor, draft, corona)
    visitor.post(address("step", draft, step="crisis"), TOLD)
    page = visitor.get(address("review", draft))
    part = next(part for part in page.context["parts"] if part.step == "crisis")
    assert part.answers == [
        (
            "Waarom begon het?",
            "Mensen hadden hulp nodig\nMensen waren alleen\nDe winkels gingen dicht.",
        ),
        ("Wat hielp?", "Buren die meededen"),
        ("Wat betekende het voor mensen?", "Niemand at nog alleen."),
        ("Wat bleef ervan?", "Het loopt nog, maar anders"),
    ]


def test_an_edit_waits_for_approval(client, corona):
    shown = factories.published(crisis=corona, **factories.CRISIS_ANSWERS)
    moderation.start_edit(initiative=shown)
    edit = Version.objects.get(number=2)
    edit.crisis_meaning = "Nu staat er iets anders."
    edit.save()
    moderation.send(initiative=shown)
    address = shown.get_absolute_url()
    told = ["Niemand at nog alleen.", "Nu staat er iets anders."]
    assert [client.get(address).content.decode().count(words) for words in told] == [1, 0]
    factories.publish(shown)
    assert [client.get(address).content.decode().count(words) for words in told] == [0, 1]
