"""A municipality or a postcode leads to the page of the municipality."""

import pytest

from tests import factories
from tests.agenda.factories import session
from tests.search.pages import found, html_of, texts

pytestmark = pytest.mark.django_db
LINK = r'<a class="alone" href="/gemeenten/([^"]+)/">'


@pytest.fixture(autouse=True)
def three():
    factories.municipality("Nijlen", postcodes=("2560",))
    factories.municipality("Etterbeek", postcodes=("1040",))
    factories.municipality("Brussel", postcodes=("1000", "1040"))


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("Nijlen", ["nijlen"]),
        ("nijlen", ["nijlen"]),
        ("2560", ["nijlen"]),
        ("2560 Kessel", ["nijlen"]),
        ("gemeente Nijlen", ["nijlen"]),
        ("in Nijlen", ["nijlen"]),
        ("1040", ["brussel", "etterbeek"]),
        ("1040 etterbeek", ["etterbeek"]),
        ("soep in Nijlen", []),
        ("9999", []),
    ],
)
def test_it_stands_on_top(client, text, slugs):
    assert texts(html_of(client, text), LINK) == slugs


@pytest.mark.parametrize("text", ["nijlen", "2560", "2560 Kessel"])
def test_what_is_there_comes_below_it(client, text):
    session(title="Samen op weg", municipality=factories.municipality("Nijlen"))
    session(title="Ergens anders", municipality=factories.municipality("Etterbeek"))
    factories.published(title="Babbelbank", municipality=factories.municipality("Nijlen"))
    factories.published(title="Soepkar", municipality=factories.municipality("Etterbeek"))
    assert found(client, text) == {
        "Initiatieven": ["Babbelbank"],
        "Data in de agenda": ["Samen op weg"],
    }


def test_where_nothing_is_comes_what_is_nearest(client):
    factories.published(title="Soepkar", municipality=factories.municipality("Etterbeek"))
    html = html_of(client, "nijlen")
    assert texts(html, r'</h2>\s*<p class="meta">(.*?)</p>') == [
        "Dit vonden we niet in Nijlen. Wat het dichtst bij Nijlen is, staat eerst."
    ]
    assert found(client, "nijlen") == {"Initiatieven": ["Soepkar"]}


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [("nijllen", "Bedoel je misschien: Nijlen?"), ("soepp", ""), ("9999", "")],
)
def test_one_that_may_be_meant(client, text, suggestion):
    (asked,) = texts(html_of(client, text), r"<p>(Bedoel je misschien: .*?)</p>") or [""]
    assert asked == suggestion
