"""What people type, and what they mean: it stands among the first three on the page."""

import json
from pathlib import Path

import pytest

from baz_site.search.answering import Answer

QUERIES = json.loads((Path(__file__).parent / "queries.json").read_text(encoding="utf-8"))
EXPECTED = [
    pytest.param(typed, tuple(expected), id=typed)
    for group in QUERIES.values()
    for typed, expected in group.items()
]


def without_marks(text: str) -> str:
    return text.replace("<mark>", "").replace("</mark>", "")


@pytest.mark.parametrize(("typed", "expected"), EXPECTED)
def test_the_expected_one_is_among_the_first_three(typed, expected, whole_site):
    found = [
        (group.heading, without_marks(hit.title))
        for group in Answer(typed, whole_site).groups
        for hit in group.first
    ]
    assert expected in found[:3], found
