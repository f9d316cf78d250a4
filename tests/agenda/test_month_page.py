"""/agenda/<jaar>/<maand>/: what was, and what will be."""

from datetime import UTC, datetime

import pytest

from tests.agenda.factories import session
from tests.agenda.visiting import rooms, titles

pytestmark = pytest.mark.django_db


def links(page) -> list[str]:
    return [
        line.partition('href="')[2].partition('"')[0]
        for line in page.content.decode().splitlines()
        if 'rel="prev"' in line or 'rel="next"' in line
    ]


@pytest.fixture
def months():
    session(title="Oktober", begins_at=datetime(2026, 10, 6, 8, tzinfo=UTC))
    session(title="Laatste uur", begins_at=datetime(2026, 10, 31, 22, 30, tzinfo=UTC))
    session(title="Eerste uur", begins_at=datetime(2026, 10, 31, 23, 30, tzinfo=UTC))
    session(title="Mei", begins_at=datetime(2027, 5, 4, 8, tzinfo=UTC))


def test_a_month_is_one_of_brussels(client, months):
    assert titles(client.get("/agenda/2026/10/")) == ["Oktober", "Laatste uur"]
    assert titles(client.get("/agenda/2026/11/")) == ["Eerste uur"]


def test_from_month_to_month_with_something_in_it(client, months):
    assert links(client.get("/agenda/2026/10/")) == ["/agenda/2026/11/"]
    assert links(client.get("/agenda/2026/11/")) == ["/agenda/2026/10/", "/agenda/2027/5/"]
    assert links(client.get("/agenda/2027/5/")) == ["/agenda/2026/11/"]
    empty = client.get("/agenda/2027/1/")
    assert (titles(empty), links(empty)) == ([], ["/agenda/2026/11/", "/agenda/2027/5/"])


def test_what_is_over_says_so_and_opens(client):
    past = session(days=-40)
    begins = past.begins_at
    page = client.get(f"/agenda/{begins.year}/{begins.month}/")
    assert rooms(page) == ["Voorbij"]
    assert client.get(past.get_absolute_url()).status_code == 200
    assert f"/agenda/{begins.year}/{begins.month}/" in client.get("/agenda/").content.decode()


@pytest.mark.parametrize("when", ["2026/0", "2026/13", "1999/5", "2100/1", "99999999999999999/1"])
def test_no_such_month(client, when):
    assert client.get(f"/agenda/{when}/").status_code == 404


@pytest.mark.parametrize("when", ["2000/1", "2099/12"])
def test_the_outermost_months(client, when):
    assert client.get(f"/agenda/{when}/").status_code == 200


def test_the_same_queries_for_one_and_for_three(client, django_assert_num_queries):
    for _ in range(2):
        session(begins_at=datetime(2026, 10, 6, 8, tzinfo=UTC))
        with django_assert_num_queries(3):
            client.get("/agenda/2026/10/")
        session(begins_at=datetime(2026, 10, 7, 8, tzinfo=UTC))
