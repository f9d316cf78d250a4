"""What is kept ready is sent as what it is, and is out of date at once."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client, override_settings

from initiatives import moderation
from tests import factories
from tests.open_data.reading import FEED, PAGE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ready_pages() -> Iterator[None]:
    with override_settings(PAGE_CACHE=True):
        yield
    cache.clear()


@pytest.mark.parametrize(
    ("address", "content_type"),
    [
        (f"{FEED}?thema=samen-eten", "application/atom+xml; charset=utf-8"),
        ("/sitemap.xml", "application/xml"),
        ("/sitemap-initiatieven-1.xml", "application/xml"),
        (PAGE, "text/html; charset=utf-8"),
    ],
)
def test_ready_or_made_anew_it_is_the_same(address, content_type):
    factories.published()
    # Made anew; at hand in this process; and from the database, as another process finds it.
    client = Client()
    answers = [client.get(address), client.get(address), Client().get(address)]
    assert [answer["Content-Type"] for answer in answers] == [content_type] * 3
    assert len({(answer.content, answer["ETag"]) for answer in answers}) == 1
    held = {"If-None-Match": answers[0]["ETag"]}
    assert client.get(address, headers=held).status_code == 304


@pytest.mark.parametrize("address", [FEED, "/sitemap-initiatieven-1.xml"])
def test_what_is_withdrawn_is_gone_at_once(address):
    client = Client()
    gone = factories.published(title="Gaat weg")
    factories.published(title="Blijft staan")
    assert b"gaat-weg" in client.get(address).content
    moderation.withdraw(initiative=gone)
    content = client.get(address).content
    assert (b"gaat-weg" in content, b"blijft-staan" in content) == (False, True)
