"""A site that a browser can visit, and the browsers of the people who do."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests import factories
from tests.browser.watch import Watch

# The longest that a page may take on a busy machine.
PATIENCE = 15_000  # milliseconds
expect.set_options(timeout=PATIENCE)
PHONE = {"width": 360, "height": 740}
PASSWORD = "een lang wachtwoord voor de test"

OpenBrowser = Callable[..., Page]


@pytest.fixture
def site(live_server: LiveServer, settings) -> str:
    """The address of the site, also in the links of its mails; empty but for two municipalities."""
    settings.SITE_URL = live_server.url
    # Playwright fills in a form as fast as a program does.
    settings.FASTEST_SUBMISSION = settings.FASTEST_MESSAGE = 0
    # Logging in is not what is tested; the real hash takes half a second each time.
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    factories.municipality("Nijlen")
    factories.municipality("Lokeren", province="Oost-Vlaanderen", postcodes=("9160",))
    moderator = factories.moderator()
    moderator.set_password(PASSWORD)
    moderator.save()
    return live_server.url


@pytest.fixture
def open_browser(browser: Browser, site: str) -> Iterator[OpenBrowser]:
    """Opens a browser of its own, with its own cookies. At the end none of them may have asked
    another host for anything, or complained in its console."""
    watches = []

    def open_one(**options) -> Page:
        context = browser.new_context(base_url=site, locale="nl-BE", **options)
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        watches.append(Watch(page, site))
        return page

    yield open_one
    complaints = [complaint for watch in watches for complaint in watch.complaints]
    for watch in watches:
        watch.page.context.close()
    assert complaints == []
