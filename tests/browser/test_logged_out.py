"""A moderator who takes it, or whose session ends halfway, loses nothing."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from initiatives.models import Assessment, Status
from tests import factories
from tests.browser.addresses import weigh
from tests.browser.conftest import PASSWORD, OpenBrowser
from tests.browser.examine import violations
from tests.browser.people import Moderator


@pytest.fixture
def mo(open_browser: OpenBrowser) -> Moderator:
    """A moderator who typed something and did not save it yet."""
    waiting = factories.initiative(Status.SUBMITTED)
    moderator = Moderator(open_browser())
    moderator.log_in()
    moderator.page.goto(weigh(waiting))
    moderator.weigh(1, "onduidelijk", remark="Vertel meer over het begin.")
    return moderator


def test_who_takes_it_halfway_keeps_what_was_typed(mo):
    mo.press("Neem op mij")
    expect(mo.page.locator(".assign")).to_have_text("Toegewezen aan jou. Laat los")
    remark = mo.page.get_by_label("Opmerking voor de indiener").first
    expect(remark).to_have_value("Vertel meer over het begin.")


def test_enter_saves_and_assigns_nobody(mo):
    mo.page.get_by_label("onduidelijk").first.press("Enter")
    expect(mo.page.locator(".messagelist li")).to_have_text(["Bewaard. Er is nog niets beslist."])
    expect(mo.page.locator(".assign")).to_have_text("Aan niemand toegewezen. Neem op mij")


def test_a_moderator_who_was_logged_out_goes_on(mo):
    mo.page.context.clear_cookies(name="sessionid")
    mo.press("Bewaar zonder te beslissen")
    expect(mo.page.get_by_role("heading", level=1)).to_have_text("Je was afgemeld")
    assert violations(mo.page) == []
    for password in ("vergeten", PASSWORD):
        mo.page.get_by_label("Gebruikersnaam").fill("mo")
        mo.page.get_by_label("Wachtwoord").fill(password)
        mo.press("Aanmelden en verdergaan")
    expect(mo.page.get_by_role("heading", level=1)).to_have_text("Soep op de stoep")
    assert Assessment.objects.get().bottom_up_remark == "Vertel meer over het begin."


def test_a_moderator_who_lost_the_csrf_cookie_goes_back(mo):
    mo.page.context.clear_cookies(name="csrftoken")
    mo.press("Bewaar zonder te beslissen")
    expect(mo.page.get_by_role("heading", level=1)).to_have_text("De pagina was verlopen")
    mo.page.go_back()
    remark = mo.page.get_by_label("Opmerking voor de indiener").first
    expect(remark).to_have_value("Vertel meer over het begin.")
