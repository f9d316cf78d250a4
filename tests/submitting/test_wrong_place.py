"""Where and for whom: years, places and themes that can't be."""

import pytest

from tests import factories
from tests.submitting.browser import address, as_typed, errors, typed
from tests.submitting.test_right_answers import where
from tests.submitting.test_wrong_answers import LONG, check


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
