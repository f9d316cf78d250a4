"""A filter that does not exist any more: said clearly, and never taken for no filter at all."""

from datetime import UTC, datetime

import pytest

from initiatives.feed import LOST_TITLE
from initiatives.finding import postings
from initiatives.models import Theme
from tests import factories
from tests.clock import at
from tests.open_data.reading import CSV, JSON, PAGE, read_feed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def two():
    factories.published(title="Soep", themes=[factories.theme("samen-eten")])
    factories.published(title="Tuin", themes=[factories.theme("tuin-en-groen")])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?thema=x", [LOST_TITLE]),
        ("?gemeente=x&thema=samen-eten", [LOST_TITLE]),
        ("?voor=x", [LOST_TITLE]),
        ("?postcode=nergens", [LOST_TITLE]),
        # Without the one that is gone this finds less than was asked, and nothing else.
        ("?thema=samen-eten&thema=x", [LOST_TITLE, "Soep"]),
        ("?thema=", ["Tuin", "Soep"]),
    ],
)
def test_the_feed_says_so(query, found):
    assert [entry.title for entry in read_feed(query).entries] == found


def test_a_theme_that_staff_give_another_address():
    own = factories.theme("koken")
    factories.published(title="Koken", themes=[own])
    assert [entry.title for entry in read_feed("?thema=koken").entries] == ["Koken"]
    Theme.objects.filter(pk=own.pk).update(slug="koken-en-bakken")
    postings.rebuild()
    assert [entry.title for entry in read_feed("?thema=koken").entries] == [LOST_TITLE]
    assert [entry.title for entry in read_feed("?thema=koken-en-bakken").entries] == ["Koken"]


def test_the_feed_stays_the_one_that_was_asked_and_leads_to_the_list():
    feed = read_feed("?thema=x&q=soep")
    links = {link.rel: link.href.partition("?")[2] for link in feed.feed.links}
    assert links == {"self": "thema=x&q=soep", "alternate": "q=soep"}
    assert feed.feed.id != read_feed("?q=soep").feed.id
    assert feed.entries[0].link.endswith("/inspireer-elkaar/?q=soep")


def test_readers_are_told_once_a_month():
    with at(datetime(2027, 3, 9, 12, tzinfo=UTC)):
        first = read_feed("?thema=x").entries[0]
    with at(datetime(2027, 3, 31, 12, tzinfo=UTC)):
        same_month = read_feed("?thema=x").entries[0]
    with at(datetime(2027, 4, 1, 12, tzinfo=UTC)):
        next_month = read_feed("?thema=x").entries[0]
    assert (first.updated, same_month.updated) == ("2027-03-01T00:00:00+01:00",) * 2
    assert (next_month.updated, next_month.id) == ("2027-04-01T00:00:00+02:00", first.id)


@pytest.mark.parametrize("address", [JSON, CSV])
@pytest.mark.parametrize("query", ["?thema=x", "?thema=samen-eten&thema=x", "?postcode=nergens"])
def test_programs_get_an_error_that_they_can_show(client, address, query):
    response = client.get(address + query)
    assert (response.status_code, response["Content-Type"]) == (404, "text/plain; charset=utf-8")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response.content.decode().startswith("Dit bestand bestaat niet: in het adres staat")


def test_the_page_says_so(client):
    html = client.get(f"{PAGE}?thema=x").content.decode()
    assert html.count("Eén filter kennen we niet") == 1
    assert "Eén filter kennen we niet" not in client.get(PAGE).content.decode()
