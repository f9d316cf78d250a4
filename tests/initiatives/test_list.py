"""The list of what is published."""

import re
from html import unescape

import pytest

from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/inspireer-elkaar/"
# How often the public's view has changed; the page.
QUERIES = 2


@pytest.fixture
def three():
    lokeren = factories.municipality("Lokeren", province="Oost-Vlaanderen", postcodes=("9160",))
    eating, garden = factories.theme("samen-eten"), factories.theme("tuin-en-groen")
    families = factories.target_group("gezinnen")
    factories.published(title="Élan", themes=[eating, garden])
    factories.published(title="Appelhof", themes=[garden], municipality=lokeren)
    factories.published(title="fietsers", themes=[eating], target_groups=[families])


def titles(client, query: str = "") -> list[str]:
    html = client.get(LIST + query).content.decode()
    return [
        unescape(re.sub("</?mark>", "", title))
        for title in re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", html)
    ]


def text_of(client, query: str, tag: str) -> str:
    html = client.get(LIST + query).content.decode()
    found = re.search(rf"<{tag}[^>]*>(.*?)</{tag}>", html, re.DOTALL).group(1)
    return unescape(re.sub(r"<[^>]+>", "", found)).strip()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["fietsers", "Appelhof", "Élan"]),
        ("?volgorde=a-z", ["Appelhof", "Élan", "fietsers"]),
        ("?thema=samen-eten", ["fietsers", "Élan"]),
        ("?thema=samen-eten&thema=tuin-en-groen", ["fietsers", "Appelhof", "Élan"]),
        ("?thema=tuin-en-groen&provincie=oost-vlaanderen", ["Appelhof"]),
        ("?voor=gezinnen", ["fietsers"]),
        ("?gemeente=lokeren", ["Appelhof"]),
        ("?q=lokeren", ["Appelhof"]),
        ("?q=+++", ["fietsers", "Appelhof", "Élan"]),
        ("?q=appelhof&volgorde=best", ["Appelhof"]),
        ("?volgorde=best", ["fietsers", "Appelhof", "Élan"]),
        ("?thema=bestaat-niet", ["fietsers", "Appelhof", "Élan"]),
    ],
)
def test_filters_and_order(client, three, query, found):
    assert titles(client, query) == found


@pytest.mark.parametrize(
    ("query", "says_so"),
    [
        ("", False),
        ("?thema=samen-eten&gemeente=lokeren", False),
        ("?thema=", False),
        ("?thema=x", True),
        ("?gemeente=x", True),
        ("?samen=online&samen=x", True),
    ],
)
def test_an_unknown_filter_is_told(client, three, query, says_so):
    assert ("Eén filter kennen we niet" in client.get(LIST + query).content.decode()) == says_so


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        ("", "3 initiatieven"),
        ("?gemeente=lokeren", "1 initiatief"),
        ("?q=zzz", "Geen initiatief gevonden"),
    ],
)
def test_how_many_in_words(client, three, query, heading):
    assert text_of(client, query, "h2") == heading


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("", "Inspireer elkaar | BurgersAanZet"),
        ("?bladzijde=2", "Inspireer elkaar, bladzijde 2 | BurgersAanZet"),
        ("?q=<e>&thema=samen-eten", "‘<e>’, Samen eten, Inspireer elkaar | BurgersAanZet"),
    ],
)
def test_the_title_says_which_page_it_is(client, three, settings, query, title):
    settings.INITIATIVES_PER_PAGE = 2
    assert text_of(client, query, "title") == title


def test_a_chosen_filter_can_be_taken_away(client, three):
    html = client.get(LIST + "?q=e&thema=samen-eten&gemeente=nijlen&volgorde=a-z").content.decode()
    links = [unescape(link) for link in re.findall(r'class="chip" href="([^"]*)"', html)]
    assert links == [
        "?thema=samen-eten&gemeente=nijlen&volgorde=a-z",
        "?q=e&gemeente=nijlen&volgorde=a-z",
        "?q=e&thema=samen-eten&volgorde=a-z",
    ]


def test_the_next_page_keeps_the_filters(client, three, settings):
    settings.INITIATIVES_PER_PAGE = 1
    html = client.get(LIST + "?thema=samen-eten&volgorde=a-z").content.decode()
    (link,) = re.findall(r'href="([^"]*)" rel="next"', html)
    assert titles(client, unescape(link)) == ["fietsers"]


def test_an_empty_showcase(client):
    assert text_of(client, "", "h3") == "Het mandje is nog leeg"
    assert titles(client, "?q=soep&postcode=9160") == []


@pytest.mark.parametrize("rows", [1, 3, 12])
def test_a_fixed_number_of_queries(client, rows, django_assert_num_queries):
    for number in range(rows):
        factories.published(title=f"Soep {number}", photos=number % 2, story="Elke week koken.")
    titles(client)  # what each process reads once
    with django_assert_num_queries(QUERIES):
        assert len(titles(client)) == rows
    with django_assert_num_queries(QUERIES):
        assert len(titles(client, "?gemeente=nijlen&thema=samen-eten&postcode=2560")) == rows
    with django_assert_num_queries(QUERIES + 3):  # the words, what holds them, the stories
        assert len(titles(client, "?q=koken")) == rows
