"""A question and its address are the same thing."""

import random
from dataclasses import replace

import pytest
from django.http import QueryDict

from initiatives.finding.query import Query
from tests.finding.showcase import ask

WORDS = [
    "soep",
    "Gent",
    "'",
    '"',
    "<script>",
    "%",
    "\0",
    "é",
    "🍲",
    " ",
    "  ",
    "&q=",
    "a" * 60,
    "+",
]
PLACES = ["9000", "2560 Kessel", "gent", "", "nergens", "Ixelles", "9000\0", "x" * 200]


def random_address(seed: int, showcase) -> QueryDict:
    """Parameters as a person, a script or an attacker might write them."""
    chance = random.Random(seed)
    asked = QueryDict(mutable=True)
    if chance.random() < 0.7:
        asked["q"] = "".join(chance.choice(WORDS) for _ in range(chance.randint(0, 6)))
    for facet in ask(showcase).facets:
        values = [*(entry.value for entry in facet.entries), "onbekend", "", "\0"]
        asked.setlist(facet.name, chance.choices(values, k=chance.randint(0, 3)))
    asked["postcode"] = chance.choice(PLACES)
    asked["volgorde"] = chance.choice(["", "nieuwste", "a-z", "dichtbij", "best", "zomaar"])
    asked["bladzijde"] = chance.choice(["", "1", "2", "-1", "1000000000", "٣", "1e3", "0"])
    return asked


@pytest.mark.parametrize("seed", range(300))
def test_the_address_of_a_question_asks_that_question(seed, showcase):
    query = Query.read(random_address(seed, showcase), showcase)
    again = Query.read(QueryDict(query.address(page=query.page)), showcase)
    # What does not exist is told once, and left out of the address.
    postcode = query.postcode if query.near else ""
    known = replace(query, has_unknown=False, has_lost=False, postcode=postcode)
    assert again == known


@pytest.mark.parametrize(
    ("asked", "number"),
    [("", 1), ("2", 2), ("-1", 1), ("0", 1), ("1000000000", 1), ("999999999", 1_000_000), ("x", 1)],
)
def test_any_page_number_is_a_page(asked, number, showcase):
    results = ask(showcase, bladzijde=asked)
    assert (results.query.page, results.number) == (number, min(number, results.pages))


def test_a_text_cut_off_after_a_word_stays_the_same(showcase):
    text = ask(showcase, q="a" * 99 + " b").query.text
    assert text == ask(showcase, q=text).query.text == "a" * 99


def test_nobody_types_a_nul(showcase):
    assert ask(showcase, q="soep\0kar").query.text == "soep kar"
