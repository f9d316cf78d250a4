"""Whatever people type: a clear message, and everything still there, now and on coming back."""

import pytest

from tests.submitting.browser import address, as_typed, errors, heading, typed
from tests.submitting.test_right_answers import person

LONG = "a" * 10_000
NO_ADDRESS = "Dit e-mailadres klopt niet. Bijvoorbeeld: an@voorbeeld.be."
NO_WEBSITE = "Dit adres klopt niet. Bijvoorbeeld: www.onzebuurt.be."


def check(visitor, draft, step: str, answers: dict, messages: list[str]) -> None:
    url = address("step", draft, step=step)
    page = visitor.post(url, answers)
    assert (page.status_code, errors(page), typed(page)) == (200, messages, as_typed(answers))
    back = visitor.get(url)
    assert (errors(back), typed(back)) == (messages, as_typed(answers))


@pytest.mark.parametrize(
    ("answers", "messages"),
    [
        (
            {"title": LONG, "summary": "Soep."},
            ["Maak dit korter. Er mogen 80 tekens staan, jij hebt er 10000."],
        ),
        (
            {"title": "", "summary": "🍲" * 201},
            [
                "Schrijf de naam van het initiatief.",
                "Maak dit korter. Er mogen 200 tekens staan, jij hebt er 201.",
            ],
        ),
        ({"title": " \t", "summary": "\u202eSoep <b>"}, ["Schrijf de naam van het initiatief."]),
    ],
)
def test_short(draft, visitor, answers, messages):
    check(visitor, draft, "kort", answers, messages)
    assert draft.latest_version.title == ""


def test_story(draft, visitor):
    answers = {"story": "", "needs": "Een 'kom' & \"lepel\"", "costs": LONG}
    messages = [
        "Schrijf het verhaal van het initiatief.",
        "Maak dit korter. Er mogen 200 tekens staan, jij hebt er 10000.",
    ]
    check(visitor, draft, "verhaal", answers, messages)


def test_criteria(draft, visitor):
    answers = {"bottom_up_answer": LONG, "agency_answer": "\r\nWij.", "beyond_self_answer": ""}
    messages = [
        "Maak dit korter. Er mogen 2000 tekens staan, jij hebt er 10000.",
        "Vertel wat het met mensen doet.",
    ]
    check(visitor, draft, "criteria", answers, messages)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, "Schrijf je naam."),
        ({"name": "n" * 101}, "Maak dit korter. Er mogen 100 tekens staan, jij hebt er 101."),
        ({"email": ""}, "Schrijf je e-mailadres."),
        ({"email": "mia"}, NO_ADDRESS),
        ({"email": "a@b.be, c@d.be"}, NO_ADDRESS),
        (
            {"website": "javascript:alert(1)"},
            NO_WEBSITE,
        ),
        ({"website": "onze site"}, NO_WEBSITE),
        ({"terms": ""}, "Kruis dit aan. Zonder jouw toestemming mogen we niets tonen."),
    ],
)
def test_person(draft, visitor, changes, message):
    answers = {name: value for name, value in person(**changes).items() if value}
    check(visitor, draft, "jij", answers, [message])
    draft.contact.refresh_from_db()
    assert (draft.contact.name, draft.consents.count()) == ("", 0)


def test_nul_is_left_out_and_the_rest_is_kept(draft, visitor):
    url = address("step", draft, step="kort")
    visitor.post(url, {"title": "So\0ep", "summary": "\0", "na\0am": "\0"})
    assert typed(visitor.get(url)) == {"title": ["Soep"]}
    visitor.post(url, {"title": "So\0ep", "summary": "Sa\0men"})
    assert (draft.latest_version.title, draft.latest_version.summary) == ("Soep", "Samen")


def test_an_unknown_step_is_not_found(draft, visitor):
    for step in ("nergens", "kort2", "NAKIJKEN"):
        page = visitor.get(address("step", draft, step=step))
        assert (page.status_code, heading(page)) == (404, "Deze bladzijde bestaat niet")
