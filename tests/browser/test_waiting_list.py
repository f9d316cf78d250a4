"""Two associations and one seat: who waits is offered it by mail, and takes it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agenda.models import Registration
from tests.agenda.factories import session
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.keyboard import Keyboard
from tests.browser.people import link_in, newest_mail

TITLE = "Iedereen welkom in jouw vereniging"


class Guest:
    """Somebody of an association who wants to come."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name
        self.email = f"{name.lower()}@example.org"

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name, exact=True).click()

    def find(self, room: str) -> None:
        """From the home page by the menu to the session."""
        self.page.goto("/")
        self.page.get_by_text("Menu", exact=True).click()
        self.page.locator(".menu").get_by_role("link", name="Agenda").click()
        self.page.get_by_label("Voor wie?").select_option("Verenigingen")
        self.press("Toon")
        expect(self.page.locator(".date .badge")).to_have_text([room])
        self.page.get_by_role("link", name=TITLE).click()

    def sign_up(self, button: str) -> None:
        self.page.get_by_label("Wat is je naam?").fill(self.name)
        self.page.get_by_label("Wat is je e-mailadres?").fill(self.email)
        self.page.get_by_label("Van welke vereniging of organisatie ben je?").fill("De Kring")
        self.page.get_by_label("Uit welke gemeente kom je?").fill("2560")
        self.page.get_by_label("BurgersAanZet mag mijn gegevens").check()
        self.press(button)

    def stands(self, words: str) -> None:
        expect(self.page.locator(".notice h2")).to_have_text(words)

    def open_own_page(self) -> None:
        """By the link in the last mail."""
        self.page.goto(link_in(newest_mail(self.email), "inschrijving"))


@pytest.mark.parametrize("scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_last_seat(open_browser: OpenBrowser, scripts: bool):
    workshop = session(seats=1)
    mia = Guest(open_browser(viewport=PHONE, java_script_enabled=scripts), "Mia")
    an = Guest(open_browser(viewport=PHONE, java_script_enabled=scripts), "An")

    mia.find("Nog 1 plaats")
    mia.sign_up("Schrijf je in")
    mia.stands("Je bent ingeschreven")

    an.find("Volzet: wachtlijst")
    an.sign_up("Zet mij op de wachtlijst")
    an.stands("Je staat op de wachtlijst, op plek 1")
    assert "op plek 1" in newest_mail(an.email)

    mia.page.get_by_role("link", name="Meld je af").click()
    mia.press("Ja, meld mij af")
    mia.stands("Je bent afgemeld")

    an.open_own_page()
    an.stands("Er is plaats voor jou")
    an.press("Ja, ik kom")
    an.stands("Je bent ingeschreven")
    assert "Je bent ingeschreven voor 1 plaats" in newest_mail(an.email)

    an.page.get_by_role("link", name="Geef door aan een collega").click()
    an.page.get_by_label("Hoe heet je collega?").fill("Bo")
    an.page.get_by_label("Wat is het e-mailadres van je collega?").fill("bo@example.org")
    an.page.get_by_label("Mijn collega weet").check()
    an.press("Ja, geef door")
    expect(an.page.get_by_role("heading", level=1)).to_have_text("Doorgegeven aan Bo")
    bo = Guest(open_browser(viewport=PHONE, java_script_enabled=scripts), "Bo")
    bo.open_own_page()
    bo.stands("Je bent ingeschreven")

    rows = Registration.objects.filter(session=workshop).order_by("pk")
    assert list(rows.values_list("name", "status")) == [("Mia", "cancelled"), ("Bo", "confirmed")]
    assert [guest.page.context.cookies() for guest in (mia, an, bo)] == [[], [], []]


def test_with_only_a_keyboard(open_browser: OpenBrowser):
    session(online=4)
    page = open_browser(viewport=PHONE)
    keys = Keyboard(page)
    page.goto("/agenda/")
    keys.skip()
    keys.link(TITLE)
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    keys.skip()
    keys.choose("Hoe doe je mee?", "Online (nog 4 plaatsen)")
    keys.write("Wat is je naam?", "Mia")
    keys.write("Wat is je e-mailadres?", "mia@example.org")
    keys.press(page.locator("summary", has_text="Heb je iets nodig?"))
    keys.write("Wat heb je nodig om mee te doen?", "Ondertitels")
    keys.press(page.get_by_label("BurgersAanZet mag mijn gegevens"), "Space")
    keys.button("Schrijf je in")
    expect(page.locator(".notice h2")).to_have_text("Je bent ingeschreven")
    keys.skip()
    keys.link("Meld je af")
    expect(page.get_by_role("heading", level=1)).to_have_text("Wil je je afmelden?")
    keys.skip()
    keys.button("Ja, meld mij af")
    expect(page.locator(".notice h2")).to_have_text("Je bent afgemeld")
    mia = Registration.objects.get()
    assert (mia.way, mia.access_needs, mia.status) == ("online", "Ondertitels", "cancelled")


def test_an_error_is_where_one_starts(open_browser: OpenBrowser):
    page = open_browser(viewport=PHONE)
    keys = Keyboard(page)
    page.goto(session().get_absolute_url())
    keys.skip()
    keys.button("Schrijf je in")
    summary = page.get_by_role("group", name="Er zijn nog 3 dingen niet in orde")
    expect(summary).to_be_focused()
    keys.press(summary.get_by_role("link", name="Schrijf je naam."))
    expect(page.get_by_label("Wat is je naam?")).to_be_focused()
