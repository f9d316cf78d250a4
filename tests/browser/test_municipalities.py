"""The pages of municipalities in a browser: found, read, copied; by mouse, keyboard and phone."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from places.models import Municipality
from tests import factories
from tests.browser.addresses import LONG
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.examine import violations
from tests.browser.keyboard import Keyboard
from tests.browser.measure import lost, too_small

NARROW = {"width": 320, "height": 640}
LARGE_TEXT = "html { font-size: 200% !important }"
PAGES = [
    "/gemeenten/",
    "/gemeenten/?zoek=1040",
    "/gemeenten/?zoek=Nijle",
    "/gemeenten/?zoek=9999",
    "/gemeenten/antwerpen/",  # full
    "/gemeenten/nijlen/",  # one
    "/gemeenten/lier/",  # a few
    "/gemeenten/beveren-kruibeke-zwijndrecht/",  # empty, and the longest name
    "/gemeenten/antwerpen/insluiten/",
    "/gemeenten/gent/insluiten/",
]
UNFOLD = "() => document.querySelectorAll('main details').forEach(one => one.open = true)"


@pytest.fixture
def filled(site: str) -> None:
    """Thirteen in Antwerpen, two in Lier, one in Nijlen."""
    Municipality.objects.all().delete()
    call_command("load_places", verbosity=0)
    for number, slug in enumerate(["nijlen", "lier", "lier", *["antwerpen"] * 13]):
        place = Municipality.objects.get(slug=slug)
        factories.published(title=f"{LONG} {number}", municipality=place, photos=number % 2)


def open_unfolded(page: Page, address: str) -> None:
    """The page with all that can be opened, opened."""
    page.goto(address)
    page.evaluate(UNFOLD)


def test_axe(open_browser: OpenBrowser, filled):
    page, found = open_browser(), []
    for address in PAGES:
        open_unfolded(page, address)
        found += violations(page)
    assert found == []


def test_nothing_is_lost_on_a_narrow_phone(open_browser: OpenBrowser, filled):
    page, found = open_browser(viewport=NARROW), []
    for address in PAGES:
        open_unfolded(page, address)
        found += lost(page) + too_small(page)
    assert found == []


def test_nothing_is_lost_with_text_of_twice_the_size(open_browser: OpenBrowser, filled):
    page, found = open_browser(bypass_csp=True), []
    for address in PAGES:
        open_unfolded(page, address)
        page.add_style_tag(content=LARGE_TEXT)
        found += lost(page)
    assert found == []


@pytest.mark.parametrize("scripts", [True, False])
def test_a_postcode_leads_to_an_initiative_by_keyboard(open_browser: OpenBrowser, filled, scripts):
    page = open_browser(viewport=PHONE, java_script_enabled=scripts)
    page.goto("/")
    page.get_by_role("link", name="Kies je gemeente").press("Enter")
    page.get_by_label("Postcode of gemeente").fill("1040")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="‘1040’ hoort bij 2 gemeenten")).to_be_visible()
    page.get_by_label("Postcode of gemeente").fill("2560 Kessel")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nijlen")
    page.get_by_role("link", name=f"{LONG} 0").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{LONG} 0")
    page.get_by_role("link", name="Nijlen, Antwerpen").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nijlen")


def test_every_stop_of_the_keyboard_can_be_seen(open_browser: OpenBrowser, filled):
    page = open_browser()
    keys = Keyboard(page)
    page.goto("/gemeenten/")
    keys.skip()
    keys.to(page.get_by_label("Postcode of gemeente"))
    page.goto("/gemeenten/#antwerpen")
    limburg = page.locator("section[aria-labelledby=limburg]")
    keys.press(limburg.locator("summary"))
    keys.link("Genk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Genk")
    keys.skip()
    keys.link("Ken jij een initiatief in Genk?")
    expect(page.get_by_role("heading", level=1)).to_have_text("Deel je initiatief")


def test_the_code_is_reached_and_copied_by_keyboard(open_browser: OpenBrowser, filled):
    page = open_browser(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    keys = Keyboard(page)
    page.goto("/gemeenten/nijlen/")
    keys.skip()
    keys.press(page.locator("main summary"))
    code = page.get_by_label("Kopieer deze code")
    keys.to(code)
    keys.button("Kopieer de code")
    expect(page.get_by_role("status")).to_contain_text("De code is gekopieerd.")
    assert page.evaluate("() => navigator.clipboard.readText()") == code.input_value()
    preview = page.locator("iframe[title='Voorbeeld: Burgerinitiatieven in Nijlen']")
    expect(preview.content_frame.get_by_role("heading", level=1)).to_be_visible()
    keys.to(preview)


def test_where_nothing_can_be_copied_the_code_is_still_there(open_browser: OpenBrowser, filled):
    page = open_browser(java_script_enabled=False)
    page.goto("/gemeenten/nijlen/")
    page.get_by_text("Zet dit op je eigen website").click()
    expect(page.get_by_label("Kopieer deze code")).to_be_visible()
    expect(page.get_by_role("button", name="Kopieer de code")).to_have_count(0)


def test_a_browser_that_refuses_to_copy_selects_the_code(open_browser: OpenBrowser, filled):
    page = open_browser()
    page.goto("/gemeenten/nijlen/")
    page.evaluate("() => navigator.clipboard.writeText = () => Promise.reject(new Error())")
    page.get_by_text("Zet dit op je eigen website").click()
    page.get_by_role("button", name="Kopieer de code").click()
    expect(page.get_by_role("status")).to_contain_text("druk op Ctrl en C")
    code = page.get_by_label("Kopieer deze code")
    assert code.evaluate("el => el.value.slice(el.selectionStart, el.selectionEnd)") == (
        code.input_value()
    )
