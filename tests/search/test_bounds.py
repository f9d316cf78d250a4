"""Whatever is typed there is a page; it is light, asks a fixed number of questions, and what was
typed stays nowhere."""

import logging

import pytest

from baz_site.search.answering import FIRST
from tests import factories
from tests.agenda.factories import session
from tests.initiatives.test_odd_addresses import LONG
from tests.initiatives.test_page_weight import FETCHED, LIMIT, THEMES, first_view
from tests.search.pages import ADDRESS, found, html_of
from tests.workshops import factories as offering

pytestmark = pytest.mark.django_db
QUERIES = 16


@pytest.mark.parametrize(
    "query",
    [
        *("zoek=%00", "zoek=so%00ep", "zoek=%01%02%1b%7f", "zoek[]=soep", "zoek[a]=1", "zoek"),
        *("zoek=%ED%A0%80%F0%9F%8D%B2", "zoek=%F0%9F%8D%B2", "zoek=%25_%5C", "%00=%00", "&&=&"),
        *("zoek=%27+OR+1=1;--", "zoek=(((soep", "zoek=soep&zoek=tuin", f"zoek={'9' * 5_000}"),
        *(f"zoek={LONG}", f"zoek={'a' * 10_000}", "zoek=" + "+".join(map(str, range(500)))),
    ],
)
def test_there_is_a_page(client, query):
    factories.published(title="Soep op de stoep")
    session(title="Soep")
    response = client.get(f"{ADDRESS}?{query}")
    assert (response.status_code, dict(response.cookies)) == (200, {})


def test_nothing_that_was_typed_becomes_markup(client):
    offering.workshop(title="<script>alert('soep')</script>")
    html = html_of(client, "\"><script>alert('soep')</script>")
    assert html.count("<script") == 0


def test_it_is_only_read(client):
    assert client.post(ADDRESS, {"zoek": "soep"}).status_code == 405


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(client, rows, django_assert_num_queries):
    for number in range(rows):
        factories.published(title=f"Iets {number}", story="Elke week samen koken.")
        offering.workshop(f"w-{number}", title=f"Koken {number}")
        session(title=f"Koken {number}", online=number)
    html_of(client, "koken")  # what each process reads once
    with django_assert_num_queries(QUERIES):
        groups = found(client, "koken")
    assert {heading: len(titles) for heading, titles in groups.items()} == {
        "Workshops en coaching": rows,
        "Data in de agenda": rows,
        "Initiatieven": rows,
    }


def test_first_view_is_light_and_tells_nobody(client):
    for number in range(12):
        factories.published(
            title=f"Voorbeeld van iets moois {number * 37}",
            summary="Buren maken samen iets dat er nog niet was, en zo leren ze elkaar kennen.",
            themes=[factories.theme(THEMES[number % 6])],
            municipality=factories.municipality(f"Gemeente {number * 7}"),
        )
        offering.workshop(f"w-{number}", title=f"Samen iets heel anders {number * 41}")
        session(title=f"Een datum om samen te komen {number * 43}", days=number + 1)
    html = html_of(client, "samen nergens")
    assert sum(len(titles) for titles in found(client, "samen").values()) > 4 * FIRST
    assert first_view(html) <= LIMIT
    assert [url for url in FETCHED.findall(html) if not url.startswith("/")] == []


def test_what_was_typed_is_not_logged(client, caplog):
    with caplog.at_level(logging.DEBUG):
        html_of(client, "kwartelpap")
    kept = [r for r in caplog.records if not r.name.startswith("django.db")]
    assert [record for record in kept if "kwartelpap" in record.getMessage()] == []
