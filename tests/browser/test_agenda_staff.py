"""The pages of sessions at the desk; what is done there: test_whole_road.py."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect
from post_office.models import Email

from agenda.models import Evaluation, SessionStatus
from tests import factories
from tests.agenda.factories import fill, register, session, trainer
from tests.browser.conftest import OpenBrowser
from tests.browser.examine import violations
from tests.browser.measure import lost
from tests.browser.people import Moderator
from tests.clock import at
from workshops.models import Workshop

SESSIONS = "/admin/agenda/session/"


@pytest.fixture
def mo(open_browser: OpenBrowser) -> Moderator:
    """A moderator at her desk."""
    moderator = Moderator(open_browser())
    moderator.log_in()
    return moderator


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
