"""Whatever people type: a clear message, and everything still there, now and on coming back."""

import pytest

from tests import factories
from tests.submitting.browser import address, as_typed, errors, heading, typed
from tests.submitting.test_right_answers import person, where

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


@pytest.mark.parametrize("year", ["1899", "20", "-5", "vorig jaar", "9" * 5000, "2020,5", "²"])
def test_a_nonsense_year(draft, visitor, year):
    factories.municipality()
    message = "Schrijf het jaar met 4 cijfers. Bijvoorbeeld: 2020."
    check(visitor, draft, "waar", where(start_year=year), [message])


def test_a_year_to_come(draft, visitor):
    factories.municipality()
    message = "Dat jaar moet nog komen. Schrijf het jaar van het begin."
    for year in ("3020", "9" * 300):
        check(visitor, draft, "waar", where(start_year=year), [message])


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("", "Schrijf in welke gemeente het is."),
        ("9999", "We kennen de postcode 9999 niet. Typ de naam van de gemeente."),
        ("Nijle", "We kennen de gemeente ‘Nijle’ niet. Bedoel je Nijlen (2560)?"),
        ("東京", "We kennen de gemeente ‘東京’ niet. Typ de postcode. Bijvoorbeeld: 2560."),
        (LONG, "Dat is te lang. Typ alleen de gemeente of de postcode."),
    ],
)
def test_an_unknown_place(draft, visitor, place, message):
    factories.municipality()
    check(visitor, draft, "waar", where(municipality=place), [message])


def test_a_shared_postcode_is_a_choice_that_is_kept(draft, visitor):
    for name in ("Hasselt", "Diepenbeek"):
        factories.municipality(name, province="Limburg", postcodes=("3500",))
    message = "Er zijn verschillende gemeenten met 3500. Kies hieronder de jouwe."
    check(visitor, draft, "waar", where(municipality="3500"), [message])
    nis = factories.municipality("Diepenbeek").nis
    url = address("step", draft, step="waar")
    # Chosen, but something else is wrong: the choice stays as well.
    wrong = where(municipality="3500", municipality_keuze=nis, start_year="straks")
    assert typed(visitor.post(url, wrong)) == as_typed(wrong)
    assert typed(visitor.get(url)) == as_typed(wrong)
    assert visitor.post(url, {**wrong, "start_year": ""}).status_code == 302
    assert draft.latest_version.municipality.name == "Diepenbeek"


def test_four_themes(draft, visitor):
    factories.municipality()
    slugs = ("ontmoeten", "samen-eten", "tuin-en-groen", "zorg-voor-elkaar")
    themes = [str(factories.theme(slug).pk) for slug in slugs]
    check(visitor, draft, "waar", where(themes=themes), ["Kies hoogstens 3 thema’s."])
    assert draft.latest_version.themes.count() == 0


@pytest.mark.parametrize("pk", ["0", "abc", "9" * 30, "-1"])
def test_a_theme_that_does_not_exist(draft, visitor, pk):
    factories.municipality()
    page = visitor.post(address("step", draft, step="waar"), where(themes=[pk]))
    assert (page.status_code, len(errors(page))) == (200, 1)
    assert visitor.get(address("step", draft, step="waar")).status_code == 200


def test_nothing_at_all(draft, visitor):
    messages = [
        *("Kies hoe mensen samenkomen.", "Kies minstens één thema."),
        *("Kies minstens één groep.", "Kies of het initiatief nog bezig is."),
    ]
    check(visitor, draft, "waar", {}, messages)


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
