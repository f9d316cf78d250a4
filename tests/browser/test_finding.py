"""Finding in a browser: in place where there is a script, by pages where there is none."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from places.models import Municipality
from tests import factories
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.examine import violations

LIST = "/inspireer-elkaar/"


@pytest.fixture(autouse=True)
def four(site):
    lokeren = Municipality.objects.get(name="Lokeren")
    lokeren.latitude, lokeren.longitude = "51.10", "4.00"
    lokeren.save()
    garden = [factories.theme("tuin-en-groen")]
    factories.published(title="Soep op de stoep")
    factories.published(title="Samentuin", themes=garden, municipality=lokeren)
    factories.published(title="Moestuin", themes=garden)
    factories.published(title="Babbelbank", municipality=None, meeting="online", photos=1)


def titles(page: Page) -> list[str]:
    return page.locator(".card h3").all_inner_texts()


def count(page: Page, words: str) -> None:
    """The page says that it found so many."""
    expect(page.locator("#aantal")).to_have_text(words)


def asked(page: Page) -> str:
    """What stands behind the question mark in the address bar."""
    return page.evaluate("location.search")


def test_a_choice_refreshes_in_place(open_browser: OpenBrowser):
    page = open_browser()
    page.goto(LIST)
    page.evaluate("window.stays = true")
    box = page.get_by_role("checkbox", name="Tuin en groen")
    box.focus()
    page.keyboard.press("Space")
    count(page, "2 initiatieven")
    assert (titles(page), asked(page)) == (["Moestuin", "Samentuin"], "?thema=tuin-en-groen")
    expect(page.get_by_role("status")).to_have_text("2 initiatieven")
    expect(page).to_have_title("Tuin en groen, Inspireer elkaar | BurgersAanZet")
    expect(page.get_by_role("checkbox", name="Tuin en groen")).to_be_focused()
    expect(page.get_by_role("checkbox", name="Tuin en groen")).to_be_checked()
    page.get_by_role("link", name="Van A tot Z").click()
    expect(page.locator("#volgorde b")).to_have_text("Van A tot Z")
    page.get_by_label("Zoek een initiatief").fill("moestuin")
    page.keyboard.press("Enter")
    count(page, "1 initiatief")
    assert asked(page) == "?q=moestuin&volgorde=a-z&thema=tuin-en-groen"
    expect(page.get_by_label("Zoek een initiatief")).to_be_focused()
    assert page.evaluate("window.stays") is True


def test_back_and_forward(open_browser: OpenBrowser):
    page = open_browser()
    page.goto(LIST)
    page.get_by_role("checkbox", name="Online", exact=True).check()
    count(page, "1 initiatief")
    page.get_by_role("link", name="Haal weg: Samenkomen: Online").click()
    count(page, "4 initiatieven")
    expect(page.locator("#aantal")).to_be_focused()
    page.go_back()
    count(page, "1 initiatief")
    expect(page.get_by_role("checkbox", name="Online", exact=True)).to_be_checked()
    page.go_back()
    count(page, "4 initiatieven")
    page.go_forward()
    count(page, "1 initiatief")
    page.reload()
    count(page, "1 initiatief")


def test_the_last_of_two_quick_choices_stays(open_browser: OpenBrowser):
    page = open_browser()
    page.goto(LIST)
    page.evaluate(
        """() => {
          for (const value of ["tuin-en-groen", "samen-eten"])
            document.querySelector(`[value="${value}"]`).click();
        }"""
    )
    # Without any filter there are as many: the address tells when the answer is in.
    expect(page).to_have_url(f"{page.url.split('?')[0]}?thema=samen-eten&thema=tuin-en-groen")
    count(page, "4 initiatieven")


def test_when_fetching_fails_the_browser_goes_there(open_browser: OpenBrowser):
    page = open_browser()
    page.goto(LIST)
    page.evaluate("window.fetch = () => Promise.reject(new Error('away')); window.stays = true")
    page.get_by_role("checkbox", name="Tuin en groen").check()
    count(page, "2 initiatieven")
    assert page.evaluate("window.stays") is None


@pytest.mark.parametrize("has_script", [True, False])
def test_near_to_me(open_browser: OpenBrowser, has_script):
    page = open_browser(java_script_enabled=has_script)
    page.goto(LIST)
    page.get_by_label("Postcode of gemeente").fill("9160")
    page.get_by_role("button", name="Zoek dichtbij").click()
    expect(page.locator("#volgorde b")).to_have_text("Dichtstbij eerst")
    assert titles(page)[0] == "Samentuin"
    expect(page.locator(".card").nth(1).locator(".place")).to_have_text(
        "Nijlen, Antwerpen, op 47 km van Lokeren"
    )


def test_the_same_road_without_a_script(open_browser: OpenBrowser):
    page = open_browser(java_script_enabled=False)
    page.goto(LIST)
    page.get_by_label("Zoek een initiatief").fill("tuin")
    page.get_by_role("button", name="Zoek", exact=True).click()
    count(page, "2 initiatieven")
    page.get_by_role("checkbox", name="Lokeren").check()
    page.get_by_role("button", name="Toon initiatieven").click()
    count(page, "1 initiatief")
    expect(page).to_have_url(f"{page.url.split('?')[0]}?q=tuin&postcode=&gemeente=lokeren")
    page.get_by_role("link", name="Haal weg: Lokeren").click()
    count(page, "2 initiatieven")
    page.get_by_role("link", name="Nijlen: 1").click()
    assert titles(page) == ["Moestuin"]


def test_axe_after_each_way_of_asking(open_browser: OpenBrowser):
    page, found = open_browser(), []
    for query in (
        "?q=tuin&postcode=9160",
        "?q=xyzzyq",
        "?q=soep+lokeren",
        "?postcode=9999&thema=x",
    ):
        page.goto(LIST + query)
        found += violations(page)
    page.get_by_role("checkbox", name="Tuin en groen").check()
    count(page, "2 initiatieven")
    assert found + violations(page) == []


def test_the_filters_stay_open_on_a_phone(open_browser: OpenBrowser):
    page = open_browser(viewport=PHONE)
    page.goto(LIST)
    page.get_by_text("Filters", exact=True).click()
    page.get_by_role("checkbox", name="Tuin en groen").check()
    count(page, "2 initiatieven")
    expect(page.get_by_role("checkbox", name="Tuin en groen")).to_be_visible()
    page.get_by_role("button", name="Toon initiatieven").click()
    expect(page.locator("#aantal")).to_be_focused()
    expect(page.locator("#aantal")).to_be_in_viewport()
