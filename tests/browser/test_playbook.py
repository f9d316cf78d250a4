"""A playbook at the desk: ticked off by keyboard alone, moved, printed; axe on every page of it."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from roadshow import playbook
from roadshow.models import Lesson, RoadshowEvent, Task
from tests import factories
from tests.agenda.factories import register, trainer
from tests.browser.addresses import LONG
from tests.browser.conftest import OpenBrowser
from tests.browser.examine import violations
from tests.browser.measure import lost
from tests.browser.people import Moderator
from tests.roadshow.playbook_factories import event, planned, task

TASKS = "/admin/roadshow/task/"


@pytest.fixture
def mo(open_browser: OpenBrowser) -> Moderator:
    """A moderator at her desk."""
    moderator = Moderator(open_browser())
    moderator.log_in()
    return moderator


@pytest.fixture
def nijlen(site) -> RoadshowEvent:
    """An event in 30 days with something late, something done, people and notes; another is past,
    and was learned from."""
    coming, staff = planned(), factories.moderator()
    staff.groups.add(Group.objects.get(name="beheerder"))
    coming.session.bookings.create(trainer=trainer())
    playbook.mark_done(task=task(coming, -90), staff=staff)
    one = task(coming, -84)
    playbook.change_task(task=one, revision=0, due=one.due, note=LONG, assigned_to=staff)
    playbook.write_notes(event=coming, notes="Sleutel bij de buren", before="")
    past = event("Lokeren", days=40)
    register(past.session, "Mia", seats=3)
    Lesson.objects.create(text=LONG, what=Lesson.What.WORKED, event=past, way="online")
    return coming


def addresses(of: RoadshowEvent) -> list[str]:
    """Every page of playbooks, lessons and figures."""
    one, moment = task(of, -84), f"{TASKS}moment/{of.pk}/"
    return [
        "/admin/",
        TASKS,
        moment,
        f"{moment}taak/",
        f"{moment}afdrukken/",
        f"{TASKS}{one.pk}/change/",
        f"{TASKS}{one.pk}/schrappen/",
        f"{TASKS}bereik/",
        f"{TASKS}witte-vlekken/",
        "/admin/roadshow/templatetask/",
        "/admin/roadshow/lesson/",
        f"/admin/roadshow/lesson/add/?event={of.pk}",
    ]


def test_from_the_start_page_to_paper_by_keyboard(mo, nijlen):
    mo.page.goto("/admin/")
    mo.page.get_by_role("link", name="Burgers inspireren: Praktijken verzamelen").focus()
    mo.page.keyboard.press("Enter")
    expect(mo.page.locator(".counts")).to_contain_text("1 van 10 gedaan")
    mo.page.get_by_role("button", name="Vink af: Praktijken verzamelen").focus()
    mo.page.keyboard.press("Enter")
    expect(mo.page.locator(".messagelist")).to_have_text("Gedaan: ‘Praktijken verzamelen’.")
    expect(mo.page.locator(".counts")).to_contain_text("2 van 10 gedaan")
    assert Task.objects.get(event=nijlen, days=-70).done_by.username == "mo"

    mo.page.get_by_role("link", name="Druk het draaiboek af").focus()
    mo.page.keyboard.press("Enter")
    expect(mo.page.get_by_role("heading", level=1)).to_have_text("Draaiboek: Burgers inspireren")
    expect(mo.page.get_by_text("Sleutel bij de buren")).to_be_visible()
    paper = mo.page.pdf(prefer_css_page_size=True)
    # One sheet of A4, in points.
    sizes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", paper)
    assert [(round(float(width)), round(float(height))) for width, height in sizes] == [(595, 842)]


def test_axe_and_a_narrow_phone(mo, nijlen):
    found = []
    for address in addresses(nijlen):
        mo.page.set_viewport_size({"width": 1280, "height": 900})
        assert mo.page.goto(address).status == 200
        found += violations(mo.page)
        mo.page.set_viewport_size({"width": 320, "height": 640})
        found += lost(mo.page)
    assert found == []
