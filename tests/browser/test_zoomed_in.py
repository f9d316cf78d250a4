"""Every public page without JavaScript, enlarged four times and in the colours that somebody chose
for all that is on the screen: nothing is cut off, hidden or without a focus to be seen."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests import factories
from tests.browser.addresses import (
    LONG,
    pages_for_everybody,
    pages_of_a_person,
    pages_of_stories,
    pages_of_the_agenda,
    pages_of_the_doors,
)
from tests.browser.conftest import OpenBrowser
from tests.browser.measure import SEEN, lost
from tests.browser.test_request_pages import public_pages
from tests.browser.test_roadshow import pages_of_the_roadshow

# A window of 1280 by 1024 at 400 % (WCAG 1.4.10).
ENLARGED = {"width": 320, "height": 256}
HIDDEN = (
    "() => {"
    + SEEN
    + """
const found = [];
const ground = el => {
  for (let at = el; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!colour.endsWith(', 0)')) return colour;
  }
};
for (const el of document.body.querySelectorAll('*')) {
  if (!seen(el)) continue;
  const style = getComputedStyle(el);
  if (['fixed', 'sticky'].includes(style.position) && el.offsetHeight > innerHeight / 2)
    found.push('stays before the page: ' + name(el));
  const says = [...el.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  if (says && !el.closest('svg') && style.color === ground(el))
    found.push('text in the colour of its ground: ' + name(el));
}
for (const el of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
  // A ball on a map shows it by its own colour.
  if (!seen(el) || el.tabIndex < 0 || el.disabled || el.closest('svg')) continue;
  el.focus();
  const drawn = [getComputedStyle(el), getComputedStyle(el, '::after')];
  if (!drawn.some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2))
    found.push('no focus to be seen: ' + name(el));
}
return found;
}"""
)


def pages_of_the_roads() -> list[str]:
    """The roadshow, and asking for what is offered."""
    return [*pages_of_the_roadshow(LONG), *public_pages(LONG)]


def pages_of_places() -> list[str]:
    """The map, and municipalities."""
    factories.published(title=LONG)
    query = "?provincie=antwerpen&thema=samen-eten"
    below = ("/", "/nijlen/", "/lokeren/", "/nijlen/insluiten/")
    return [f"/inspireer-elkaar/kaart/{query}", *(f"/gemeenten{end}" for end in below)]


@pytest.mark.parametrize(
    "pages",
    [
        *(pages_for_everybody, pages_of_a_person, pages_of_the_agenda, pages_of_the_doors),
        *(pages_of_stories, pages_of_the_roads, pages_of_places),
    ],
)
def test_nothing_is_lost(open_browser: OpenBrowser, pages: Callable[[], list[str]]):
    page = open_browser(viewport=ENLARGED, forced_colors="active", java_script_enabled=False)
    found = []
    for address in pages():
        page.goto(address)
        found += lost(page) + hidden(page)
    assert found == []


def hidden(page: Page) -> list[str]:
    """What can't be told from what is behind it, covers the page, or shows no focus."""
    return [f"{page.title()}: {what}" for what in page.evaluate(HIDDEN)]
