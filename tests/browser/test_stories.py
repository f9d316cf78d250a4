"""Stories in a real browser: axe, the road with the keyboard alone, cards on paper."""

from __future__ import annotations

from django.core.management import call_command
from playwright.sync_api import expect

from stories.models import AssociationKind, State, Story, TestBed
from tests.browser.addresses import pages_of_stories
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.examine import violations
from tests.browser.keyboard import Keyboard
from tests.browser.people import Moderator
from tests.browser.test_axe import visit
from tests.stories.factories import barrier, mine, story, tip

CARDS_TO_A_SHEET = 8


def test_axe_finds_nothing(open_browser: OpenBrowser):
    page = open_browser()
    assert visit(page, "/verhalen/", "/verhalen/tips/", "/verhalen/proeftuinen/") == []
    assert visit(page, *pages_of_stories()) == []


def test_axe_finds_nothing_where_staff_write(open_browser: OpenBrowser):
    page = open_browser()
    Moderator(page).log_in()
    call_command("load_stories", verbosity=0)
    shown = f"/admin/stories/story/{story(State.SHOWN, days=30, portrait=True).pk}/"
    draft = f"/admin/stories/story/{story().pk}/"
    addresses = ["/admin/", "/admin/stories/story/", "/admin/stories/agreement/"]
    addresses += [f"{shown}change/", f"{shown}voorbeeld/", f"{shown}stap/intrekken/"]
    addresses += [f"{draft}change/", f"{draft}foto/", "/admin/stories/tip/add/"]
    assert visit(page, *addresses) == []
    page.goto(f"{draft}toestemming/")
    page.get_by_role("button", name="Noteer de toestemming").click()
    expect(page.get_by_role("heading", name="Dit moet nog in orde komen")).to_be_visible()
    assert violations(page) == []
    assert (AssociationKind.objects.count(), TestBed.objects.count()) == (5, 2)


def test_from_home_to_a_printed_card_with_the_keyboard(open_browser: OpenBrowser):
    for number in range(CARDS_TO_A_SHEET + 1):
        tip(f"Tip {number}", barriers=[barrier("geld")])
    tip("Een andere", barriers=[barrier("zien")])
    page = open_browser()
    keys = Keyboard(page)
    page.goto("/")
    keys.press(page.locator("main").get_by_role("link", name="Verhalen en tips"))
    expect(page).to_have_title("Verhalen | BurgersAanZet")
    keys.link("Zoek een tip")
    expect(page).to_have_title("Tips voor verenigingen | BurgersAanZet")
    keys.to(page.get_by_label("Welke drempel?"))
    page.keyboard.type("geld")
    keys.button("Toon tips")
    expect(page.get_by_role("heading", name="9 tips")).to_be_visible()
    keys.link("Maak hier kaartjes van")
    expect(page.get_by_role("heading", name="Kaartjes met tips")).to_be_visible()
    assert page.locator(".cut > li").count() == CARDS_TO_A_SHEET + 1
    expect(page.get_by_role("button", name="Druk de kaartjes af")).to_be_visible()
    # Eight cards fill a sheet of A4, and one stands on the next.
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 2
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_hidden()


def test_a_teller_takes_the_story_back_on_a_phone(open_browser: OpenBrowser):
    told = story(State.SHOWN, portrait=True)
    page = open_browser(viewport=PHONE)
    keys = Keyboard(page)
    page.goto(mine(told))
    expect(page.get_by_text("Noten lezen kan ik niet.")).to_be_visible()
    keys.link("Haal mijn verhaal weg")
    expect(page).to_have_title("Ben je zeker? | BurgersAanZet")
    keys.button("Ja, haal alles weg")
    expect(page).to_have_title("Je verhaal is weg | BurgersAanZet")
    assert Story.objects.get().state == State.WITHDRAWN
    assert violations(page) == []
