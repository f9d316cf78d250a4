"""Postgres restarting while a person fills in the form: nothing is lost, and no page breaks."""

from __future__ import annotations

import pytest
from django.db import connection
from playwright.sync_api import expect

from initiatives import writing
from initiatives.models import Initiative, Status
from tests import factories
from tests.browser.addresses import STEPS, write
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.people import ON, SHORT, TITLE, Citizen

END_ALL_OTHERS = """
SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()
"""


@pytest.fixture
def mia(open_browser: OpenBrowser) -> Citizen:
    return Citizen(open_browser(viewport=PHONE))


def end_connections() -> None:
    """What a restart of Postgres does to the connections that the site holds."""
    with connection.cursor() as cursor:
        cursor.execute(END_ALL_OTHERS)
        assert cursor.fetchone()[0] > 0


def test_postgres_restarts_between_two_steps(mia):
    initiative = factories.initiative(title=TITLE, photos=1)
    for step in [*STEPS, "nakijken"]:
        mia.page.goto(f"{write(initiative)}{step}/")
        end_connections()
        mia.press(ON if step in STEPS else "Verstuur mijn initiatief")
    expect(mia.page.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert Initiative.objects.get().status == Status.UNCONFIRMED


def test_postgres_restarts_while_a_step_is_saved(mia, monkeypatch):
    finish = writing.finish

    def restart_first(*arguments):
        monkeypatch.setattr(writing, "finish", finish)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(pg_backend_pid())")

    monkeypatch.setattr(writing, "finish", restart_first)
    mia.begin()
    mia.answer(SHORT)
    expect(mia.page.get_by_role("heading", level=1)).to_have_text("Even geduld")
    mia.press("Verstuur opnieuw")
    expect(mia.page.get_by_role("heading", level=1)).to_have_text("Het verhaal")
    assert Initiative.objects.get().latest_version.title == TITLE
