"""From a list to its file and its feed."""

from __future__ import annotations

from pathlib import Path

import feedparser
import pyexcel
import pytest
from playwright.sync_api import Page, expect

from tests import factories
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.examine import violations
from tests.browser.keyboard import Keyboard

LIST = "/inspireer-elkaar/"


@pytest.fixture(autouse=True)
def two(site):
    factories.published(title="Soep op de stoep")
    factories.published(title="Samentuin", themes=[factories.theme("tuin-en-groen")])


def advertised(page: Page) -> str:
    """What a feed reader finds that is given the address of the page."""
    return page.evaluate("document.querySelector('link[type=\"application/atom+xml\"]').href")


def rows(file: Path) -> list[str]:
    table = pyexcel.get_records(
        file_content=file.read_text("utf-8-sig"), file_type="csv", delimiter=";"
    )
    return [row["title"] for row in table]


def test_the_list_on_the_screen_as_a_file_with_the_keyboard_alone(open_browser: OpenBrowser):
    page = open_browser(viewport=PHONE)
    keys = Keyboard(page)
    page.goto(f"{LIST}?thema=tuin-en-groen")
    keys.skip()
    keys.link("Download deze lijst")
    expect(page.get_by_role("heading", name="Download deze lijst")).to_be_visible()
    expect(page.get_by_role("list", name="Je koos:")).to_contain_text("Tuin en groen")
    page.evaluate("document.activeElement.blur()")
    with page.expect_download() as download:
        keys.link("Voor een rekenblad (CSV)")
    assert download.value.suggested_filename == "burgerinitiatieven.csv"
    assert rows(Path(download.value.path())) == ["Samentuin"]
    keys.to(page.get_by_label("Adres voor je feedlezer"))
    assert violations(page) == []


def test_the_whole_list_again(open_browser: OpenBrowser):
    page = open_browser()
    page.goto("/open-data/?thema=tuin-en-groen")
    page.get_by_role("link", name="Haal alles weg").click()
    expect(page.get_by_role("heading", name="Download de hele lijst")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Voor een rekenblad (CSV)").click()
    assert rows(Path(download.value.path())) == ["Samentuin", "Soep op de stoep"]


@pytest.mark.parametrize("has_script", [True, False])
def test_a_reader_finds_the_feed_of_what_is_on_the_screen(
    open_browser: OpenBrowser, site: str, has_script: bool
):
    page = open_browser(java_script_enabled=has_script)
    page.goto(f"{LIST}?volgorde=a-z")
    assert advertised(page) == f"{site}{LIST}feed/"
    page.locator("label", has_text="Tuin en groen").click()
    if not has_script:
        page.get_by_role("button", name="Toon initiatieven").click()
    expect(page.locator("#aantal")).to_have_text("1 initiatief")
    assert advertised(page) == f"{site}{LIST}feed/?thema=tuin-en-groen"
    page.get_by_role("link", name="Volg deze lijst").click()
    address = page.get_by_label("Adres voor je feedlezer").input_value()
    assert address == f"{site}{LIST}feed/?thema=tuin-en-groen"
    feed = feedparser.parse(page.request.get(address).body())
    assert [entry.title for entry in feed.entries] == ["Samentuin"]
