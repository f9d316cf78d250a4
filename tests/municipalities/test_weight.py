"""What a first visit to a municipality costs on a small data plan."""

import pytest

from tests import factories
from tests.initiatives.test_page_weight import FETCHED, LIMIT, THEMES, first_view
from tests.municipalities.pages import html_of, titles
from tests.roadshow.factories import event, past_event


@pytest.fixture
def filled(places):
    """More than a page in Antwerpen, one in Nijlen, and neighbours for everybody."""
    names = ["mortsel", "schoten", "lier", "gent", "nijlen", *["antwerpen"] * 13]
    for number, name in enumerate(names):
        factories.published(
            title=f"Voorbeeld van iets moois {number * 37}",
            summary="Buren maken samen iets dat er nog niet was, en zo leren ze elkaar kennen.",
            themes=[factories.theme(THEMES[number % 6])],
            municipality=places[name],
            photos=number % 2,
        )
    past_event("Een namiddag vol ideeën", details={"host": places["antwerpen"]})
    event("Een avond vol ideeën", details={"host": places["antwerpen"]})


@pytest.mark.parametrize(
    ("address", "cards"),
    [
        ("/gemeenten/", 0),
        ("/gemeenten/?zoek=1040", 0),
        ("/gemeenten/antwerpen/", 12),
        ("/gemeenten/nijlen/", 5),
        ("/gemeenten/beveren-kruibeke-zwijndrecht/", 4),
        ("/gemeenten/antwerpen/insluiten/", 0),
        ("/gemeenten/ukkel/insluiten/", 0),
    ],
)
def test_first_view_is_light_and_tells_nobody(client, filled, address, cards):
    html = html_of(client, address)
    assert len(titles(html)) == cards
    assert first_view(html) <= LIMIT
    assert [url for url in FETCHED.findall(html) if not url.startswith("/")] == []
