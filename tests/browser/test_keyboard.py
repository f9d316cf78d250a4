"""The whole road with the keyboard alone: no mouse, and no focus put where a person can't."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from initiatives import moderation
from initiatives.consents import TEXTS
from initiatives.models import Consent, Initiative, Message, Report, Status
from tests import factories
from tests.agenda.factories import session
from tests.browser.addresses import write
from tests.browser.conftest import PASSWORD, PHONE, OpenBrowser
from tests.browser.keyboard import Keyboard
from tests.browser.people import CRITERIA, EMAIL, NAME, ON, REASONS, TITLE, link_in, newest_mail
from tests.pictures import encoded, picture


@pytest.fixture
def phone(open_browser: OpenBrowser) -> Page:
    return open_browser(viewport=PHONE)


def heading(page: Page, text: str) -> None:
    """Wait until this page is there."""
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def log_in(keys: Keyboard) -> None:
    """At the door of admin, where the first field has the focus from the start."""
    expect(keys.page.get_by_label("Gebruikersnaam")).to_be_focused()
    keys.page.keyboard.type("mo")
    keys.write("Wachtwoord", PASSWORD)
    keys.page.keyboard.press("Enter")


def test_a_citizen_shares_an_initiative(phone):
    keys = Keyboard(phone)
    phone.goto("/")
    keys.press(phone.locator("summary", has_text="Menu"))
    keys.press(phone.locator(".menu").get_by_role("link", name="Deel je initiatief"))
    heading(phone, "Deel je initiatief")
    keys.skip()
    keys.button("Begin")

    heading(phone, "Het initiatief in het kort")
    keys.skip()
    keys.write("Hoe heet het initiatief?", TITLE)
    keys.write("Wat doen jullie, in één zin?", "Wie niet alleen wil stappen, stapt mee.")
    keys.button(ON)
    heading(phone, "Het verhaal")
    keys.skip()
    keys.write("Wat gebeurt er precies?", "Elke zondag een wandeling.")
    keys.button(ON)
    heading(phone, "Waar en voor wie?")
    keys.skip()
    keys.choose("Hoe komen mensen samen?", "Online")
    keys.tick("Ontmoeten")
    keys.tick("Ouderen")
    keys.choose("Is het initiatief nog bezig?", "Af en toe")
    keys.button(ON)
    heading(phone, "Drie vragen")
    keys.skip()
    for label, answer in CRITERIA.items():
        keys.write(label, answer)
    keys.button(ON)
    heading(phone, "Foto’s")
    keys.skip()
    keys.to(phone.get_by_label("Kies foto’s"))
    photo = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": encoded(picture((400, 300)))}
    phone.locator(":focus").set_input_files([photo])
    keys.button("Voeg toe")
    expect(phone.get_by_role("heading", name="Foto 1")).to_be_visible()
    keys.skip()
    keys.write("Wat is er te zien op deze foto?", "Twee stappers.")
    keys.choose("Zijn er mensen te herkennen op deze foto?", "Nee, niemand is te herkennen")
    keys.button(ON)
    heading(phone, "Wie ben je?")
    keys.skip()
    keys.write("Wat is je naam?", NAME)
    keys.write("Wat is je e-mailadres?", EMAIL)
    keys.tick(TEXTS[Consent.Kind.TERMS])
    keys.button(ON)
    heading(phone, "Nakijken en versturen")
    keys.skip()
    keys.button("Verstuur mijn initiatief")
    heading(phone, TITLE)

    phone.goto(link_in(newest_mail(EMAIL), "bevestigen"))
    keys.skip()
    keys.button("Ja, dit is van mij")
    heading(phone, TITLE)
    assert Initiative.objects.get().status == Status.SUBMITTED


def test_a_moderator_settles_it(open_browser):
    factories.initiative(Status.SUBMITTED, title=TITLE)
    page = open_browser()
    keys = Keyboard(page)
    page.goto("/admin/")
    log_in(keys)
    heading(page, "Beheer")
    keys.skip()
    keys.link("Begin met wat het langst wacht")
    heading(page, "Te beoordelen")
    keys.skip()
    keys.link(TITLE)
    heading(page, TITLE)
    keys.skip()
    keys.link("Ga naar de beoordeling")
    for number, reason in enumerate(REASONS, start=1):
        criterion = page.locator("fieldset.criterion").nth(number - 1)
        keys.to(criterion.get_by_role("radio").first)
        page.keyboard.press("Space")
        keys.to(criterion.get_by_label("Zin voor de site"))
        page.keyboard.type(reason)
    keys.button("Publiceren…")
    heading(page, "Lees de mail na: publiceren")
    keys.skip()
    keys.button("Verstuur deze mail en publiceer")
    heading(page, "Te beoordelen")
    assert Initiative.objects.get().status == Status.PUBLISHED


def test_an_error_is_where_one_starts(phone):
    keys = Keyboard(phone)
    phone.goto("/inspireer-elkaar/aanmelden/")
    keys.button("Begin")
    heading(phone, "Het initiatief in het kort")
    keys.skip()
    keys.button(ON)
    summary = phone.get_by_role("group", name="Er zijn nog 2 dingen niet in orde")
    expect(summary).to_be_focused()
    keys.press(summary.get_by_role("link", name="Vertel in één zin wat jullie doen."))
    expect(phone.get_by_label("Wat doen jullie, in één zin?")).to_be_focused()
    keys.to(phone.get_by_label("Hoe heet het initiatief?"), "Shift+Tab", in_order=False)


def test_an_error_in_admin_is_where_one_starts(open_browser):
    waiting = factories.initiative(Status.SUBMITTED)
    page = open_browser()
    keys = Keyboard(page)
    page.goto(f"/admin/initiatives/initiative/{waiting.pk}/change/")
    log_in(keys)
    heading(page, "Soep op de stoep")
    # Through all that can be followed in the preview, once that is there: the focus would get lost
    # in a frame that is still empty.
    expect(page.frame_locator("iframe").get_by_role("heading", level=1)).to_be_visible()
    page.wait_for_load_state("load")
    keys.button("Publiceren…")
    summary = page.get_by_role("group", name="Dit moet nog in orde komen")
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#id_bottom_up_verdict_0")).to_be_focused()


def test_finding_something_to_read(phone):
    factories.published(title="Groenpark", photos=2)
    keys = Keyboard(phone)
    phone.goto("/inspireer-elkaar/")
    keys.skip()
    keys.press(phone.locator("summary", has_text="Filters"))
    keys.tick("Samen eten")
    # The list changes in place, and the focus stays where it was.
    expect(phone.get_by_role("list", name="Je koos:")).to_contain_text("Samen eten")
    keys.link("Groenpark")
    heading(phone, "Groenpark")


def test_reading_what_began_in_a_crisis(phone):
    told = factories.CRISIS_ANSWERS
    factories.published(title="Groenpark", crisis=factories.crisis(), **told)
    keys = Keyboard(phone)
    phone.goto("/inspireer-elkaar/crisis/corona/")
    heading(phone, "Corona: wat burgers begonnen")
    keys.skip()
    keys.press(phone.locator("figure").get_by_role("link", name="Groenpark").first)
    heading(phone, "Groenpark")


def test_finding_something_on_the_whole_site(phone):
    factories.published(title="Groenpark")
    session(title="Groen doen")
    keys = Keyboard(phone)
    phone.goto("/")
    keys.skip()
    keys.write("Zoek op de hele site", "groen")
    phone.keyboard.press("Enter")
    heading(phone, "Zoeken")
    keys.skip()
    keys.link("Data in de agenda")
    keys.link("Groen doen")
    heading(phone, "Groen doen")


def test_through_a_door_or_by_a_wish(phone):
    call_command("load_doors", verbosity=0)
    session(title="Samen")
    keys = Keyboard(phone)
    phone.goto("/")
    keys.skip()
    keys.link("Ik zit in een vereniging")
    heading(phone, "Iedereen welkom in jouw vereniging")
    keys.skip()
    keys.link("Samen")
    heading(phone, "Samen")
    phone.goto("/baz-inspireert/")
    keys.skip()
    keys.link("dat iedereen zich welkom voelt in mijn vereniging")
    heading(phone, "Tips voor verenigingen")


def test_a_visitor_writes_to_the_people_behind_it(phone):
    keys = Keyboard(phone)
    phone.goto(factories.welcoming(title=TITLE).get_absolute_url())
    keys.skip()
    keys.link("Stuur een bericht")
    heading(phone, "Stuur een bericht")
    keys.skip()
    keys.button("Verstuur je bericht")
    summary = phone.get_by_role("group", name="Er zijn nog 3 dingen niet in orde")
    expect(summary).to_be_focused()
    keys.press(summary.get_by_role("link", name="Schrijf je naam."))
    expect(phone.get_by_label("Wat is je naam?")).to_be_focused()
    phone.keyboard.type(NAME)
    keys.write("Wat is je e-mailadres?", EMAIL)
    keys.write("Wat wil je vragen of vertellen?", "Hoe begin ik?")
    keys.button("Verstuur je bericht")
    heading(phone, "Je bericht is onderweg")
    keys.skip()
    keys.link("Terug naar het initiatief")
    heading(phone, TITLE)
    assert Message.objects.count() == 1


def test_a_report_and_who_settles_it(phone, open_browser):
    keys = Keyboard(phone)
    phone.goto(factories.published(title=TITLE).get_absolute_url())
    keys.skip()
    keys.link("Klopt er iets niet? Meld het ons")
    heading(phone, "Klopt er iets niet?")
    keys.skip()
    keys.choose("Wat is er aan de hand?", "Dit initiatief bestaat niet meer")
    keys.write("Vertel er iets meer over", "Het stopte in de zomer.")
    keys.write("Wat is je e-mailadres?", EMAIL)
    keys.button("Verstuur je melding")
    heading(phone, "Dank je wel voor je melding")

    page = open_browser()
    keys = Keyboard(page)
    page.goto("/admin/")
    log_in(keys)
    heading(page, "Beheer")
    keys.skip()
    keys.link("Bekijk de meldingen")
    heading(page, "Meldingen die wachten")
    keys.skip()
    keys.link("Dit initiatief bestaat niet meer")
    heading(page, "Dit initiatief bestaat niet meer")
    keys.skip()
    keys.choose("Wat deed je?", "niets veranderd")
    keys.write("Wat zeg je aan de melder?", "Op de pagina staat dat het voorbij is.")
    keys.button("Lees de mail na…")
    heading(page, "Lees de mail na")
    keys.skip()
    keys.button("Verstuur deze mail en handel af")
    heading(page, "Meldingen die wachten")
    assert Report.objects.waiting().count() == 0


def test_what_is_missing_is_said_where_one_starts(phone):
    keys = Keyboard(phone)
    phone.goto(write(moderation.start_draft()) + "nakijken/")
    keys.skip()
    keys.button("Verstuur mijn initiatief")
    notice = phone.locator("[autofocus]")
    expect(notice).to_be_focused()
    expect(notice).to_contain_text("Er ontbreekt nog iets.")
