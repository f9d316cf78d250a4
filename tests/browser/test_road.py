"""The main road in a browser: from a phone to the showcase and off it again."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.people import NAME, REASONS, STORY, TITLE, Citizen, Moderator, newest_mail
from tests.pictures import encoded, picture

ADDRESS = "/inspireer-elkaar/wandelbuddys-van-de-nete/"
QUESTION = "Wie kiest welke weg jullie gaan?"
ANSWER_BEFORE, ANSWER_AFTER = "We zijn met twintig.", "We zijn met dertig. Wie meestapt, kiest mee."
STORY_AFTER = "Elke zaterdag maken we samen een wandeling."
GPS = 0x8825


@pytest.fixture
def two_photos(tmp_path: Path) -> list[Path]:
    """One as phones make them, with the place in it; one PNG."""
    exif = Image.Exif()
    exif.get_ifd(GPS).update({1: "N", 2: (51.0, 9.0, 36.0), 3: "E", 4: (4.0, 40.0, 12.0)})
    files = [tmp_path / "IMG_0001.jpg", tmp_path / "tekening.png"]
    files[0].write_bytes(encoded(picture((900, 700)), exif=exif))
    files[1].write_bytes(encoded(picture((500, 400)), "PNG"))
    assert Image.open(files[0]).getexif().get_ifd(GPS)[1] == "N"
    return files


@pytest.mark.parametrize("scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_whole_road(open_browser: OpenBrowser, two_photos, scripts: bool):
    mia = Citizen(open_browser(viewport=PHONE, java_script_enabled=scripts))
    mo = Moderator(open_browser(java_script_enabled=scripts))

    mia.begin()
    mia.tell()
    mia.add_photos(two_photos)
    mia.introduce()
    mia.send()
    mia.confirm()
    assert mia.page.context.cookies() == []

    mo.log_in()
    mo.open_assessment()
    shown = mo.page.frame_locator(".preview iframe")
    expect(shown.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(shown.locator("picture img")).to_have_count(2)
    preview = mo.ask_for_changes(QUESTION)
    assert preview.count(QUESTION) == 1

    mia.open_own_page()
    expect(mia.page.locator(".notice-warning li")).to_have_text([QUESTION])
    mia.page.get_by_role("link", name="Vul het aan").click()
    mia.change("Drie vragen", {"Wie doet er mee, en wie beslist?": ANSWER_AFTER})
    mia.send()

    mo.open_assessment()
    expect(mo.page.locator(".asked li")).to_have_text([f"Burgerlijk actorschap: {QUESTION}"])
    assert differences(mo.page) == {
        "Wie doet er mee, en wie beslist?": (["twintig."], ["dertig. Wie meestapt, kiest mee."])
    }
    preview = mo.publish()
    assert preview.count(ADDRESS) == 1
    assert newest_mail("mia@example.org").count(ADDRESS) == 1

    files = see_it_everywhere(mia.page)
    assert all(is_clean(mia.page.context, address) for address in files)

    mia.open_own_page()
    mia.press("Verander iets")
    mia.change("Het verhaal", {"Wat gebeurt er precies?": STORY_AFTER})
    mia.send()
    expect(mia.page.locator(".lead")).to_contain_text("Wij lezen wat je veranderde.")
    mo.open_assessment()
    assert [*differences(mo.page)] == ["Het verhaal"]
    mia.page.goto(ADDRESS)
    expect(mia.page.locator(".prose p")).to_have_text(
        STORY["Wat gebeurt er precies?"].split("\n\n")
    )

    mia.open_own_page()
    mia.page.get_by_role("link", name="Trek het initiatief in").click()
    mia.press("Ja, trek het in")
    expect(mia.page.locator(".lead")).to_contain_text("Je initiatief is ingetrokken.")
    assert mia.page.context.cookies() == []
    see_it_nowhere(open_browser(viewport=PHONE, java_script_enabled=scripts), files)


def differences(page: Page) -> dict[str, tuple[list[str], list[str]]]:
    """By field: the words that staff see struck out, and those they see underlined."""
    headings = page.locator(".changes h3").all_inner_texts()
    sides = page.locator(".changes .sides").all()
    return {
        heading: (words(side.locator("del").all()), words(side.locator("ins").all()))
        for heading, side in zip(headings, sides, strict=True)
    }


def words(pieces: list) -> list[str]:
    """The text of each piece without what only a screen reader hears."""
    own = "piece => [...piece.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join('')"
    return [piece.evaluate(own).strip() for piece in pieces]


def see_it_everywhere(page: Page) -> set[str]:
    """Home, list, search and detail show it; returns the addresses of its photos."""
    page.goto("/")
    expect(page.locator(".card h3")).to_have_text([TITLE])
    page.goto("/inspireer-elkaar/")
    expect(page.locator(".card h3")).to_have_text([TITLE])
    files = photo_files(page)
    # In its text stand 'verhaal' and 'wandeling'; in neither title nor sentence.
    for word in ("verhalen", "wandelingen"):
        page.get_by_label("Zoek een initiatief").fill(word)
        page.get_by_role("button", name="Zoek", exact=True).click()
        expect(page.locator(".card h3")).to_have_text([TITLE])
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator(".willow.panel li p")).to_have_text(REASONS)
    expect(page.get_by_text(NAME)).to_have_count(0)
    return files | photo_files(page)


def photo_files(page: Page) -> set[str]:
    """The address of every file of every photo, after making sure that each one loads."""
    photos = page.locator("main picture img")
    assert photos.count() > 0
    for photo in photos.all():
        photo.scroll_into_view_if_needed()
        page.wait_for_function("img => img.complete", arg=photo.element_handle())
        assert photo.evaluate("img => img.naturalWidth") > 0
    sets = page.locator("main picture source").evaluate_all("all => all.map(one => one.srcset)")
    sources = {part.split()[0] for one in sets for part in one.split(",")}
    return sources | {photo.get_attribute("src") for photo in photos.all()}


def is_clean(context: BrowserContext, address: str) -> bool:
    """Whether a photo tells nothing but what it shows."""
    return dict(Image.open(BytesIO(context.request.get(address).body())).getexif()) == {}


def see_it_nowhere(page: Page, files: set[str]) -> None:
    """Gone from every public page, and its files too."""
    for address in ("/", "/inspireer-elkaar/", "/inspireer-elkaar/?q=wandelingen"):
        page.goto(address)
        expect(page.get_by_role("heading", level=1)).to_have_count(1)
        expect(page.get_by_text("Wandelbuddy")).to_have_count(0)
    gone = {address: page.context.request.get(address).status for address in {ADDRESS, *files}}
    assert gone == dict.fromkeys({ADDRESS, *files}, 404)
    assert len(files) >= 4
