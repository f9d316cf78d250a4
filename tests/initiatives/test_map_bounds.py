"""The page of the map in numbers: any address, its queries, what it weighs."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from pyroaring import BitMap

from initiatives.models import Posting, Showcase
from places.models import Municipality
from tests import factories

pytestmark = pytest.mark.django_db
MAP = "/inspireer-elkaar/kaart/"
# The generation; the bitmaps and the generation again; what can be chosen.
QUERIES = 8
LIMIT = 14 * 1024  # bytes of HTML and CSS, compressed
# All 304 municipalities twice, as balls with their names and as a list, can't be so light.
LIMIT_EVERYWHERE = 25 * 1024


@pytest.fixture
def everywhere():
    """Bitmaps as if every municipality had initiatives, Antwerpen far more than others."""
    call_command("load_places", verbosity=0)
    start, postings, everything = 0, [], BitMap()
    for place in Municipality.objects.current().order_by("nis"):
        size = 9000 if place.name == "Antwerpen" else 20 + int(place.nis) * 37 % 700
        bits = BitMap(range(start, start + size))
        start, everything = start + size, everything | bits
        postings.append(Posting(key=f"f:gemeente:{place.nis}", bits=bits.serialize()))
    postings.append(Posting(key="f:alle", bits=everything.serialize()))
    Posting.objects.bulk_create(postings)
    Showcase.objects.update_or_create(defaults={"generation": 10**6}, id=1)


def get(client, query: str = "") -> str:
    response = client.get(MAP + query)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    return response.content.decode()


def weight(html: str) -> int:
    sheets = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', html)
    assert len(sheets) == 6
    parts = [html.encode(), *(Path(finders.find(name)).read_bytes() for name in sheets)]
    return sum(len(gzip.compress(part)) for part in parts)


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


@pytest.mark.parametrize("province", ["antwerpen", "vlaams-brabant", "oost-vlaanderen", "brussel"])
def test_a_full_province_is_light(client, everywhere, province):
    assert weight(get(client, f"?provincie={province}")) <= LIMIT


def test_the_whole_of_flanders_has_its_limit(client, everywhere):
    html = get(client)
    assert html.count("initiatieven</title>") == 304
    assert weight(html) <= LIMIT_EVERYWHERE
