"""Axe finds nothing on any page of the agenda and the offer."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.agenda.factories import fill, register, session
from tests.browser.addresses import pages_of_the_agenda, participant
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.test_axe import after, visit


@pytest.fixture
def page(open_browser: OpenBrowser) -> Page:
    return open_browser()


def test_every_page(page):
    assert visit(page, *pages_of_the_agenda()) == []


def test_an_empty_agenda(page):
    assert visit(page, "/agenda/", "/agenda/?hoe=online") == []


def test_a_form_with_errors(open_browser):
    page = open_browser(viewport=PHONE)
    page.goto(session(online=3).get_absolute_url())
    page.get_by_label("Met hoeveel mensen kom je?").fill("")
    assert after(page, "Schrijf je in", "Er zijn nog 5 dingen niet in orde") == []


def test_the_steps_of_a_participant_with_errors(page):
    mia = register(session())
    page.goto(participant(mia))
    page.get_by_label("Met hoeveel mensen kom je?").fill("0")
    assert after(page, "Bewaar het aantal", "Er is nog 1 ding niet in orde") == []
    page.goto(f"{participant(mia)}doorgeven/")
    assert after(page, "Ja, geef door", "Er zijn nog 3 dingen niet in orde") == []


def test_who_is_registered_already(page):
    workshop = session(seats=1)
    fill(workshop)
    register(workshop)
    page.goto(workshop.get_absolute_url())
    page.get_by_label("Wat is je naam?").fill("Mia")
    page.get_by_label("Wat is je e-mailadres?").fill("mia@example.org")
    page.get_by_label("BurgersAanZet mag mijn gegevens").check()
    assert after(page, "Zet mij op de wachtlijst", "Kijk in je mailbox") == []
