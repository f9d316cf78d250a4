"""On 320 px, with large text and with wide text, everything is there and big enough to hit."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.addresses import (
    pages_for_everybody,
    pages_of_a_person,
    pages_of_staff,
    pages_of_stories,
    pages_of_the_agenda,
    pages_of_the_doors,
)
from tests.browser.conftest import OpenBrowser
from tests.browser.measure import lost, too_small
from tests.browser.people import Moderator

NARROW = {"width": 320, "height": 640}
# WCAG 1.4.12.
WIDE_TEXT = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }
"""
LARGE_TEXT = "html { font-size: 200% !important }"
PAGES = [
    *(pages_for_everybody, pages_of_a_person, pages_of_the_agenda),
    *(pages_of_the_doors, pages_of_stories, pages_of_staff),
]


@pytest.fixture
def look(open_browser: OpenBrowser) -> Callable[..., Page]:
    """A browser of that width, signed in where the pages are of staff. Our own security policy
    would refuse the style that the tests add."""

    def look_at(pages: Callable, **options) -> Page:
        page = open_browser(bypass_csp=True, **options)
        if pages is pages_of_staff:
            Moderator(page).log_in()
        return page

    return look_at


@pytest.mark.parametrize("pages", PAGES)
def test_nothing_is_lost_on_a_narrow_phone(look, pages):
    page, found = look(pages, viewport=NARROW), []
    for address in pages():
        page.goto(address)
        found += lost(page)
        # Django's own lists keep the distances of WCAG 2.5.8; see test_axe_admin.py.
        if pages is not pages_of_staff:
            found += too_small(page)
        page.add_style_tag(content=WIDE_TEXT)
        found += [f"wide text: {what}" for what in lost(page)]
    assert found == []


@pytest.mark.parametrize("pages", PAGES)
def test_nothing_is_lost_with_text_of_twice_the_size(look, pages):
    page, found = look(pages, viewport={"width": 1280, "height": 800}), []
    for address in pages():
        page.goto(address)
        page.add_style_tag(content=LARGE_TEXT)
        found += lost(page)
    assert found == []
