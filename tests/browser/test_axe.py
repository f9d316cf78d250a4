"""Axe finds nothing on any page that a citizen sees."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from initiatives import moderation
from initiatives.links import Purpose
from initiatives.models import Initiative, Status
from tests import factories
from tests.browser.addresses import (
    STEPS,
    confirm,
    own,
    pages_of_staffs_own_words,
    pages_of_the_doors,
    write,
)
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.examine import violations
from tests.browser.people import Visitor
from tests.pictures import encoded, picture


@pytest.fixture
def page(open_browser: OpenBrowser) -> Page:
    return open_browser()


def visit(page: Page, *addresses: str) -> list[str]:
    """What axe finds on these pages."""
    found = []
    for address in addresses:
        page.goto(address)
        found += violations(page)
    return found


def after(page: Page, button: str, heading: str) -> list[str]:
    """What axe finds on the page that a button leads to; `heading` says that it is that page."""
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("heading", name=heading, exact=True)).to_be_visible()
    return violations(page)


def test_pages_for_everybody(page):
    assert visit(page, "/", "/inspireer-elkaar/") == []
    assert visit(page, "/inspireer-elkaar/crisis/corona/") == []
    plain = factories.published(crisis=factories.crisis(), **factories.CRISIS_ANSWERS)
    with_photos = factories.published(title="Groenpark", photos=3)
    addresses = [
        "/",
        "/inspireer-elkaar/",
        "/inspireer-elkaar/?q=soep&thema=samen-eten&gemeente=nijlen",
        "/inspireer-elkaar/?q=onvindbaar",
        "/inspireer-elkaar/crisis/corona/",
        "/zoeken/",
        "/zoeken/?zoek=onvindbaar",
        "/zoeken/?zoek=soep+agenda",
        "/zoeken/?zoek=nijlen",
        plain.get_absolute_url(),
        with_photos.get_absolute_url(),
        "/contact/",
        "/privacy/",
        "/toegankelijkheid/",
        *pages_of_staffs_own_words(),
        "/open-data/",
        "/open-data/?q=soep&thema=samen-eten&voor=x",
        "/inspireer-elkaar/bestaat-niet/",
    ]
    assert visit(page, *addresses) == []


def test_doors(page):
    assert visit(page, *pages_of_the_doors()) == []


def test_pages_on_a_phone_with_the_menu_open(open_browser):
    factories.published()
    page = open_browser(viewport=PHONE)
    page.goto("/inspireer-elkaar/")
    page.get_by_text("Menu", exact=True).click()
    page.get_by_text("Filters", exact=True).click()
    assert violations(page) == []


def test_writing_to_the_people_behind_it(page):
    address = factories.welcoming().get_absolute_url()
    assert visit(page, address, f"{address}bericht/") == []
    heading = "Er zijn nog 3 dingen niet in orde"
    assert after(page, "Verstuur je bericht", heading) == []
    Visitor(page).write_message()
    assert after(page, "Verstuur je bericht", "Je bericht is onderweg") == []
    assert visit(page, f"{factories.published().get_absolute_url()}bericht/") == []


def test_telling_what_is_not_right(page):
    address = factories.published().get_absolute_url()
    assert visit(page, f"{address}melden/") == []
    assert after(page, "Verstuur je melding", "Er zijn nog 2 dingen niet in orde") == []
    Visitor(page).write_report()
    assert after(page, "Verstuur je melding", "Dank je wel voor je melding") == []


def test_what_was_typed_on_a_page_that_is_gone(page):
    shown = factories.welcoming()
    page.goto(f"{shown.get_absolute_url()}bericht/")
    Visitor(page).write_message()
    moderation.withdraw(initiative=shown)
    gone = "Dit initiatief staat niet meer op de site"
    assert after(page, "Verstuur je bericht", gone) == []


def test_asking_for_a_link(page):
    assert visit(page, "/inspireer-elkaar/aanmelden/", "/inspireer-elkaar/link-vragen/") == []
    assert after(page, "Stuur mij de link", "Er is nog 1 ding niet in orde") == []
    page.get_by_label("Wat is je e-mailadres?").fill("mia@example.org")
    assert after(page, "Stuur mij de link", "Kijk in je mailbox") == []


def test_the_steps_of_the_form(page):
    complete = write(factories.initiative(photos=2, crisis=factories.crisis()))
    assert (
        visit(page, *[f"{complete}{step}/" for step in [*STEPS, "crisis", "nakijken", "later"]])
        == []
    )
    assert after(page, "Stuur mij de link", "De mail is onderweg") == []


def test_the_steps_of_the_form_with_errors(page):
    empty = write(moderation.start_draft())
    for step, errors in (("kort", 2), ("waar", 4), ("criteria", 3), ("jij", 3)):
        page.goto(f"{empty}{step}/")
        heading = f"Er zijn nog {errors} dingen niet in orde"
        assert after(page, "Bewaar en ga verder", heading) == []
    page.goto(f"{empty}nakijken/")
    assert after(page, "Verstuur mijn initiatief", "Nog niet verstuurd") == []


def test_photos_with_errors(page):
    page.goto(write(moderation.start_draft()) + "fotos/")
    page.get_by_label("Kies foto’s").set_input_files(
        [
            {"name": "goed.jpg", "mimeType": "image/jpeg", "buffer": encoded(picture())},
            {"name": "fout.jpg", "mimeType": "image/jpeg", "buffer": b"geen foto"},
        ]
    )
    assert after(page, "Voeg toe", "Nog niet alles is in orde") == []
    assert after(page, "Bewaar en ga verder", "Nog niet alles is in orde") == []


def test_where_it_stands(page):
    assert visit(page, *[own(factories.initiative(status)) for status in Status]) == []


def test_an_edit_of_something_published(page):
    edited = factories.published()
    moderation.start_edit(initiative=edited)
    assert visit(page, own(edited), f"{own(edited)}wijziging-laten-vallen/") == []
    moderation.send(initiative=edited)
    assert visit(page, own(edited)) == []
    factories.request_changes(Initiative.objects.get())
    assert visit(page, own(edited), f"{write(edited)}nakijken/") == []


def test_confirming(page):
    sent = factories.initiative(Status.UNCONFIRMED)
    link = confirm(sent)
    assert visit(page, link) == []
    moderation.confirm(initiative=sent)
    assert visit(page, link) == []


def test_links_that_open_nothing(page, monkeypatch):
    link = own(factories.initiative())
    assert visit(page, "/inspireer-elkaar/mijn/onzin/") == []
    monkeypatch.setattr(Purpose.MANAGE, "lifetime", timedelta(seconds=-1))
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_have_text("Deze link is te oud")
    assert violations(page) == []


def test_taking_back(page):
    link = own(factories.published())
    assert visit(page, f"{link}intrekken/", f"{link}wissen/") == []
    page.get_by_role("button", name="Ja, wis alles").click()
    expect(page).to_have_title("Alles is gewist | BurgersAanZet")
    assert violations(page) == []


def test_axe_says_so_where_it_would_wait_for_ever(open_browser):
    page = open_browser(java_script_enabled=False)
    page.goto("/contact/")
    with pytest.raises(AssertionError, match="without JavaScript"):
        violations(page)
