"""The page of an initiative in a browser: on paper, by keyboard, under the security policy."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Page

from initiatives.models import Assessment, TargetGroup, Theme
from tests import factories
from tests.browser.conftest import PHONE, OpenBrowser

PAGES = re.compile(rb"/Type\s*/Page\b")
LONG = "Wie niet alleen wil eten, schuift mee aan tafel bij de buren uit de eigen straat. "


def told_at_length():
    """Every answer as long as the form takes."""
    initiative = factories.published(
        title=LONG[:80].strip(),
        summary=(LONG * 3)[:200],
        story=LONG * 72,
        learned=LONG * 24,
        **{name: (LONG * 3)[:200] for name in ("time_needed", "people_needed", "costs")},
        **{name: (LONG * 4)[:300] for name in ("needs", "support_needed")},
        spot="x " * 50,
        themes=Theme.objects.all()[:3],
        target_groups=TargetGroup.objects.all(),
        website=f"https://voorbeeld.example/{'lang/' * 50}",
        photos=6,
    )
    reasons = dict.fromkeys(["bottom_up", "agency", "beyond_self"], (LONG * 4)[:300])
    Assessment.objects.filter(version=initiative.live_version).update(
        **{f"{name}_reason": reason for name, reason in reasons.items()}
    )
    return initiative


def told_in_short():
    return factories.published(meeting="online", municipality=None)


@pytest.mark.parametrize("tell", [told_in_short, told_at_length])
def test_on_paper_it_is_one_sheet_with_nothing_cut_off(open_browser: OpenBrowser, tell):
    page = open_browser(viewport={"width": 703, "height": 1031})
    page.goto(tell().get_absolute_url(), wait_until="networkidle")
    assert len(PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1
    page.emulate_media(media="print")
    # As wide as an A4 sheet between its margins; what does not fit would be hidden.
    assert page.locator(".article").evaluate("one => one.scrollHeight - one.clientHeight") == 0
    shown = page.locator("main :is(h1, h2, .qr)").filter(visible=True)
    assert shown.count() == (6 if tell is told_at_length else 5)
    hidden = page.locator("header, footer, nav, .long, .cards").filter(visible=True)
    assert hidden.count() == 0


def test_photos_are_swiped_with_the_keyboard(open_browser: OpenBrowser):
    page = open_browser(viewport=PHONE, java_script_enabled=True)
    page.goto(factories.published(photos=4).get_absolute_url())
    strip = page.get_by_role("region", name="Foto’s")
    strip.focus()
    assert scrolled(page) == 0
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.swipe').scrollLeft > 0")
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def scrolled(page: Page) -> int:
    return page.locator(".swipe").evaluate("one => one.scrollLeft")


def test_the_data_for_search_engines_runs_into_no_policy(open_browser: OpenBrowser):
    title = "</script><script>document.title = 'x'</script>"
    page = open_browser()
    # The browser fixture fails on any complaint in the console.
    page.goto(factories.published(title=title).get_absolute_url())
    block = page.locator('script[type="application/ld+json"]')
    assert json.loads(block.text_content())["headline"] == title
    assert page.title() == f"{title} | BurgersAanZet"
    assert page.locator("script").count() == 1
