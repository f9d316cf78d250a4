"""What search engines and other sites read of a municipality."""

import json
import re
from html import unescape

import pytest

from tests import factories
from tests.municipalities.pages import html_of
from tests.open_data.reading import FEED, read_feed
from tests.schema_org import types_in, wrong_with

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script', re.DOTALL)
SITE = "https://baz.example"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


def data_of(html: str) -> dict:
    (block,) = SCRIPT.findall(html)
    return json.loads(block)


def test_a_municipality_and_its_initiatives(client, places):
    factories.published(title="Eerste", municipality=places["ukkel"])
    factories.published(title="Tweede", municipality=places["ukkel"])
    factories.initiative(title="Nog niet", municipality=places["ukkel"])
    assert data_of(html_of(client, "/gemeenten/ukkel/")) == {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "url": f"{SITE}/gemeenten/ukkel/",
        "name": "Burgerinitiatieven in Ukkel",
        "inLanguage": "nl-be",
        "publisher": {"@type": "Organization", "name": "BurgersAanZet", "url": SITE},
        "about": {
            "@type": "City",
            "name": "Ukkel",
            "alternateName": "Uccle",
            "containedInPlace": {
                "@type": "AdministrativeArea",
                "name": "Brussels Hoofdstedelijk Gewest",
                "containedInPlace": {"@type": "Country", "name": "België", "identifier": "BE"},
            },
            "geo": {
                "@type": "GeoCoordinates",
                "latitude": float(places["ukkel"].latitude),
                "longitude": float(places["ukkel"].longitude),
            },
        },
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": 2,
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "url": f"{SITE}/inspireer-elkaar/tweede/"},
                {"@type": "ListItem", "position": 2, "url": f"{SITE}/inspireer-elkaar/eerste/"},
            ],
        },
    }


@pytest.mark.parametrize("number", [0, 2])
def test_schema_org_knows_all_of_it(client, places, number):
    for _ in range(number):
        factories.published(municipality=places["ukkel"])
    data = data_of(html_of(client, "/gemeenten/ukkel/"))
    assert wrong_with(data) == []
    listed = {"ItemList", "ListItem"} if number else set()
    assert types_in(data) == listed | {
        *("AdministrativeArea", "City", "CollectionPage", "Country", "GeoCoordinates"),
        "Organization",
    }


def test_a_feed_reader_finds_what_is_new_there(client, places):
    factories.published(title="Hier", municipality=places["ukkel"])
    factories.published(title="Elders", municipality=places["nijlen"])
    html = html_of(client, "/gemeenten/ukkel/")
    (address,) = re.findall(
        r'type="application/atom\+xml" title="Nieuw in Ukkel" href="(.*?)"', html
    )
    feed = read_feed(address.removeprefix(FEED))
    assert (feed.feed.title, [entry.title for entry in feed.entries]) == (
        "Inspireer elkaar: Ukkel",
        ["Hier"],
    )


def test_the_list_has_the_newest_of_all_that_are_counted(client, places):
    for number in range(13):
        factories.published(title=f"Soep {number}", municipality=places["nijlen"])
    listed = data_of(html_of(client, "/gemeenten/nijlen/"))["mainEntity"]
    assert (listed["numberOfItems"], len(listed["itemListElement"])) == (13, 12)


def test_what_is_not_there_is_left_out(client, places):
    data = data_of(html_of(client, "/gemeenten/nijlen/"))
    assert ("mainEntity" in data, "alternateName" in data["about"]) == (False, False)


@pytest.mark.parametrize(
    ("number", "description"),
    [
        (0, "Doe jij iets voor je buurt in Nijlen? Vertel erover, dan vinden anderen het."),
        (2, "Wat doen burgers in Nijlen voor elkaar? 2 initiatieven om te lezen."),
    ],
)
def test_what_other_sites_show(client, places, number, description):
    for _ in range(number):
        factories.published(municipality=places["nijlen"])
    html = html_of(client, "/gemeenten/nijlen/")
    metas = re.findall(r'<meta (?:property|name)="([a-z:_]+)" content="(.*?)">', html)
    assert {name: unescape(text) for name, text in metas if name != "viewport"} == {
        "description": description,
        "og:type": "website",
        "og:site_name": "BurgersAanZet",
        "og:locale": "nl_BE",
        "og:title": "Burgerinitiatieven in Nijlen",
        "og:description": description,
        "og:url": f"{SITE}/gemeenten/nijlen/",
    }
    assert re.findall(r'rel="canonical" href="(.*?)"', html) == [f"{SITE}/gemeenten/nijlen/"]
