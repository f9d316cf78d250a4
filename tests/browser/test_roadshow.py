"""The pages of the roadshow in a real browser: axe, 320 px, and the keyboard alone."""

from __future__ import annotations

from datetime import time

from playwright.sync_api import expect

from roadshow import following
from roadshow.links import invitation_url
from roadshow.models import Idea, Inspired, ProgrammeItem, RoadshowEvent
from tests import factories
from tests.agenda.factories import register
from tests.browser.addresses import LONG, participant
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.examine import violations
from tests.browser.keyboard import Keyboard
from tests.browser.measure import lost, too_small
from tests.browser.people import Moderator
from tests.roadshow.factories import event, invited, over, show

NARROW = {"width": 320, "height": 640}
IDEA = "Een soepkar op de markt"
EVENTS = "/admin/roadshow/roadshowevent/"


def held_and_after(title: str = "Een namiddag vol ideeën") -> tuple[RoadshowEvent, RoadshowEvent]:
    """An event that Mia was at, and its follow-up."""
    held = event(title)
    register(held.session)
    return over(held), event("Samen verder", days=50, follows=held)


def pages_of_the_roadshow(words: str) -> list[str]:
    """Every page that it has, with `words` on it wherever people write."""
    details = {"occasion": words, "lead": words, "report": words, "film_title": words}
    details["film_link"] = "https://film.example/1"
    full = event(words, venue=words, route=words, details=details)
    ProgrammeItem.objects.create(event=full, begins=time(14), title=words, text=words)
    shown = factories.published(title=words)
    show(full, shown, factories.published(), teller=words)
    Inspired.objects.create(initiative=shown, event=full)
    held, after = held_and_after(words)
    mia = held.session.registrations.get()
    following.invite(follow_up=after)
    Idea.objects.create(event=held, registration=mia, text=words)
    token = participant(mia).split("/")[-2]
    return [
        "/baz-inspireert/roadshow/",
        *(one.get_absolute_url() for one in (full, held, after)),
        shown.get_absolute_url(),
        "/gemeenten/nijlen/",
        participant(mia),
        invitation_url(invited(mia)),
        f"/baz-inspireert/roadshow/idee/{token}/",
        "/baz-inspireert/roadshow/uitnodiging/onzin/",
    ]


def test_axe(open_browser: OpenBrowser):
    page, found = open_browser(), []
    for address in pages_of_the_roadshow("Buren vertellen"):
        page.goto(address)
        found += violations(page)
    assert found == []


def test_axe_for_staff(open_browser: OpenBrowser):
    mo = Moderator(open_browser())
    mo.log_in()
    held, after = held_and_after()
    pages = [f"{EVENTS}{held.pk}/{name}/" for name in ("change", "voorbeeld", "ideeen")]
    found = []
    for address in [EVENTS, f"{EVENTS}add/?volgt={held.pk}", *pages]:
        mo.page.goto(address)
        found += violations(mo.page)
    mo.page.goto(f"{EVENTS}{after.pk}/change/")
    mo.page.get_by_role("link", name="Uitnodigen…").click()
    mo.press("Nodig uit")
    expect(mo.page.get_by_text("mia@example.org")).to_be_visible()
    assert found + violations(mo.page) == []


def test_narrow(open_browser: OpenBrowser):
    page, found = open_browser(viewport=NARROW), []
    for address in pages_of_the_roadshow(LONG):
        page.goto(address)
        found += lost(page)
        # What can be hit of a ball is the ring around it: test_map.py.
        found += [what for what in too_small(page) if "translate(" not in what]
    assert found == []


def test_yes_and_an_idea_with_the_keyboard(open_browser: OpenBrowser):
    held, after = held_and_after()
    following.invite(follow_up=after)
    page = open_browser(viewport=PHONE, java_script_enabled=False)
    page.goto(invitation_url(invited(held.session.registrations.get())))
    keys = Keyboard(page)
    keys.skip()
    keys.button("Ja, ik kom")
    expect(page.get_by_role("heading", name="Je bent ingeschreven")).to_be_visible()
    keys.skip()
    keys.link("Schrijf je idee")
    expect(page.get_by_role("heading", level=1)).to_have_text("Jouw idee")
    keys.skip()
    keys.write("Wat zou jij willen beginnen?", IDEA)
    keys.to(page.get_by_role("checkbox"))
    page.keyboard.press("Space")
    keys.button("Bewaar mijn idee")
    expect(page.get_by_text(IDEA).first).to_be_visible()
    keys.skip()
    keys.button("Maak er een initiatief van")
    expect(page.get_by_label("Wat doen jullie, in één zin?")).to_have_value(IDEA)
    assert Inspired.objects.get().event == held
