"""Where each button leads, and that none of them loses a word."""

import pytest

from tests.submitting.browser import address, errors, page_name, typed

RIGHT = {"title": "Soep", "summary": "Samen soep eten."}
WRONG = {"title": "Soep", "summary": "s" * 201}


@pytest.mark.parametrize(
    ("button", "leads_to"), [("verder", "waar"), ("terug", "kort"), ("later", "later")]
)
def test_right_answers(draft, visitor, button, leads_to):
    url = address("step", draft, step="verhaal")
    assert page_name(visitor.post(url, {"story": "Eerst.", "naar": button})) == leads_to
    assert draft.latest_version.story == "Eerst."


def test_back_from_the_first_step_stays_there(draft, visitor):
    url = address("step", draft, step="kort")
    assert page_name(visitor.post(url, {**RIGHT, "naar": "terug"})) == "kort"


def test_back_from_the_step_after_the_photos(draft, visitor):
    url = address("step", draft, step="jij")
    assert page_name(visitor.post(url, {"naar": "terug"})) == "photos"


@pytest.mark.parametrize("button", ["terug", "later"])
def test_wrong_answers_are_no_reason_to_stay(draft, visitor, button):
    url = address("step", draft, step="kort")
    response = visitor.post(url, {**WRONG, "naar": button})
    assert response.status_code == 302
    back = visitor.get(url)
    assert typed(back) == {name: [value] for name, value in WRONG.items()}
    assert errors(back) == ["Maak dit korter. Er mogen 200 tekens staan, jij hebt er 201."]


def test_wrong_answers_kept_make_place_for_right_ones(draft, visitor):
    url = address("step", draft, step="kort")
    visitor.post(url, WRONG)
    visitor.post(url, RIGHT)
    back = visitor.get(url)
    assert (errors(back), typed(back)) == ([], {name: [value] for name, value in RIGHT.items()})
    assert draft.latest_version.unfinished == {}


def test_right_answers_stay_in_the_version_while_wrong_ones_are_kept(draft, visitor):
    url = address("step", draft, step="kort")
    visitor.post(url, RIGHT)
    visitor.post(url, WRONG)
    assert draft.latest_version.summary == "Samen soep eten."
    assert typed(visitor.get(url))["summary"] == ["s" * 201]


@pytest.mark.parametrize(
    ("button", "leads_to"), [("verder", "review"), ("terug", "verhaal"), ("later", "later")]
)
def test_from_the_review_one_goes_back_to_the_review(complete, visitor, button, leads_to):
    url = address("step", complete, step="waar") + "?nakijken"
    page = visitor.get(url)
    assert page.content.decode().count("Bewaar en ga terug naar nakijken</button>") == 1
    assert page_name(visitor.post(url, {**typed(page), "naar": button})) == leads_to


def test_from_the_review_to_the_photos_and_back(complete, visitor):
    url = address("photos", complete) + "?nakijken"
    assert page_name(visitor.post(url, {"naar": "verder"})) == "review"
    assert visitor.post(url, {"erbij": "1"}).url == url


def test_a_button_we_do_not_know_keeps_the_answers(draft, visitor):
    url = address("step", draft, step="kort")
    assert visitor.post(url, {**RIGHT, "naar": "https://example.org"}).status_code == 302
    assert draft.latest_version.title == "Soep"


def test_progress_ticks_off_only_what_is_complete(draft, visitor):
    visitor.post(address("step", draft, step="kort"), RIGHT)
    page = visitor.get(address("step", draft, step="criteria"))
    done = [item["slug"] for item in page.context["steps"] if item["is_done"]]
    assert (done, page.context["number"], page.context["total"]) == (["kort"], 4, 7)
