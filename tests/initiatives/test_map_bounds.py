"""The page of the map in numbers: any address, its queries."""

import re

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
MAP = "/inspireer-elkaar/kaart/"
# The generation; the bitmaps and the generation again; what can be chosen.
QUERIES = 9


def get(client, query: str = "") -> str:
    response = client.get(MAP + query)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    return response.content.decode()


@pytest.mark.parametrize(
    "query",
    [
        "?q=%00",
        f"?q={'a' * 10_000}",
        "?q=%ED%A0%80<script>'",
        f"?bladzijde={'9' * 5_000}",
        "?gemeente=%00&provincie='",
        "?" + "&".join(f"provincie=p{number}" for number in range(50)),
        "?onbekend=1&&&=",
    ],
)
def test_an_odd_address_gives_a_page(client, query):
    factories.published()
    assert re.findall(r"<(script)", get(client, query)) == []


@pytest.mark.parametrize("rows", [1, 3, 12])
def test_a_fixed_number_of_queries(client, rows, django_assert_num_queries):
    for number in range(rows):
        place = factories.municipality(f"Dorp {number}", postcodes=())
        factories.published(title=f"Soep {number}", municipality=place)
    with django_assert_num_queries(QUERIES):
        assert get(client).count(": 1 initiatief</title>") == rows
    # What was read stays, for as long as nothing changes: only that is asked.
    with django_assert_num_queries(1):
        assert get(client).count(": 1 initiatief</title>") == rows
