"""How the files are sent: in pieces, compressed, and not again to who has them."""

import gzip
import json

import pytest

from initiatives.open_data import reading as open_data_reading
from tests import factories
from tests.open_data.reading import CSV, JSON, body, read_json, titles

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_in_pieces_it_is_whole_and_the_newest_first(monkeypatch, count):
    monkeypatch.setattr(open_data_reading, "BATCH", 2)
    for number in range(count):
        factories.published(title=f"Soep {number}")
    newest = [f"Soep {number}" for number in reversed(range(count))]
    assert titles() == (newest, newest, newest)
    assert read_json()["meta"]["count"] == count


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?thema=samen-eten", ["Praat", "Soep"]),
        ("?thema=samen-eten&gemeente=nijlen", ["Soep"]),
        ("?q=tuin", ["Tuin"]),
        ("?samen=online", ["Praat"]),
        ("?q=onvindbaar", []),
        ("?volgorde=a-z&bladzijde=9", ["Praat", "Tuin", "Soep"]),
    ],
)
def test_the_filters_of_the_list(query, found):
    other = {"summary": "Zomaar.", "story": "Elke zaterdag."}
    factories.published(title="Soep")
    factories.published(title="Tuin", themes=[factories.theme("tuin-en-groen")], **other)
    factories.published(title="Praat", municipality=None, meeting="online", **other)
    assert titles(query) == (found, found, found)


@pytest.mark.parametrize(
    ("address", "content_type"), [(JSON, "application/json"), (CSV, "text/csv; charset=utf-8")]
)
def test_how_it_is_sent(client, full, address, content_type):
    response = client.get(address)
    assert response.streaming
    assert {name: response[name] for name in ("Content-Type", "Cache-Control")} == {
        "Content-Type": content_type,
        "Cache-Control": "public, no-cache",
    }
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Content-Length" not in response.headers
    held = {"If-None-Match": response["ETag"]}
    again = client.get(address, headers=held)
    assert (again.status_code, body(again)) == (304, b"")
    factories.published(title="Samentuin")
    assert client.get(address, headers=held).status_code == 200


@pytest.mark.parametrize("address", [JSON, CSV])
def test_it_is_compressed_for_who_asks(client, full, address):
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert (response["Content-Encoding"], response["Vary"]) == ("gzip", "Accept-Encoding")
    assert b"Soep op de stoep" in gzip.decompress(body(response))


@pytest.mark.parametrize("address", [JSON, CSV])
def test_head_reads_nothing(client, full, address, django_assert_num_queries):
    get = client.get(address)
    with django_assert_num_queries(1):  # the generation
        head = client.head(address)
        assert body(head) == b""
    assert (head.status_code, dict(head.headers)) == (200, dict(get.headers))


@pytest.mark.parametrize("address", [JSON, CSV])
def test_only_reading(client, address):
    assert client.post(address).status_code == 405


def test_a_fixed_number_of_queries_a_batch(client, django_assert_num_queries):
    for number in range(3):
        factories.published(title=f"Soep {number}", photos=1)
        body(client.get(JSON))  # what each process reads once
        # The generation; the batch.
        with django_assert_num_queries(2):
            assert len(json.loads(body(client.get(JSON)))["initiatives"]) == number + 1
