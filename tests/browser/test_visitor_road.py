"""What a visitor writes, on a phone: to the people behind an initiative, and to us."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import Page, expect
from post_office.models import Email

from initiatives import contacting, moderation
from initiatives.models import Initiative, Message, Report
from tests import factories
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.people import Moderator, Visitor

TITLE = "Soep op de stoep"
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with-javascript", "without"])


@pytest.fixture
def soup(site) -> Initiative:
    """Its people want messages; no mail waits."""
    shown = factories.welcoming(photos=1)
    Email.objects.all().delete()
    return shown


def heading(page: Page, text: str) -> None:
    """Wait until this page is there."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def letters() -> dict[str, str]:
    """Let the worker send what waits: the text of each mail by its receiver, as it was sent."""
    call_command("run_worker", once=True)
    texts = [path.read_text() for path in Path(settings.MAIL_DIR).glob("*.txt")]
    return {text.split("Aan: ")[1].splitlines()[0]: text for text in texts}


def find(page: Page) -> None:
    """From the list to the page of the initiative."""
    page.goto("/inspireer-elkaar/")
    page.get_by_role("link", name=TITLE).click()
    heading(page, TITLE)


@SCRIPTS
def test_a_message_and_its_answer(open_browser: OpenBrowser, soup, scripts):
    zoe = Visitor(open_browser(viewport=PHONE, java_script_enabled=scripts))
    find(zoe.page)
    zoe.page.get_by_role("link", name="Stuur een bericht").click()
    heading(zoe.page, "Stuur een bericht")
    zoe.write_message()
    zoe.press("Verstuur je bericht")
    heading(zoe.page, "Je bericht is onderweg")

    sent = letters()
    receiver = soup.contact.email
    assert set(sent) == {receiver, zoe.EMAIL}
    assert sent[receiver].count(f"> {zoe.TEXT}") == sent[zoe.EMAIL].count(f"> {zoe.TEXT}") == 1
    assert sent[receiver].count("Reply-To: =?utf-8?q?Zo=C3=AB_Peeters?= <zoe@example.org>") == 1
    assert sent[receiver].count("Antwoord dan gewoon op deze mail.") == 1
    assert [sent[zoe.EMAIL].count(word) for word in (receiver, "Mia Peeters")] == [0, 0]

    zoe.page.reload()
    zoe.page.go_back()
    zoe.page.go_forward()
    heading(zoe.page, "Je bericht is onderweg")
    zoe.page.get_by_role("link", name="Terug naar het initiatief").click()
    heading(zoe.page, TITLE)
    assert (Message.objects.count(), zoe.page.context.cookies()) == (1, [])

    mo = Moderator(open_browser())
    mo.log_in()
    mo.page.goto("/admin/initiatives/message/")
    expect(mo.page.locator("#result_list")).to_contain_text("verstuurd")
    for page in ("/admin/initiatives/message/", "/admin/post_office/email/"):
        mo.page.goto(page)
        told = mo.page.content()
        assert [told.count(word) for word in (zoe.EMAIL, zoe.TEXT, receiver)] == [0, 0, 0]


@SCRIPTS
def test_a_report_and_what_became_of_it(open_browser: OpenBrowser, soup, scripts):
    zoe = Visitor(open_browser(viewport=PHONE, java_script_enabled=scripts))
    find(zoe.page)
    zoe.page.get_by_role("link", name="Klopt er iets niet? Meld het ons").click()
    heading(zoe.page, "Klopt er iets niet?")
    zoe.write_report()
    zoe.press("Verstuur je melding")
    heading(zoe.page, "Dank je wel voor je melding")
    assert (letters(), zoe.page.context.cookies()) == ({}, [])

    mo = Moderator(open_browser(java_script_enabled=scripts))
    mo.log_in()
    mo.page.get_by_role("link", name="Bekijk de meldingen").click()
    heading(mo.page, "Meldingen die wachten")
    mo.page.get_by_role("link", name="Ik sta op een foto of in de tekst").click()
    expect(mo.page.locator("blockquote")).to_have_text(zoe.REPORT)
    mo.say("van de site gehaald", "De foto is weg.")
    expect(mo.page.locator(".error")).to_contain_text("Het staat nog op de site.")
    moderation.withdraw(initiative=soup)
    Email.objects.all().delete()
    mo.say("van de site gehaald", "De foto is weg.")
    preview = mo.page.locator("dl.mail").inner_text()
    mo.press("Verstuur deze mail en handel af")
    expect(mo.page.locator(".messagelist .success")).to_contain_text("De mail is onderweg.")

    sent = letters()
    assert set(sent) == {zoe.EMAIL}
    text = "Het staat niet meer op de site.\n\nDe foto is weg."
    assert (preview.count(text), sent[zoe.EMAIL].count(text)) == (1, 1)
    assert Report.objects.get().email == ""


def test_gone_while_the_page_stood_open(open_browser: OpenBrowser, soup):
    page = open_browser(viewport=PHONE)
    zoe = Visitor(page)
    page.goto(f"{soup.get_absolute_url()}bericht/")
    zoe.write_message()
    moderation.withdraw(initiative=soup)
    Email.objects.all().delete()
    zoe.press("Verstuur je bericht")
    heading(page, "Dit initiatief staat niet meer op de site")
    expect(page.get_by_label("Dit schreef je")).to_have_value(zoe.TEXT)
    assert letters() == {}


def test_a_slow_double_click_sends_one(open_browser: OpenBrowser, soup, monkeypatch):
    """The second click comes while the first is still being handled."""
    arrived = []

    def slowly(**message):
        arrived.append(message)
        time.sleep(1)
        return pass_on(**message)

    pass_on = contacting.pass_on
    monkeypatch.setattr(contacting, "pass_on", slowly)
    page = open_browser(viewport=PHONE)
    page.goto(f"{soup.get_absolute_url()}bericht/")
    Visitor(page).write_message()
    button = page.get_by_role("button", name="Verstuur je bericht")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    for _ in range(2):
        page.mouse.click(box["x"] + 20, box["y"] + 20)
        page.wait_for_timeout(300)
    heading(page, "Je bericht is onderweg")
    assert (len(arrived), Message.objects.count(), Email.objects.count()) == (2, 1, 2)


def test_going_back_keeps_what_was_not_sent_yet(open_browser: OpenBrowser, soup):
    page = open_browser(viewport=PHONE)
    page.goto(f"{soup.get_absolute_url()}bericht/")
    Visitor(page).write_message()
    page.get_by_role("link", name="Lees wat wij met je gegevens doen").click()
    heading(page, "Jouw gegevens en privacy")
    page.go_back()
    expect(page.get_by_label("Wat wil je vragen of vertellen?")).to_have_value(Visitor.TEXT)


def test_too_fast_says_so_and_the_next_try_works(open_browser: OpenBrowser, soup, settings):
    settings.FASTEST_MESSAGE = 3
    page = open_browser(viewport=PHONE)
    page.goto(f"{soup.get_absolute_url()}melden/")
    Visitor(page).write_report()
    Visitor(page).press("Verstuur je melding")
    notice = page.get_by_role("group", name="Er is nog 1 ding niet in orde")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text("Dat ging heel snel.")
    page.wait_for_timeout(4_000)
    Visitor(page).press("Verstuur je melding")
    heading(page, "Dank je wel voor je melding")
