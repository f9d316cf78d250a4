"""An official of Nijlen asks 'Rol en positie', staff propose three moments, one is picked."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from agenda.models import Session
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.people import Moderator, link_in, newest_mail
from tests.workshops import factories

EMAIL = "nele@nijlen.example"
TITLE = "Rol en positie van het lokaal bestuur"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def fill(page: Page, answers: dict[str, str]) -> None:
    for label, text in answers.items():
        page.get_by_label(label, exact=True).fill(text)


def ask(page: Page) -> None:
    """From the page of the workshop to the asker's own page; the first try forgets something."""
    page.goto(factories.workshop().get_absolute_url())
    page.get_by_role("link", name="Vraag deze workshop aan").click()
    expect(page.get_by_label(TITLE)).to_be_checked()
    fill(
        page,
        {
            "Wat is jullie vraag?": factories.QUESTION,
            "In welke gemeente?": "2560",
            "Welke dienst of organisatie?": "Dienst Welzijn",
            "Wat doe je daar?": "diensthoofd",
            "Hoeveel mensen doen mee?": "12",
            "Dag 1": factories.day(30).isoformat(),
            "Dag 2": factories.day(31).isoformat(),
            "Wat is je naam?": "Nele",
            "Wat is je e-mailadres?": EMAIL,
        },
    )
    page.get_by_label("een gemeente, OCMW of ander lokaal bestuur").check()
    page.get_by_label("bij ons ter plaatse").check()
    page.get_by_label("Wanneer op dag 1?").select_option("voormiddag")
    page.get_by_label("Wanneer op dag 2?").select_option("namiddag")
    press(page, "Verstuur mijn aanvraag")
    expect(page.get_by_role("heading", name="Er is nog 1 ding niet in orde")).to_be_visible()
    expect(page.get_by_label("Dag 2", exact=True)).to_have_value(factories.day(31).isoformat())
    page.get_by_label("BurgersAanZet mag mijn gegevens bewaren").check()
    press(page, "Verstuur mijn aanvraag")
    expect(page.locator(".lead")).to_contain_text("Wij zijn aan de beurt.")


def propose(mo: Moderator) -> str:
    """Three moments, with the mail read before it goes; returns that mail."""
    mo.page.goto("/admin/workshops/request/")
    mo.page.get_by_role("link", name=TITLE, exact=True).click()
    mo.press("Neem op mij")
    mo.page.get_by_role("link", name="Momenten voorstellen…").click()
    for number, day in enumerate((30, 31, 32), start=1):
        moment = mo.page.get_by_role("group", name=f"Moment {number}")
        moment.get_by_label("Dag", exact=True).fill(factories.day(day).isoformat())
        moment.get_by_label("Uur", exact=True).fill("09:30")
        moment.get_by_label("Plaats", exact=True).fill("Gemeentehuis")
        moment.get_by_label("Els (Domo vzw)").check()
    mo.page.get_by_label("Bericht in de mail").fill("We kijken ernaar uit.")
    mo.press("Lees de mail na…")
    mail = mo.page.locator("dl.mail").inner_text()
    mo.press("Verstuur deze mail")
    expect(mo.page.locator(".messagelist .success")).to_have_text("De mail is onderweg.")
    return mail


@pytest.mark.parametrize("scripts", [True, False], ids=["with-javascript", "without-javascript"])
def test_the_road_of_a_request(open_browser: OpenBrowser, scripts: bool):
    factories.workshop()
    factories.els()
    nele = open_browser(viewport=PHONE, java_script_enabled=scripts)
    mo = Moderator(open_browser(java_script_enabled=scripts))

    ask(nele)
    own_page = link_in(newest_mail(EMAIL), "aanvraag")
    mo.log_in()
    preview = propose(mo)
    assert preview.count("Gemeentehuis") == 3
    assert preview.count("We kijken ernaar uit.") == 1

    assert newest_mail(EMAIL).count("9.30 tot 12.30 uur, Gemeentehuis, Nijlen") == 3
    nele.goto(own_page)
    expect(nele.get_by_role("radio")).to_have_count(3)
    nele.get_by_role("radio").nth(1).check()
    press(nele, "Kies dit moment")
    expect(nele.locator(".lead")).to_contain_text("Het ligt vast:")

    session = Session.objects.get()
    assert [one.name for one in session.trainers.all()] == ["Els"]
    nele.goto(link_in(newest_mail(EMAIL), "besloten"))
    expect(nele).not_to_have_title("Deze link werkt niet | BurgersAanZet")
    assert nele.context.cookies() == []

    mo.page.goto("/admin/workshops/request/?beurt=niemand")
    mo.page.get_by_role("link", name=TITLE, exact=True).click()
    expect(mo.page.locator(".facts .tag")).to_have_text("ligt vast")
