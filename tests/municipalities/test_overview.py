"""All municipalities on one page, and finding one by postcode or name."""

import re

import pytest

from initiatives.models import Status
from tests import factories
from tests.municipalities.pages import html_of, rows, section, texts

OVERVIEW = "/gemeenten/"
# How often the public's view has changed.
QUERIES = 1


def links(html: str) -> list[str]:
    return re.findall(r'<li><a href="([a-z0-9-]+)/">', html)


def answer(client, asked: str) -> str:
    html = client.get(OVERVIEW, {"zoek": asked}).content.decode()
    (found,) = texts(html, r'id="antwoord">.*?<div>(.*?)</div>')
    return found


def test_all_of_them_are_there_once(client, places):
    html = html_of(client, OVERVIEW)
    assert sorted(links(html)) == sorted(places)
    assert len(places) == 304


def test_by_province_with_how_many_there_are(client, places):
    factories.published(municipality=places["nijlen"])
    factories.published(municipality=places["nijlen"])
    factories.published(municipality=places["balen"])
    factories.published(municipality=places["ukkel"])
    html = html_of(client, OVERVIEW)
    assert texts(html, r'<h2 id="[^"]*">(.*?)</h2>') == [
        "West-Vlaanderen",
        "Oost-Vlaanderen",
        "Antwerpen",
        "Vlaams-Brabant",
        "Limburg",
        "Brussels Hoofdstedelijk Gewest",
    ]
    antwerpen = section(html, "antwerpen")
    assert texts(antwerpen, r"<p>(.*?)</p>") == ["3 initiatieven in 2 gemeenten."]
    assert rows(antwerpen)[:3] == ["Balen 1", "Nijlen 2", "Aartselaar"]
    assert texts(antwerpen, "<summary>(.*?)</summary>") == ["65 gemeenten nog zonder initiatief"]
    limburg = section(html, "limburg")
    assert texts(limburg, "<p>(.*?)</p>") == []
    assert texts(section(html, "brussel"), "<p>(.*?)</p>") == ["1 initiatief in 1 gemeente."]


@pytest.mark.parametrize("status", [status for status in Status if status != Status.PUBLISHED])
def test_what_is_not_published_is_counted_nowhere(client, places, status):
    before = html_of(client, OVERVIEW)
    factories.initiative(status, municipality=places["nijlen"])
    assert html_of(client, OVERVIEW) == before


@pytest.mark.parametrize(
    ("asked", "slug"),
    [
        ("2560", "nijlen"),
        ("  NIJLEN ", "nijlen"),
        ("2560 Kessel", "nijlen"),
        ("Uccle", "ukkel"),
        ("sint niklaas", "sint-niklaas"),
        ("Moerbeke", "lokeren"),
        ("nij\0len", "nijlen"),
    ],
)
def test_one_that_is_found_opens(client, places, asked, slug):
    response = client.get(OVERVIEW, {"zoek": asked})
    assert (response.status_code, response["Location"]) == (302, f"/gemeenten/{slug}/")


def test_where_several_share_a_postcode_one_chooses(client, places):
    assert answer(client, "1040") == (
        "‘1040’ hoort bij 2 gemeenten Kies de jouwe: Brussel Etterbeek"
    )


@pytest.mark.parametrize(
    ("asked", "sentences"),
    [
        ("Nijle", "We kennen ‘Nijle’ niet als gemeente Bedoel je misschien: Nijlen"),
        (
            "9999",
            "We kennen ‘9999’ niet als gemeente Typ een postcode van 4 cijfers, of de naam van een "
            "gemeente in Vlaanderen of Brussel.",
        ),
    ],
)
def test_an_unknown_one_is_told_with_what_to_try(client, places, asked, sentences):
    assert answer(client, asked) == sentences
    assert f'value="{asked}"' in client.get(OVERVIEW, {"zoek": asked}).content.decode()


@pytest.mark.parametrize("asked", ["x" * 10_000, "'; --", "%_\\", "🍲", '"><script>', "²", "0"])
def test_odd_questions_get_a_sentence(client, places, asked):
    html = client.get(OVERVIEW, {"zoek": asked}).content.decode()
    assert texts(html, r'id="antwoord">.*?<h2>(We kennen).*?</h2>') == ["We kennen"]
    assert "<script>" not in html


@pytest.mark.parametrize("asked", ["", "  ", "\0"])
def test_nothing_asked_is_the_page_itself(client, places, asked):
    html = client.get(OVERVIEW, {"zoek": asked}).content.decode()
    assert ('id="antwoord"' in html, len(links(html))) == (False, 304)


@pytest.mark.parametrize("number", [1, 3])
def test_a_fixed_number_of_queries(client, places, number, django_assert_num_queries):
    for name in ["nijlen", "balen", "ukkel"][:number]:
        factories.published(municipality=places[name])
    html_of(client, OVERVIEW)
    with django_assert_num_queries(QUERIES):
        html_of(client, OVERVIEW)
