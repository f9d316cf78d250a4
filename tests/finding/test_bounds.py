"""Whatever is asked, the answer comes in few questions to the database, about few words, and small:
so it comes soon, on any machine."""

import tracemalloc

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from initiatives.finding.query import LONGEST_TEXT
from tests.finding.showcase import ask

LONG = 10_000  # characters
MOST_QUESTIONS = 12  # to the database, whatever is asked
SMALL = 20_000_000  # bytes
HARD = {
    "long word": {"q": "a" * LONG},
    "many words": {"q": "soep tuin kind " * (LONG // 15)},
    "many errors": {"q": "zopjes tuynen kynder gesellig wandeelen braaiden kookken fitsen"},
    "one letter each": {"q": "a b c d e f g h " * (LONG // 16)},
    "wildcards": {"q": "%_\\%_" * (LONG // 5)},
    "expansions": {"q": "ﷺ" * LONG},
    "combining": {"q": "e" + "\u0301" * LONG},
    "NUL": {"q": "soep\0kar", "postcode": "90\0 00", "thema": "\0", "bladzijde": "\0"},
    "quotes": {"q": "'; DROP TABLE x; --", "postcode": "' OR 1=1"},
    "long postcode": {"postcode": "9" * LONG},
    "50 values": {"thema": [f"thema-{number}" for number in range(50)]},
    "50 facets": {f"facet{number}": "x" for number in range(50)},
    "the same 10,000 times": {"gemeente": ["gent"] * LONG},
    "far page": {"bladzijde": "9" * LONG},
    "digits of elsewhere": {"bladzijde": "٣", "q": "٩٣٠٠", "postcode": "٩٣٠٠"},
}


@pytest.mark.parametrize("name", HARD)
def test_the_work_is_bounded(name, showcase):
    tracemalloc.start()
    with CaptureQueriesContext(connection) as questions:
        results = ask(showcase, **HARD[name])
        answer = (results.page, results.facets, results.chips, results.by_municipality)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(answer[0]) <= 12
    assert len(results.query.text) <= LONGEST_TEXT
    assert len(questions) <= MOST_QUESTIONS
    assert peak < SMALL


@pytest.mark.parametrize(
    ("asked", "most"),
    [
        ({}, 4),
        ({"q": "soep"}, 6),
        ({"q": "samen soep koken met de buren in gent"}, 6),
        ({"q": "dorgeefvaas croisants"}, 9),
        ({"thema": "samen-eten", "provincie": "antwerpen"}, 4),
    ],
)
def test_a_search_asks_the_database_few_questions(asked, most, showcase):
    ask(showcase, q="soep", thema="samen-eten").facets  # noqa: B018 -- what is kept, is kept now
    with CaptureQueriesContext(connection) as questions:
        results = ask(showcase, **asked)
        assert results.page
        assert results.facets
    assert len(questions) <= most
