"""Axe finds nothing on any page on which staff moderate."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone
from playwright.sync_api import expect

from initiatives import moderation
from initiatives.models import Initiative, Status
from tests import factories
from tests.browser.addresses import QUEUE, REPORTS, weigh
from tests.browser.conftest import OpenBrowser
from tests.browser.examine import violations
from tests.browser.people import Moderator


@pytest.fixture
def mo(open_browser: OpenBrowser) -> Moderator:
    """A moderator at her desk."""
    moderator = Moderator(open_browser())
    moderator.log_in()
    return moderator


def visit(mo: Moderator, *addresses: str) -> list[str]:
    """What axe finds on these pages."""
    found = []
    for address in addresses:
        mo.page.goto(address)
        found += violations(mo.page)
    return found


def test_the_door(open_browser):
    page = open_browser()
    page.goto("/admin/")
    assert violations(page) == []
    page.get_by_label("Gebruikersnaam").fill("mo")
    page.get_by_label("Wachtwoord").fill("vergeten")
    page.get_by_role("button", name="Aanmelden").click()
    expect(page.locator(".errornote")).to_be_visible()
    assert violations(page) == []


def test_an_empty_desk(mo):
    assert visit(mo, "/admin/", QUEUE, f"{QUEUE}?q=onvindbaar") == []


def test_lists(mo):
    factories.initiative(Status.SUBMITTED, photos=1)
    factories.initiative(Status.SUBMITTED, title="Soep op de stoepen")
    Initiative.objects.update(waiting_since=timezone.now() - timedelta(days=30))
    factories.initiative(Status.CHANGES_REQUESTED)
    factories.published()
    addresses = [
        "/admin/",
        QUEUE,
        f"{QUEUE}?stand=alles",
        f"{QUEUE}add/",
        "/admin/initiatives/trailentry/",
        "/stijlgids/",
    ]
    assert visit(mo, *addresses) == []


def test_reports_and_messages(mo):
    report = factories.report()
    pages = [REPORTS, f"{REPORTS}{report.pk}/change/", "/admin/initiatives/message/"]
    assert visit(mo, "/admin/", *pages) == []
    mo.page.goto(pages[1])
    mo.press("Lees de mail na…")
    expect(mo.page.locator("#fout")).to_be_visible()
    assert violations(mo.page) == []
    mo.say("niets veranderd", "Het staat er goed.")
    expect(mo.page.locator("dl.mail")).to_be_visible()
    assert violations(mo.page) == []
    mo.press("Verstuur deze mail en handel af")
    assert visit(mo, pages[1], f"{REPORTS}?stand=klaar", weigh(report.initiative)) == []


def test_themes(mo):
    factories.moderator().groups.add(Group.objects.get(name="beheerder"))
    addresses = [
        "/admin/initiatives/crisis/",
        "/admin/initiatives/theme/",
        "/admin/initiatives/theme/add/",
    ]
    assert visit(mo, *addresses) == []
    expect(mo.page.get_by_label("Naam:")).to_be_visible()


def test_weighing_a_first_version(mo):
    waiting = factories.initiative(Status.SUBMITTED, photos=2)
    address = f"{QUEUE}{waiting.pk}/"
    assert visit(mo, f"{address}change/", f"{address}voorbeeld/", f"{address}stap/intrekken/") == []
    mo.page.goto(f"{address}change/")
    mo.press("Publiceren…")
    expect(mo.page.locator("#fout")).to_be_visible()
    assert violations(mo.page) == []


def test_weighing_what_was_changed(mo):
    asked = factories.initiative(Status.CHANGES_REQUESTED, photos=1)
    version = asked.latest_version
    version.story, version.agency_answer = "Elke zaterdag is er soep.", "Wie kookt, beslist mee."
    version.save()
    version.version_photos.update(alt="Een ketel soep")
    moderation.send(initiative=asked)
    mo.page.goto(weigh(asked))
    expect(mo.page.locator(".changes h3")).to_have_count(3)
    assert violations(mo.page) == []


def test_reading_the_mail_before_it_goes(mo):
    waiting = factories.initiative(Status.SUBMITTED)
    mo.page.goto(weigh(waiting))
    mo.weigh(1, "voldoet niet", remark="Vertel meer.")
    mo.page.get_by_label("Boodschap in de mail").fill("Dank je wel.")
    mo.press("Niet weerhouden…")
    expect(mo.page.locator("dl.mail")).to_be_visible()
    assert violations(mo.page) == []


def test_reading_what_is_settled(mo):
    settled = [
        factories.published(photos=1),
        factories.initiative(Status.CHANGES_REQUESTED),
        factories.initiative(Status.REJECTED),
        factories.initiative(Status.WITHDRAWN),
    ]
    assert visit(mo, *[weigh(initiative) for initiative in settled]) == []
