"""What a first visit costs on a small data plan, and that it tells nobody about the visitor."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from initiatives.map import MOST_BALLS
from tests import factories
from tests.everywhere import fill_municipalities

pytestmark = pytest.mark.django_db
LIMIT = 14 * 1024  # bytes of HTML and CSS, compressed
STYLE_SHEET = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)"')
FETCHED = re.compile(
    r'<(?:link rel="(?:stylesheet|icon)"[^>]*href|img[^>]*src|script[^>]*src)="([^"]+)"'
)
# What comes from this site, or is in the page already.
OURS = ("/", "data:")
THEMES = [
    *("ontmoeten", "samen-eten", "tuin-en-groen"),
    *("delen-en-doorgeven", "brieven-en-babbels", "zorg-voor-elkaar"),
]


@pytest.fixture
def address_of_one():
    for number in range(12):
        initiative = factories.published(
            title=f"Voorbeeld van iets moois {number * 37}",
            summary="Buren maken samen iets dat er nog niet was, en zo leren ze elkaar kennen.",
            story="\n\n".join(f"Dag {day}: er gebeurde weer iets anders." for day in range(60)),
            themes=[factories.theme(THEMES[number % 6])],
            municipality=factories.municipality(f"Gemeente {number * 7}"),
            photos=number % 2,
            crisis=factories.crisis(),
            **factories.CRISIS_ANSWERS
            | {"crisis_meaning": f"Niemand at alleen op dag {number}. " * 18},
        )
    initiative.contact.welcomes_contact = True
    initiative.contact.save()
    return initiative.get_absolute_url()


def first_view(html: str) -> int:
    """The compressed bytes of a page and its style sheets, each compressed on its own."""
    sheets = [Path(finders.find(name)).read_bytes() for name in STYLE_SHEET.findall(html)]
    return sum(len(gzip.compress(part)) for part in [html.encode(), *sheets])


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/inspireer-elkaar/",
        "/inspireer-elkaar/?q=buren+nergens&postcode=2560&thema=ontmoeten&thema=samen-eten",
        "/inspireer-elkaar/?q=nergens&thema=ontmoeten",
        "/open-data/?q=buren&postcode=2560&thema=ontmoeten&thema=samen-eten",
        "/inspireer-elkaar/crisis/corona/",
        "detail",
        *("bericht/", "bericht/verstuurd/", "melden/", "melden/verstuurd/"),
    ],
)
def test_first_view_is_light_and_tells_nobody(client, address_of_one, address):
    below = "" if address == "detail" else address
    response = client.get(address if address.startswith("/") else address_of_one + below)
    html = response.content.decode()
    assert response.status_code == 200
    assert len(STYLE_SHEET.findall(html)) >= 4
    assert first_view(html) <= LIMIT
    assert dict(response.cookies) == {}
    assert [url for url in FETCHED.findall(html) if not url.startswith(OURS)] == []


@pytest.mark.parametrize("number", [MOST_BALLS, MOST_BALLS + 1, None])
@pytest.mark.parametrize(
    "query",
    ["", "provincie=antwerpen", "provincie=antwerpen&provincie=limburg", "vorm=&volgorde=nieuwste"],
)
def test_the_map_is_light_however_full(client, number, query):
    fill_municipalities(number)
    html = client.get(f"/inspireer-elkaar/kaart/?{query}").content.decode()
    assert len(STYLE_SHEET.findall(html)) == 6
    assert first_view(html) <= LIMIT
