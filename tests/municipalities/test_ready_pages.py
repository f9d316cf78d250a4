"""The pages of municipalities are kept ready, and gone the moment something changes."""

import pytest
from django.core.cache import cache
from django.test import Client

from initiatives import moderation
from tests import factories

PAGES = ["/gemeenten/", "/gemeenten/nijlen/", "/gemeenten/nijlen/insluiten/"]


@pytest.fixture
def reader(settings):
    settings.PAGE_CACHE = True
    yield Client()
    cache.clear()


@pytest.mark.parametrize("address", PAGES)
def test_a_second_reader_costs_one_query(reader, places, address, django_assert_num_queries):
    first = reader.get(address)
    with django_assert_num_queries(1):
        again = reader.get(address)
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    unchanged = reader.get(address, headers={"If-None-Match": first["ETag"]})
    assert (unchanged.status_code, unchanged.content) == (304, b"")


@pytest.mark.parametrize("address", PAGES)
def test_what_comes_and_goes_shows_at_once(reader, places, address):
    without = reader.get(address).content
    shown = factories.published(municipality=places["nijlen"])
    assert reader.get(address).content != without
    moderation.withdraw(initiative=shown)
    assert reader.get(address).content == without


def test_what_is_not_a_page_is_not_kept(reader, places):
    assert reader.get("/gemeenten/moerbeke/")["Location"] == "/gemeenten/lokeren/"
    assert "ETag" not in reader.get("/gemeenten/nergens/").headers
    assert "ETag" not in reader.get("/gemeenten/?zoek=2560").headers
