"""All 304, one after the other."""

import re

from places.models import Municipality
from tests import factories
from tests.municipalities.pages import html_of


def test_every_municipality_has_its_pages(client, places):
    factories.published(municipality=places["nijlen"])
    assert len(places) == 304
    for slug, place in places.items():
        html = html_of(client, f"/gemeenten/{slug}/")
        assert (slug, re.findall("<h1>(.*?)</h1>", html)) == (slug, [place.name])
        assert f'href="/gemeenten/#{place.province.slug}"' in html
        embedded = html_of(client, f"/gemeenten/{slug}/insluiten/")
        assert place.name in embedded


def test_every_municipality_that_merged_has_a_successor(client, places):
    merged = Municipality.objects.exclude(successor=None)
    assert len(merged) == 27
    for place in merged:
        response = client.get(f"/gemeenten/{place.slug}/")
        address = f"/gemeenten/{place.current.slug}/"
        assert (response.status_code, response["Location"]) == (301, address)
