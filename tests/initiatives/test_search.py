"""Why something was found, and what comes instead when nothing is. What finds what is tested in
tests/finding/."""

import re
from html import unescape

import pytest

from places.models import Municipality
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/inspireer-elkaar/"


def place(name: str, postcode: str, latitude: str, longitude: str) -> Municipality:
    made = factories.municipality(name, province="Oost-Vlaanderen", postcodes=(postcode,))
    made.latitude, made.longitude = latitude, longitude
    made.save()
    return made


@pytest.fixture(autouse=True)
def three():
    lokeren = place("Lokeren", "9160", "51.10", "4.00")
    place("Aalst", "9300", "50.94", "4.04")
    factories.published(
        title="Samentuin",
        summary="Buren zaaien in een tuin.",
        story="Eerst was er niets. " * 20
        + "Nu plukken buren er kruiden & koken ze soep. "
        + "En " * 99,
        themes=[factories.theme("tuin-en-groen")],
        municipality=lokeren,
    )
    factories.published(title="De <b>soep</b>kar", summary="Een kar vol soep rijdt rond.")
    factories.published(
        title="Babbelbank", summary="Praten.", story="Zitten.", municipality=None, meeting="online"
    )


def page(client, **query) -> str:
    return client.get(LIST, query).content.decode()


def texts(html: str, pattern: str) -> list[str]:
    return [unescape(found) for found in re.findall(pattern, html, re.DOTALL)]


def titles(html: str) -> list[str]:
    return [
        re.sub("<.*?>", "", title) for title in re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", html)
    ]


def notice(html: str) -> list[str]:
    """The lines of the notice above the cards."""
    found = re.search(r'<div class="notice notice-info">(.*?)</div></div>', html, re.DOTALL)
    return texts(found.group(1), r"<(?:h2|p)>(.*?)</") if found else []


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("soep", ["soep", "soep", "soep"]),
        ("tuinen", ["Tuin", "Samentuin", "tuin"]),
        ("lokeren", ["Lokeren"]),
        ("9160", ["9160"]),
        ("plukken", ["plukken"]),
        ("babelbank", ["Babbelbank"]),
        ("<i>", []),
    ],
)
def test_the_words_that_were_found_are_marked(client, text, marked):
    assert texts(page(client, q=text), "<mark>(.*?)</mark>") == marked


def test_a_title_with_marks_is_no_markup(client):
    (title,) = re.findall(r"<h3><a [^>]*>(.*?)</a></h3>", page(client, q="kar"))
    assert title.startswith("De &lt;b&gt;soep&lt;/b&gt;")


def test_a_piece_of_the_story_when_only_that_has_the_word(client):
    (why,) = re.findall(r'<p class="meta why">(.*?)</p>', page(client, q="kruiden"))
    assert (why[:2], why[-2:]) == ("… ", " …")
    assert "Nu plukken buren er <mark>kruiden</mark> &amp; koken ze soep." in why
    assert len(why) < 250


def test_words_found_nowhere_are_named(client):
    html = page(client, q="soep xyzzyq")
    assert notice(html) == ["We vonden niets met ‘xyzzyq’. Dit lijkt erop."]
    assert titles(html) == ["De &lt;b&gt;soep&lt;/b&gt;kar", "Samentuin"]


def test_words_that_are_nowhere_together(client):
    html = page(client, q="zaaien babbelbank")
    assert notice(html) == [
        "Niets past bij al je woorden samen. Wat bij de meeste woorden past, staat eerst."
    ]
    assert sorted(titles(html)) == ["Babbelbank", "Samentuin"]


@pytest.mark.parametrize("text", ["soep 9300", "soep in Aalst", "Aalst soep"])
def test_a_place_without_it_gives_what_is_nearest(client, text):
    html = page(client, q=text)
    assert notice(html) == [
        "Dit vonden we niet in Aalst",
        "Wat het dichtst bij Aalst is, staat eerst.",
    ]
    assert titles(html) == ["Samentuin", "De &lt;b&gt;soep&lt;/b&gt;kar"]
    assert texts(html, "<b>(op .*?)</b>") == ["op 18 km van Aalst", "op 50 km van Aalst"]


def test_a_place_with_nothing_gives_all_nearest_first(client):
    html = page(client, q="9300")
    assert titles(html) == ["Samentuin", "De &lt;b&gt;soep&lt;/b&gt;kar", "Babbelbank"]


@pytest.mark.parametrize("asked", ["9160", "lokeren", "9160 Lokeren"])
def test_in_my_neighbourhood(client, asked):
    html = page(client, postcode=asked)
    assert titles(html) == ["Samentuin", "De &lt;b&gt;soep&lt;/b&gt;kar", "Babbelbank"]
    assert texts(html, "<b>(op .*?)</b>") == ["op 47 km van Lokeren"]
    assert texts(html, 'id="volgorde">.*?<b>(.*?)</b>') == ["Dichtstbij eerst"]


def test_a_place_that_is_none_is_told(client):
    html = page(client, postcode="9999")
    assert "We kennen ‘9999’ niet als gemeente" in html
    assert len(titles(html)) == 3


def test_nothing_found_says_what_to_try_and_shows_something(client):
    html = page(client, q="xyzzyq")
    assert texts(html, r'<h2 id="aantal"[^>]*>(.*?)</h2>') == ["Geen initiatief gevonden"]
    assert titles(html) == ["Babbelbank", "De &lt;b&gt;soep&lt;/b&gt;kar", "Samentuin"]


def test_nothing_found_says_which_filter_is_in_the_way(client):
    html = page(client, q="soep", thema="tuin-en-groen", gemeente="nijlen")
    assert texts(html, r'<li><a class="alone" href="\?(.*?)</a>') == [
        'q=soep&thema=tuin-en-groen">Zonder het filter ‘Gemeente’: 1 initiatief',
        'q=soep&gemeente=nijlen">Zonder het filter ‘Thema’: 1 initiatief',
    ]
    assert titles(html) == ["Samentuin"]
