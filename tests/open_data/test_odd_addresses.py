"""Whatever stands behind the question mark, there is an answer, and it is whole."""

import json
from xml.etree import ElementTree

import pytest

from initiatives.feed import LOST_TITLE
from tests import factories
from tests.initiatives.test_odd_addresses import ODD, UNREADABLE
from tests.open_data.reading import CSV, FEED, JSON, PAGE, SCHEMA, body

pytestmark = pytest.mark.django_db
NAMES = "\ufeffuuid;url;title;".encode()


@pytest.fixture(autouse=True)
def two():
    factories.published(title="Soep op de stoep")
    factories.published(title="Samentuin")


def ask(client, address: str, query: dict | None = None) -> tuple[int, bytes]:
    """The status and the content of the answer, which leaves no cookie."""
    response = client.get(address, query)
    content = body(response)
    assert dict(response.cookies) == {}
    return response.status_code, content


@pytest.mark.parametrize("query", ODD)
def test_every_answer_is_whole(client, query):
    client.get(PAGE)
    status, page = ask(client, PAGE, query)
    assert (status, b"</html>" in page) == (200, True)
    status, feed = ask(client, FEED, query)
    assert (status, ElementTree.fromstring(feed).tag.endswith("feed")) == (200, True)
    files = [ask(client, JSON, query), ask(client, CSV, query)]
    if LOST_TITLE.encode() in feed:
        assert [status for status, _ in files] == [404, 404]
    else:
        assert [status for status, _ in files] == [200, 200]
        assert json.loads(files[0][1]).keys() == {"initiatives", "meta"}
        assert files[1][1].startswith(NAMES)


@pytest.mark.parametrize("query", UNREADABLE)
@pytest.mark.parametrize("address", [FEED, PAGE, JSON, CSV, SCHEMA, "/sitemap.xml", "/robots.txt"])
def test_what_no_browser_sends_gives_an_answer(client, address, query):
    assert ask(client, address + query)[0] == 200


@pytest.mark.parametrize("name", ["q", "postcode", "thema", "gemeente"])
def test_nothing_that_was_typed_becomes_markup(client, name):
    query = {name: "\"><script>alert('soep')</script>"}
    assert client.get(PAGE, query).content.decode().count("<script") == 1  # the structured data
    for address in (FEED, JSON, CSV):
        assert b"<script" not in body(client.get(address, query))
