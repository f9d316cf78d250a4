"""The page of the map: the counts, the filters, one province."""

import re
from html import unescape

import pytest
from django.core.management import call_command
from django.db.models import Count

from initiatives.map import MOST_BALLS
from initiatives.models import Initiative, Meeting
from initiatives.slugs import slug_for
from places.models import Municipality
from tests import factories
from tests.everywhere import fill_municipalities

pytestmark = pytest.mark.django_db
MAP = "/inspireer-elkaar/kaart/"


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


def get(client, query: str = "") -> str:
    response = client.get(MAP + query)
    assert (response.status_code, dict(response.cookies)) == (200, {})
    return response.content.decode()


def balls(html: str) -> dict[str, int]:
    """The counts on the map, by name."""
    found = re.findall(r'<a href="[^"]*"[^>]*><title>([^:<]*): ([\d.]+) initiatie', html)
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
    assert re.findall(r'<a href="([^"]*)"[^>]*><title>Nijlen', html) == [
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
    assert re.findall(r"<h2>(Hier is nog geen initiatief)</h2>", html) != []
    assert (balls(html), html.count('class="map')) == ({}, 0)
    assert len(listed(html, "provincies")) == 6


def test_too_many_to_tell_apart_are_told_by_province(client):
    fill_municipalities()
    html = get(client)
    told = r"<li><a [^>]*>([^<]*)</a> <b>([\d.]+) in (\d+) gemeenten</b>"
    provinces = {name: int(count.replace(".", "")) for name, count, _ in re.findall(told, html)}
    assert balls(html) == provinces
    assert sum(int(number) for *_, number in re.findall(told, html)) == html.count("h0") == 304
    most = listed(html, "gemeenten")
    assert (len(most), next(iter(most)), max(most.values())) == (12, "Antwerpen", most["Antwerpen"])
    address = dict(re.findall(r'<a href="([^"]*)"><title>([^:]*):', html))
    assert address["?provincie=limburg"] == "Limburg"


@pytest.mark.parametrize("number", [MOST_BALLS, MOST_BALLS + 1])
def test_one_too_many(client, number):
    fill_municipalities(number)
    assert (html := get(client)).count("<circle r=") == (number if number == MOST_BALLS else 0)
    assert html.count("elke stip een gemeente.") == (0 if number == MOST_BALLS else 2)


def test_a_province_always_shows_its_municipalities(client):
    fill_municipalities()
    html = get(client, "?provincie=antwerpen")
    assert len(balls(html)) == 67
    assert balls(html) == listed(html, "gemeenten")


def test_no_initiative_gets_the_address_of_the_map():
    assert slug_for(factories.initiative(), "Kaart") == "kaart-2"
