"""Staff write a page with the keyboard alone, look at it, and show it; axe finds nothing there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from pages.models import Page, Partner
from tests import factories
from tests.browser.conftest import OpenBrowser
from tests.browser.examine import violations
from tests.browser.keyboard import Keyboard
from tests.browser.measure import lost
from tests.browser.people import Moderator

# What Word puts on the clipboard.
PASTE = """
el => {
  const data = new DataTransfer();
  data.setData('text/html', "<h1 style='x:y'>Kop</h1>"
    + "<p class=MsoNormal style='mso-x:y'><b>Uit</b> Word<o:p></o:p></p>");
  el.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
}"""


@pytest.fixture
def desk(open_browser: OpenBrowser) -> Tab:
    """Where somebody works who may write pages."""
    factories.moderator().groups.add(Group.objects.get(name="beheerder"))
    page = open_browser()
    Moderator(page).log_in()
    return page


def test_a_page_written_with_the_keyboard(desk):
    keys = Keyboard(desk)
    desk.goto("/admin/pages/page/add/")
    field = desk.get_by_role("textbox", name="Tekst")
    expect(field).to_be_visible()
    # Where the first field has the focus from the start.
    keys.page.keyboard.type("Ons verhaal")
    keys.write("Inleiding:", "Hoe het begon.")
    keys.to(desk.get_by_role("button", name="Tussentitel"))
    desk.keyboard.press("Enter")
    expect(field).to_be_focused()
    desk.keyboard.type("Het begin")
    desk.keyboard.press("Enter")
    desk.keyboard.type("Lees meer")
    # Just after a key the editor does not look at what is selected, for some 50 ms.
    while field.evaluate("el => el.editor.state.selection.empty"):
        desk.keyboard.press("End")
        desk.keyboard.press("Shift+Home")
    for _ in range(2):  # past 'Ongedaan maken'
        desk.keyboard.press("Shift+Tab")
    expect(desk.get_by_role("button", name="Link", exact=True)).to_be_focused()
    desk.keyboard.press("Enter")
    desk.keyboard.type("javascript:alert(1)")
    desk.keyboard.press("Enter")
    expect(desk.get_by_role("alert")).to_contain_text("Begin met https://")
    assert violations(desk) == []
    desk.keyboard.press("Control+a")
    desk.keyboard.type("/contact/")
    desk.keyboard.press("Enter")
    expect(field.get_by_role("link", name="Lees meer")).to_be_visible()
    desk.keyboard.press("Enter")
    field.evaluate(PASTE)
    keys.tick("Staat op de site")
    with desk.expect_popup() as opened:
        keys.button("Bekijk een voorbeeld (nieuw venster)")
    expect(opened.value.get_by_role("heading", level=1)).to_have_text("Ons verhaal")
    expect(opened.value.get_by_role("heading", name="Het begin")).to_be_visible()
    opened.value.close()
    assert Page.objects.count() == 0
    keys.press(desk.get_by_role("button", name="Opslaan", exact=True))
    expect(desk.locator(".messagelist .success")).to_be_visible()
    page = Page.objects.get()
    assert (page.slug, page.body) == (
        "ons-verhaal",
        '<h2>Het begin</h2><p><a href="/contact/">Lees meer</a></p>'
        "<h2>Kop</h2><p><strong>Uit</strong> Word</p>",
    )


def test_axe_and_a_narrow_screen(desk):
    call_command("load_pages", verbosity=0)
    page, partner = Page.objects.get(key="vragen"), Partner.objects.first()
    addresses = [
        "/admin/pages/page/",
        "/admin/pages/page/add/",
        f"/admin/pages/page/{page.pk}/change/",
        f"/admin/pages/page/{page.pk}/history/",
        f"/admin/pages/page/{page.pk}/vroeger/1/",
        "/admin/pages/partner/",
        f"/admin/pages/partner/{partner.pk}/change/",
    ]
    found = []
    for address in addresses:
        desk.set_viewport_size({"width": 1280, "height": 800})
        desk.goto(address)
        found += violations(desk)
        desk.set_viewport_size({"width": 320, "height": 640})
        found += lost(desk)
    assert found == []
