"""What stands in memory is found as what stands in the database."""

from dataclasses import replace

import pytest

from initiatives.finding.postings import names_of_place
from initiatives.finding.shelf import Shelf
from initiatives.finding.text import match, match_in
from initiatives.models import Initiative
from tests.finding.showcase import read

TYPED = [typed for group in read("queries.json").values() for typed in group]


@pytest.fixture(scope="module")
def shelf(showcase) -> Shelf:
    """The showcase, at the same positions."""
    published = Initiative.objects.published().order_by("position")
    versions = [initiative.live_version for initiative in published]
    return Shelf(
        [
            (
                version.title,
                " ".join([version.summary, version.spot, *names_of_place(version.municipality)]),
                version.story,
            )
            for version in versions
        ]
    )


@pytest.mark.parametrize("typed", TYPED)
def test_it_finds_the_same_in_the_same_order(typed, shelf, showcase):
    found = match_in(shelf, typed, showcase.all, showcase.names)
    # Of words that a typing error resembles equally much, Postgres names fewer.
    assert replace(found, forms=frozenset()) == replace(match(typed, showcase), forms=frozenset())
