"""The map in a browser: with the keyboard alone, on a narrow phone, and what axe says of it."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from places.models import Municipality
from tests import factories
from tests.browser.conftest import OpenBrowser
from tests.browser.examine import violations
from tests.browser.measure import lost, too_small
from tests.everywhere import fill_municipalities

MAP = "/inspireer-elkaar/kaart/"
NARROW = {"width": 320, "height": 640}
NAMES = ["Genk", "Gent", "Nijlen", "Ukkel", "De Panne", "Maaseik"]
# The provinces from west to east and Brussels last, as in the list; then by name.
IN_ORDER = ["De Panne", "Gent", "Nijlen", "Genk", "Maaseik", "Ukkel"]
FOCUSED = "() => document.activeElement.closest('.map [href]')?.querySelector('title').textContent"
# Whether the middle of each ball, and a point 12 px beside it, belong to that ball.
HITS = """
() => [...document.querySelectorAll('.marks a')].map(link => {
  const box = link.querySelector('circle').getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return [[0, 0], [11.5, 0], [0, -11.5]].every(([dx, dy]) =>
    document.elementFromPoint(x + dx, y + dy)?.closest('a') === link);
})"""


@pytest.fixture
def six(site: str) -> None:
    """One initiative in each of six municipalities, far apart and at the edges."""
    Municipality.objects.all().delete()
    call_command("load_places", verbosity=0)
    for name in NAMES:
        place = Municipality.objects.current().get(name=name)
        factories.published(title=f"Soep in {name}", municipality=place)


@pytest.fixture
def crowded(site: str) -> None:
    """Initiatives in every municipality."""
    Municipality.objects.all().delete()
    fill_municipalities()


def tabbed(page: Page) -> list[str]:
    """The balls that the Tab key comes along, in that order."""
    found = []
    for _ in range(60):
        page.keyboard.press("Tab")
        if name := page.evaluate(FOCUSED):
            found.append(name)
        elif found:
            break
    return found


def test_every_ball_can_be_reached_and_opened_with_the_keyboard(open_browser: OpenBrowser, six):
    page = open_browser()
    page.goto(MAP)
    assert tabbed(page) == [f"{name}: 1 initiatief" for name in IN_ORDER]
    page.keyboard.press("Shift+Tab")
    shown = page.locator(".marks > text").filter(visible=True)
    expect(shown).to_have_text(["Ukkel: 1 initiatief"])
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="1 initiatief", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Soep in Ukkel")).to_be_visible()


@pytest.mark.parametrize("viewport", [NARROW, {"width": 1280, "height": 900}])
def test_balls_that_stand_apart_are_24_px_to_hit(open_browser: OpenBrowser, six, viewport):
    page = open_browser(viewport=viewport)
    page.goto(MAP)
    page.locator(".map").scroll_into_view_if_needed()
    assert page.evaluate(HITS) == [True] * 6


def test_names_for_who_hears_the_page(open_browser: OpenBrowser, six):
    page = open_browser()
    page.goto(MAP)
    group = page.get_by_role("group", name="Kaart van Vlaanderen en Brussel")
    expect(group).to_have_accessible_description(
        "Elke bol is een gemeente. Onder de kaart staan ze in een lijst."
    )
    expect(group.get_by_role("link")).to_have_count(6)
    expect(group.get_by_role("link", name="Nijlen: 1 initiatief", exact=True)).to_have_count(1)


@pytest.mark.parametrize("query", ["", "?provincie=limburg", "?q=soep", "?q=onvindbaar"])
def test_axe(open_browser: OpenBrowser, six, query):
    page = open_browser()
    page.goto(MAP + query)
    assert violations(page) == []


@pytest.mark.parametrize("query", ["", "?provincie=brussel", "?q=soep"])
def test_narrow(open_browser: OpenBrowser, six, query):
    page = open_browser(viewport=NARROW)
    page.goto(MAP + query)
    # A ball may be near another: the list is the other way. What stands apart is tested above.
    small = [found for found in too_small(page) if "<title>" not in found]
    assert lost(page) + small == []


def test_where_there_are_too_many_each_province_can_be_reached(open_browser: OpenBrowser, crowded):
    page = open_browser()
    page.goto(MAP)
    names = [name.split(":")[0] for name in tabbed(page)]
    assert names == [
        *("West-Vlaanderen", "Oost-Vlaanderen", "Antwerpen"),
        *("Vlaams-Brabant", "Limburg", "Brussel"),
    ]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Brussel op de kaart")).to_be_visible()
    expect(page.get_by_role("group").get_by_role("link")).to_have_count(19)


@pytest.mark.parametrize("viewport", [NARROW, {"width": 1280, "height": 900}])
def test_where_there_are_too_many(open_browser: OpenBrowser, crowded, viewport):
    page = open_browser(viewport=viewport)
    page.goto(MAP)
    assert violations(page) == []
    assert lost(page) == []
    small = [found for found in too_small(page) if "<title>" not in found]
    assert small == []
    circles = page.locator(".map a circle").all()
    assert min(circle.bounding_box()["width"] for circle in circles) >= 24
