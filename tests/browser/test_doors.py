"""Four audiences, each from the home page through its door to what it came for."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from agenda.models import Audience, Kind, Registration
from initiatives.models import Initiative, Status
from roadshow.models import RoadshowEvent
from tests.agenda.factories import session
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.people import Citizen
from tests.browser.test_waiting_list import Guest
from tests.browser.test_whole_road import ask
from tests.factories import municipality
from tests.workshops.factories import workshop
from workshops.models import Request

pytestmark = pytest.mark.parametrize("scripts", [False], ids=["without-javascript"])


@pytest.fixture
def somebody(open_browser: OpenBrowser, scripts: bool) -> Page:
    """On a phone, at the home page, before four doors."""
    call_command("load_doors", verbosity=0)
    page = open_browser(viewport=PHONE, java_script_enabled=scripts)
    page.goto("/")
    return page


def enter(page: Page, door: str, title: str) -> None:
    page.get_by_role("link", name=door, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_a_citizen_shares_an_initiative(somebody: Page):
    enter(somebody, "Ik ben een burger", "Iets doen voor je buurt")
    somebody.get_by_role("main").get_by_role("link", name="Deel je initiatief").click()
    mia = Citizen(somebody)
    mia.press("Begin")
    mia.tell()
    mia.press("Bewaar en ga verder")
    mia.introduce()
    mia.send()
    mia.confirm()

    assert [one.status for one in Initiative.objects.all()] == [Status.SUBMITTED]


def test_a_welfare_organisation_books_a_seat_at_an_event(somebody: Page):
    event = session(title="BAZ in Nijlen", kind=Kind.EVENT, audiences=list(Audience))
    RoadshowEvent.objects.create(session=event, slug="nijlen", host=municipality())
    an = Guest(somebody, "An")

    somebody.goto("/")
    enter(somebody, "Ik werk in een welzijnsorganisatie", "Samen met burgers aan zet")
    somebody.get_by_role("link", name="BAZ in Nijlen").click()
    an.sign_up("Schrijf je in")
    an.stands("Je bent ingeschreven")

    assert [one.email for one in Registration.objects.all()] == [an.email]


def test_an_association_prints_tip_cards(somebody: Page):
    call_command("load_stories", verbosity=0)

    enter(somebody, "Ik zit in een vereniging", "Iedereen welkom in jouw vereniging")
    somebody.get_by_role("link", name="Druk tipkaarten af").click()
    expect(somebody.get_by_role("heading", level=1)).to_have_text("Kaartjes met tips")
    cards = somebody.locator(".cut > li")
    number = cards.count()
    somebody.emulate_media(media="print")

    assert number > 0
    expect(somebody.get_by_role("heading", level=1)).to_be_hidden()
    assert [cards.nth(at).is_visible() for at in range(number)] == [True] * number
    # Eight to a sheet.
    assert somebody.pdf().count(b"/Type /Page\n") == (number + 7) // 8


def test_a_local_government_asks_for_a_workshop(somebody: Page):
    workshop()

    somebody.goto("/")
    enter(somebody, "Ik werk voor een lokaal bestuur", "Welke rol neemt je bestuur op?")
    somebody.get_by_role("link", name="Rol en positie van het lokaal bestuur").click()
    ask(somebody)

    assert [one.organisation for one in Request.objects.all()] == ["Dienst Welzijn"]
