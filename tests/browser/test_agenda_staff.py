"""A session from the desk: it goes online, people are reminded and answer, staff see it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect
from post_office.models import Email

from agenda.models import Evaluation, Session, SessionStatus
from agenda.rounds import do_what_is_due
from tests import factories
from tests.agenda.factories import fill, register, session, trainer
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.examine import violations
from tests.browser.measure import lost, too_small
from tests.browser.people import Moderator, link_in, newest_mail
from tests.clock import at
from workshops.models import Workshop

SESSIONS = "/admin/agenda/session/"


@pytest.fixture
def mo(open_browser: OpenBrowser) -> Moderator:
    """A moderator at her desk."""
    moderator = Moderator(open_browser())
    moderator.log_in()
    return moderator


def answer(page: Page, link: str) -> None:
    """Fill in the five questions."""
    page.goto(link)
    for question, score in {
        "Kreeg je wat je verwachtte?": "wel",
        "Kan je er zelf iets mee doen?": "helemaal",
        "Voelde je je welkom?": "helemaal",
    }.items():
        page.get_by_role("group", name=question).get_by_label(score, exact=True).check()
    page.get_by_label("Wat neem je mee?").fill("Begin klein, en met buren.")
    page.get_by_role("button", name="Verstuur mijn antwoord").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt voor je antwoord")


def test_a_session_goes_online_and_is_evaluated(mo, open_browser):
    with at(timezone.now() - timedelta(days=10)):
        workshop = session(days=10.5, title="Iedereen welkom")
        register(workshop, "Mia")
    mo.page.goto("/admin/")
    mo.page.get_by_role("link", name="Iedereen welkom").first.click()
    mo.page.get_by_role("link", name="Online laten doorgaan…").click()
    mo.page.get_by_label("Link om online deel te nemen").fill("https://samen.example/zaal")
    mo.press("Maak online")
    expect(mo.page.locator("dl.mail")).to_contain_text("mia@example.org")
    expect(mo.page.locator("dl.mail")).to_contain_text("https://samen.example/zaal")
    mo.press("Maak online en verstuur")
    expect(mo.page.locator(".messagelist")).to_contain_text("De sessie gaat nu online door.")

    workshop.refresh_from_db()
    with at(workshop.begins_at + timedelta(days=2)):
        do_what_is_due()
        link = link_in(newest_mail("mia@example.org"), "evaluatie")
    Session.objects.update(
        begins_at=timezone.now() - timedelta(hours=4), ends_at=timezone.now() - timedelta(hours=1)
    )
    phone = open_browser(viewport=PHONE)
    phone.goto(link)
    assert violations(phone) + lost(phone) + too_small(phone) == []
    answer(phone, link)
    assert violations(phone) == []
    assert Evaluation.objects.get().registration is None

    mo.page.goto(f"{SESSIONS}{workshop.pk}/change/")
    expect(mo.page.locator("#evaluatie")).to_be_visible()
    expect(mo.page.get_by_text("Begin klein, en met buren.")).to_be_visible()
    expect(mo.page.get_by_role("img", name="Voelde je je welkom? helemaal: 1")).to_be_visible()
    assert violations(mo.page) == []


def test_axe_on_every_page_of_the_agenda(mo):
    factories.moderator().groups.add(Group.objects.get(name="beheerder"))
    call_command("load_workshops", verbosity=0)
    full = session(seats=3, days=4, title="Volzet")
    fill(full)
    register(full, "Wacht")
    full.bookings.create(trainer=trainer())
    draft = session(status=SessionStatus.DRAFT)
    with at(timezone.now() - timedelta(days=9)):
        past = session(days=8, title="Voorbij")
        one = register(past, "Mia", access_needs="Een helling")
    Evaluation.objects.create(session=past, expected=4, useful=3, welcome=5, best="Moed.")
    today = timezone.localdate()
    workshop = Workshop.objects.first()
    addresses = [
        "/admin/",
        SESSIONS,
        f"{SESSIONS}maand/{today.year}/{today.month}/",
        f"{SESSIONS}cijfers/",
        f"{SESSIONS}add/",
        f"/admin/workshops/workshopsession/add/?workshop={workshop.pk}",
        "/admin/workshops/workshopsession/",
        f"/admin/workshops/workshopsession/evaluatie/{workshop.pk}/",
        "/admin/agenda/trainer/",
        "/admin/agenda/trainer/add/",
        "/admin/agenda/trainerbooking/add/",
        *[f"{SESSIONS}{made.pk}/change/" for made in (full, draft, past)],
        *[f"{SESSIONS}{full.pk}/{name}/" for name in ("gegevens", "deelnemers", "inschrijven")],
        *[
            f"{SESSIONS}{full.pk}/stap/{name}/"
            for name in ("verplaatsen", "online", "plaatsen", "begeleiders", "afgelasten")
        ],
        f"{SESSIONS}inschrijving/{one.pk}/wissen/",
    ]
    found = {}
    for address in addresses:
        response = mo.page.goto(address)
        wrong = violations(mo.page)
        if wrong or response.status != 200:
            found[address] = (response.status, wrong)
    assert found == {}


def test_by_keyboard_alone(mo):
    workshop = session(days=4)
    mia = register(workshop)
    Email.objects.all().delete()
    mo.page.goto(f"{SESSIONS}inschrijving/{mia.pk}/afmelden/")
    mo.page.get_by_role("button", name="Meld af").focus()
    mo.page.keyboard.press("Enter")
    expect(mo.page.locator("dl.mail")).to_be_visible()
    mo.page.get_by_role("button", name="Meld af en verstuur").focus()
    mo.page.keyboard.press("Enter")
    expect(mo.page.locator(".messagelist")).to_contain_text("Afgemeld.")
    assert Email.objects.count() == 1


def test_at_320_pixels(mo):
    past = session(days=-2, title="Samenwerkingsovereenkomstenbespreking")
    with at(past.begins_at - timedelta(days=9)):
        register(past, "Mia", access_needs="Een helling")
    Evaluation.objects.create(session=past, expected=4, useful=3, welcome=5, best="Moed.")
    coming = session(days=4)
    today = timezone.localdate()
    mo.page.set_viewport_size({"width": 320, "height": 640})
    addresses = [
        SESSIONS,
        f"{SESSIONS}maand/{today.year}/{today.month}/",
        f"{SESSIONS}cijfers/",
        f"{SESSIONS}add/",
        f"{SESSIONS}{past.pk}/change/",
        f"{SESSIONS}{coming.pk}/stap/verplaatsen/",
        f"{SESSIONS}{coming.pk}/inschrijven/",
    ]
    found = []
    for address in addresses:
        mo.page.goto(address)
        found += lost(mo.page)
    assert found == []
