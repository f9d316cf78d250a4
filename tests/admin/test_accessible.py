"""The pages on which staff moderate, in a real browser: axe finds nothing, light and dark, wide
and narrow, and nothing is refused by the content security policy."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from initiatives import moderation
from initiatives.models import Status
from tests.admin.addresses import QUEUE, answers, page
from tests.factories import initiative, published

ALSO = {"rules": {"color-contrast-enhanced": {"enabled": True}}}


@pytest.fixture(params=[("light", 1280), ("dark", 1280), ("light", 320)])
def browser_at_desk(request, browser, live_server, desk):
    """A moderator's page in a browser."""
    scheme, width = request.param
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 900}, base_url=live_server.url
    )
    cookie = desk.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    opened = context.new_page()
    yield opened
    context.close()


@pytest.mark.django_db(transaction=True)
def test_no_violations(browser_at_desk, desk):
    waiting = initiative(Status.SUBMITTED, title="Soep op de stoep")
    edited = published(title="Soep op de stoep")
    moderation.start_edit(initiative=edited)
    moderation.send(initiative=edited)
    asked = initiative(Status.CHANGES_REQUESTED)
    version = asked.latest_version
    version.story = "Iets anders."
    version.save()
    moderation.send(initiative=asked)
    desk.post(page(waiting), answers(waiting))

    for address in (
        "/admin/",
        QUEUE,
        page(waiting),
        page(edited),
        page(asked),
        page(waiting, "decide", "publish"),
        page(waiting, "step", "intrekken"),
        f"{QUEUE}add/",
    ):
        complaints = []
        browser_at_desk.on("console", lambda message, told=complaints: told.append(message.text))
        browser_at_desk.goto(address)
        assert (address, complaints) == (address, [])
        found = Axe().run(browser_at_desk, options=ALSO).response["violations"]
        assert (address, [item["id"] for item in found]) == (address, [])
        assert browser_at_desk.evaluate(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        )


@pytest.mark.django_db(transaction=True)
def test_publish_with_the_keyboard_alone(browser, live_server, desk):
    waiting = initiative(Status.SUBMITTED)
    desk.post(page(waiting), answers(waiting))
    context = browser.new_context(base_url=live_server.url)
    cookie = desk.cookies["sessionid"]
    context.add_cookies([{"name": "sessionid", "value": cookie.value, "url": live_server.url}])
    opened = context.new_page()

    opened.goto(QUEUE)
    walk_to(opened, "Soep op de stoep")
    walk_to(opened, "Publiceren…")
    walk_to(opened, "Verstuur deze mail en publiceer")
    opened.wait_for_url(f"**{QUEUE}")

    waiting.refresh_from_db()
    assert waiting.status == Status.PUBLISHED
    context.close()


def walk_to(opened, words):
    """Press Tab until the focus is on these words, then Enter."""
    focused = "document.activeElement.textContent.trim()"
    for _ in range(120):
        opened.keyboard.press("Tab")
        if opened.evaluate(focused) == words:
            with opened.expect_navigation():
                opened.keyboard.press("Enter")
            return
    raise AssertionError(f"The keyboard does not reach ‘{words}’.")
