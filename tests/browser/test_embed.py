"""A municipality shows its initiatives on a site of its own: another address, another origin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import factories
from tests.browser.conftest import PATIENCE, OpenBrowser
from tests.browser.examine import violations
from tests.browser.measure import lost, too_small

# What a careful municipality allows a frame: to follow a link that somebody chose, and no scripts.
SANDBOX = "allow-top-navigation-by-user-activation allow-popups"
FOCUSED_LINK = "() => document.activeElement.matches('a') ? document.activeElement.text : ''"
EMBED = "/gemeenten/nijlen/insluiten/"
Host = Callable[[str], str]


@pytest.fixture
def host() -> Iterator[Host]:
    """Puts a page with this body on a server of its own; gives its address."""
    shown = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(shown[-1].encode())

        def log_message(self, *_) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()

    def put(body: str) -> str:
        shown.append(f'<!doctype html><html lang="nl"><title>Gemeente</title>{body}')
        return f"http://127.0.0.1:{server.server_port}/"

    yield put
    server.shutdown()
    server.server_close()


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def code_on(open_browser: OpenBrowser) -> str:
    """What a municipality copies from its page."""
    page = open_browser()
    page.goto("/gemeenten/nijlen/")
    page.get_by_text("Zet dit op je eigen website").click()
    return page.get_by_label("Kopieer deze code").input_value()


@pytest.mark.parametrize("attributes", ["", f'sandbox="{SANDBOX}"'])
def test_it_shows_and_a_link_leads_to_the_whole_window(
    open_browser, site, host, visitor, attributes
):
    initiative = factories.published(title="Soep op de stoep", photos=1)
    code = code_on(open_browser)
    visitor.goto(host(f"<h1>Nijlen</h1>{code.replace('<iframe', f'<iframe {attributes}')}"))
    frame = visitor.frame_locator("iframe[title='Burgerinitiatieven in Nijlen']")
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    # The style sheet came along, into a sandbox too: it hides nothing and draws the lines.
    expect(frame.get_by_role("listitem")).to_have_css("border-top-width", "2px")
    image = frame.get_by_role("img", name="Buren aan tafel 0")
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("img => img.naturalWidth") > 0
    visitor.keyboard.press("Tab")
    inside = visitor.frames[1]
    while inside.evaluate(FOCUSED_LINK) != "Soep op de stoep":
        visitor.keyboard.press("Tab")
    visitor.keyboard.press("Enter")
    visitor.wait_for_url(site + initiative.get_absolute_url())
    assert visitor.context.cookies() == []


def test_no_other_page_shows_in_a_frame(site, host, visitor):
    visitor.goto(host(f'<iframe src="{site}/gemeenten/nijlen/" title="x"></iframe>'))
    expect(visitor.frame_locator("iframe").get_by_text("Nijlen")).to_have_count(0)
    assert visitor.frames[1].url != f"{site}/gemeenten/nijlen/"


@pytest.mark.parametrize("width", [200, 320, 900])
@pytest.mark.parametrize("number", [0, 1, 13])
def test_it_fits_any_width(open_browser, width, number):
    for nth in range(number):
        factories.published(title=f"Buurtwandelingsverenigingsvoorzitters {nth}", photos=nth % 2)
    page = open_browser(viewport={"width": width, "height": 560})
    page.goto(EMBED)
    assert lost(page) + too_small(page) == []
    assert violations(page) == []


def test_an_unknown_municipality_is_told_in_the_frame(site, host, visitor):
    visitor.goto(host(f'<iframe src="{site}/gemeenten/nergens/insluiten/" title="x"></iframe>'))
    heading = visitor.frame_locator("iframe").get_by_role("heading", level=1)
    expect(heading).to_have_text("Deze gemeente kennen we niet")
