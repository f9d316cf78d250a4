"""The page of the map: the counts, the filters, one province, and what it weighs."""

import gzip
import re
from html import unescape
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db.models import Count
from pyroaring import BitMap

from initiatives.models import Initiative, Meeting, Posting, Showcase
from initiatives.slugs import slug_for
from places.models import Municipality
from tests import factories

pytestmark = pytest.mark.django_db
MAP = "/inspireer-elkaar/kaart/"
# The generation; the bitmaps and the generation again; what can be chosen.
QUERIES = 10
LIMIT = 14 * 1024  # bytes of HTML and CSS, compressed


@pytest.fixture
def five():
    """Three in Nijlen and one in Lokeren, and one that is online."""
    call_command("load_places", verbosity=0)
    nijlen, lokeren = (
        Municipality.objects.current().get(name=name) for name in ("Nijlen", "Lokeren")
    )
    other = {"summary": "Samen buiten.", "story": "Elke zaterdag."}
    garden = factories.theme("tuin-en-groen")
    for number in range(3):
        factories.published(title=f"Soep {number}", municipality=nijlen)
    factories.published(title="Tuin", municipality=lokeren, themes=[garden], **other)
    factories.published(title="Praat", municipality=None, meeting=Meeting.ONLINE, **other)
    factories.initiative(title="Nog niet", municipality=nijlen)


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


def balls(html: str) -> dict[str, int]:
    """The counts on the map, by name."""
    found = re.findall(r'<a href="[^"]*"><title>([^:<]*): ([\d.]+) initiatie', html)
    return {unescape(name): int(count.replace(".", "")) for name, count in found}


def listed(html: str, heading: str) -> dict[str, int]:
    """The counts in the lists of a section, by name."""
    section = re.search(rf'<section aria-labelledby="{heading}">(.*?)</section>', html, re.DOTALL)
    found = re.findall(r"<li><a [^>]*>([^<]*)</a> <b>([\d.]+)</b>", section.group(1))
    return {unescape(name): int(count.replace(".", "")) for name, count in found}


def test_counts_are_those_of_the_database(client, five):
    html = get(client)
    by_name = Initiative.objects.published().values_list("live_version__municipality__name")
    counts = dict(by_name.order_by().annotate(Count("pk")))
    assert counts.pop(None) == 1
    assert balls(html) == listed(html, "gemeenten") == counts == {"Nijlen": 3, "Lokeren": 1}
    provinces = listed(html, "provincies")
    assert {name: count for name, count in provinces.items() if count} == {
        "Antwerpen": 3,
        "Oost-Vlaanderen": 1,
    }
    assert len(provinces) == 6


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?thema=tuin-en-groen", {"Lokeren": 1}),
        ("?q=soep", {"Nijlen": 3}),
        ("?provincie=antwerpen", {"Nijlen": 3}),
        ("?provincie=antwerpen&provincie=oost-vlaanderen", {"Nijlen": 3, "Lokeren": 1}),
        ("?gemeente=lokeren", {"Lokeren": 1}),
        ("?bladzijde=7&volgorde=a-z", {"Nijlen": 3, "Lokeren": 1}),
        ("?thema=bestaat-niet", {"Nijlen": 3, "Lokeren": 1}),
    ],
)
def test_filters(client, five, query, found):
    html = get(client, query)
    assert balls(html) == listed(html, "gemeenten") == found


def test_a_province_has_its_own_map_and_the_others_keep_their_counts(client, five):
    html = get(client, "?provincie=antwerpen&q=soep")
    assert re.findall(r"<h1>([^<]*)</h1>", html) == ["Antwerpen op de kaart"]
    assert re.findall(r'aria-current="true">([^<]*)<', html) == ["Antwerpen"]
    assert re.findall(r'<path class="far"', html) != []
    assert listed(get(client, "?provincie=limburg"), "provincies") == listed(
        get(client), "provincies"
    )


def test_links_keep_the_filters(client, five):
    html = unescape(get(client, "?q=soep&provincie=antwerpen"))
    assert re.findall(r'<a href="([^"]*)"><title>Nijlen', html) == [
        "/inspireer-elkaar/?q=soep&gemeente=nijlen"
    ]
    assert set(re.findall(r'<a href="([^"]*provincie=limburg)"', html)) == {
        "?q=soep&provincie=limburg"
    }


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("", ["1 initiatief is online of heeft nog geen plaats."]),
        ("?q=soep", []),
        ("?provincie=antwerpen", []),
    ],
)
def test_what_has_no_place_is_told(client, five, query, sentences):
    assert re.findall(r"<p>([^<]* nog geen plaats\.)</p>", get(client, query)) == sentences


@pytest.mark.parametrize("query", ["?q=zzzzzzzz", "?provincie=limburg"])
def test_nothing_found(client, five, query):
    html = get(client, query)
    assert re.findall(r"<h3>(Hier is nog geen initiatief)</h3>", html) != []
    assert (balls(html), html.count('class="map')) == ({}, 0)
    assert len(listed(html, "provincies")) == 6


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
def test_an_odd_address_gives_a_page(client, five, query):
    assert re.findall(r"<(script)", get(client, query)) == []


@pytest.mark.parametrize("rows", [1, 3, 12])
def test_a_fixed_number_of_queries(client, rows, django_assert_num_queries):
    for number in range(rows):
        place = factories.municipality(f"Dorp {number}", postcodes=())
        factories.published(title=f"Soep {number}", municipality=place)
    with django_assert_num_queries(QUERIES):
        assert len(balls(get(client))) == rows
    # What was read stays, for as long as nothing changes: only that is asked.
    with django_assert_num_queries(1):
        assert len(balls(get(client))) == rows


@pytest.mark.parametrize("province", ["antwerpen", "vlaams-brabant", "oost-vlaanderen", "brussel"])
def test_a_full_province_is_light(client, everywhere, province):
    assert weight(get(client, f"?provincie={province}")) <= LIMIT


def test_no_initiative_gets_the_address_of_the_map():
    assert slug_for(factories.initiative(), "Kaart") == "kaart-2"


def weight(html: str) -> int:
    sheets = re.findall(r'<link rel="stylesheet" href="/static/([^"]+)"', html)
    assert len(sheets) == 5
    parts = [html.encode(), *(Path(finders.find(name)).read_bytes() for name in sheets)]
    return sum(len(gzip.compress(part)) for part in parts)
