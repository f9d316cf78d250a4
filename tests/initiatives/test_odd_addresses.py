"""Whatever somebody types behind the question mark, there is a page."""

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/inspireer-elkaar/"
LONG = "onvoorstelbaar " * 700
FACETS = ["thema", "voor", "provincie", "gemeente", "samen", "vorm", "bezig"]

# What a program may send, or somebody who pastes something.
ODD = [
    {"q": "\0"},
    {"q": "so\0ep"},
    {"q": LONG},
    {"q": "a" * 10_000},
    {"q": "' OR 1=1; --"},
    {"q": "%_\\"},
    {"q": "🍲"},
    {"q": " ".join(f"woord{number}" for number in range(500))},
    {"q": "(((soep"},
    {"bladzijde": "-1"},
    {"bladzijde": "abc"},
    {"bladzijde": "²"},
    {"bladzijde": str(10**9)},
    {"bladzijde": "9" * 5_000},
    {"postcode": "\0"},
    {"postcode": "'"},
    {"postcode": LONG},
    {"postcode": "0000"},
    {"volgorde": "dichtbij"},
    {"volgorde": "\0"},
    {"gemeente": "\0", "provincie": "'"},
    {name: [f"x{number}" for number in range(50)] for name in FACETS},
    {name: ["samen-eten"] * 70 for name in FACETS},
    {"onbekend": "1", "": ""},
]
UNREADABLE = ["?q=%ED%A0%80%F0%9F%8D%B2", "?&&&=", "?q", "?%00=%00"]


@pytest.fixture(autouse=True)
def two():
    factories.published(title="Soep op de stoep")
    factories.published(title="Samentuin")


@pytest.mark.parametrize("query", ODD)
def test_there_is_a_page(client, query):
    client.get(LIST)
    response = client.get(LIST, query)
    assert (response.status_code, dict(response.cookies)) == (200, {})


@pytest.mark.parametrize("query", UNREADABLE)
def test_what_no_browser_sends_gives_a_page(client, query):
    assert client.get(LIST + query).status_code == 200


@pytest.mark.parametrize("name", ["q", "postcode", "thema", "volgorde", "bladzijde"])
def test_nothing_that_was_typed_becomes_markup(client, name):
    html = client.get(LIST, {name: "\"><script>alert('soep')</script>"}).content.decode()
    assert html.count("<script") == 1
