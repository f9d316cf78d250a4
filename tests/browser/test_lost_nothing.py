"""Whatever goes wrong on the way, what a person typed is still there."""

from __future__ import annotations

import time

import pytest
from playwright.sync_api import Page, expect
from post_office.models import Email

from initiatives import moderation
from initiatives.models import Initiative, Status, Step
from tests import factories
from tests.browser.addresses import write
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.people import ON, SHORT, TITLE, Citizen

NAME = "Hoe heet het initiatief?"


@pytest.fixture
def mia(open_browser: OpenBrowser) -> Citizen:
    return Citizen(open_browser(viewport=PHONE))


@pytest.fixture
def at_first_step(mia: Citizen) -> Page:
    mia.begin()
    return mia.page


def sent_mails() -> int:
    return Email.objects.count()


def test_the_back_button_keeps_what_was_not_sent_yet(mia, at_first_step):
    at_first_step.get_by_label(NAME).fill(TITLE)
    at_first_step.get_by_role("link", name="Contact met BurgersAanZet").click()
    expect(at_first_step).to_have_title("Contact | BurgersAanZet")
    at_first_step.go_back()
    expect(at_first_step.get_by_label(NAME)).to_have_value(TITLE)


def test_the_back_button_keeps_what_was_sent(mia, at_first_step):
    mia.answer(SHORT)
    # Back from where one is: a page that is still on its way can't be left.
    expect(at_first_step.get_by_role("heading", level=1)).to_have_text("Het verhaal")
    at_first_step.go_back()
    expect(at_first_step.get_by_label(NAME)).to_have_value(TITLE)
    at_first_step.reload()
    expect(at_first_step.get_by_label(NAME)).to_have_value(TITLE)


def test_wrong_answers_are_there_on_another_device(mia, at_first_step, open_browser):
    at_first_step.get_by_label(NAME).fill("x" * 10_000)
    mia.press(ON)
    expect(at_first_step.get_by_label(NAME)).to_have_value("x" * 10_000)
    other = open_browser()
    other.goto(at_first_step.url)
    expect(other.get_by_label(NAME)).to_have_value("x" * 10_000)


def test_cookies_make_no_difference(mia, at_first_step, site):
    stale = [{"name": name, "value": "x" * 32, "url": site} for name in ("sessionid", "csrftoken")]
    at_first_step.context.add_cookies(stale)
    mia.tell()
    at_first_step.context.clear_cookies()
    mia.press(ON)
    mia.introduce()
    mia.send()
    assert Initiative.objects.get().status == Status.UNCONFIRMED


def test_a_reload_after_sending_sends_once(mia):
    mia.page.goto(write(factories.initiative(title=TITLE)) + "nakijken/")
    mia.send()
    for _ in range(2):
        mia.page.reload()
    mia.page.go_back()
    expect(mia.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert (sent_mails(), Initiative.objects.get().versions.count()) == (1, 1)


def test_a_slow_double_click_sends_once(mia, monkeypatch):
    """The second click comes while the first is still being handled."""
    initiative = factories.initiative(title=TITLE)
    arrived = []

    def slowly(**arguments):
        arrived.append(arguments)
        time.sleep(1)
        return send(**arguments)

    send = moderation.send
    monkeypatch.setattr(moderation, "send", slowly)
    mia.page.goto(write(initiative) + "nakijken/")
    button = mia.page.get_by_role("button", name="Verstuur mijn initiatief")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    for _ in range(2):
        mia.page.mouse.click(box["x"] + 20, box["y"] + 20)
        mia.page.wait_for_timeout(300)
    expect(mia.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert len(arrived) == 2
    assert (sent_mails(), initiative.trail.filter(step=Step.SEND).count()) == (1, 1)
