"""The pages of asking, of a track and of a plan: axe, the keyboard, 320 px."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from agenda.models import Session
from tests.agenda.factories import register, session
from tests.browser.addresses import LONG
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.examine import violations
from tests.browser.keyboard import Keyboard
from tests.browser.measure import lost, too_small
from tests.browser.people import Moderator
from tests.workshops import factories
from workshops import answering, coaching, planning, requesting
from workshops.links import Purpose, url_of
from workshops.models import ActionPlan, CoachingTrack, Request, WorkshopSession

ASK = "/baz-inspireert/aanvragen/"
ASK_EVENT = "/baz-inspireert/roadshow/aanvragen/"
LIST = "/admin/workshops/request/"


def own(asked: Request) -> str:
    return url_of(asked, Purpose.REQUEST)


def a_plan(question: str) -> ActionPlan:
    """One in which something stands."""
    date = session()
    WorkshopSession.objects.create(session=date, workshop=factories.workshop("w", has_plan=True))
    registration = register(date, organisation=question)
    planning.invite(registration)
    plan = ActionPlan.objects.get()
    rows = [(question, question, "mei"), ("Feest", "", "")]
    return planning.save(plan=plan, question=question, rows=rows, revision=0)


def a_track(goals: str) -> CoachingTrack:
    """One with a meeting and goals."""
    asked = factories.propose(factories.request("Bo", workshop=None), factories.offer(50))
    requesting.pick(request=asked, moment=factories.first_moment(asked).pk)
    track = CoachingTrack.objects.get()
    track.meetings.update(agreed=goals)
    return coaching.write_goals(track=track, goals=goals)


def public_pages(text: str) -> list[str]:
    """Every state in which such a page can be, with `text` in it."""
    waiting = factories.request("An", question=text)
    proposed = factories.proposed("Ed", factories.offer(22))
    settled = factories.confirmed("Jo")
    declined = factories.request("Li")
    answering.decline(request=declined, reason=text, revision=0, staff=settled.answered_by)
    withdrawn = requesting.withdraw(request=factories.request("Al"))
    track, plan = a_track(text), a_plan(text)
    called_off = requesting.call_off(request=factories.confirmed("Pol"), reason=text)
    event = factories.confirmed_event("Ro", occasion=text, place_offered=text)
    asked = [waiting, proposed, settled, declined, withdrawn, called_off, event]
    return [
        ASK,
        ASK_EVENT,
        *map(own, asked),
        f"{own(waiting)}intrekken/",
        f"{own(waiting)}wissen/",
        f"{own(settled)}afzeggen/",
        "/baz-inspireert/link-vragen/",
        "/baz-inspireert/aanvraag/onzin/",
        url_of(track, Purpose.TRACK),
        url_of(plan, Purpose.PLAN),
        f"{url_of(plan, Purpose.PLAN)}wissen/",
    ]


def pages_of_staff() -> list[str]:
    """The list, a request, and the two ways to answer it."""
    waiting = factories.request("Vi", question=LONG)
    return [
        LIST,
        f"{LIST}?beurt=alles",
        *(f"{LIST}{waiting.pk}/{name}/" for name in ("change", "voorstellen", "kan-niet")),
        f"/admin/workshops/coachingtrack/{CoachingTrack.objects.get().pk}/change/",
        f"/admin/workshops/coachingtrack/{CoachingTrack.objects.get().pk}/afronden/",
        "/admin/workshops/actionplan/",
    ]


def test_axe(open_browser: OpenBrowser):
    page = open_browser()
    found = []
    for address in public_pages("Buren kennen elkaar."):
        page.goto(address)
        found += violations(page)
    for address in (ASK, ASK_EVENT):
        page.goto(address)
        page.get_by_role("button", name="Verstuur mijn aanvraag").click()
        expect(page.get_by_role("heading", level=2).first).to_contain_text("dingen niet in orde")
        found += violations(page)
    assert found == []


def test_axe_for_staff(open_browser: OpenBrowser):
    mo = Moderator(open_browser())
    mo.log_in()
    a_track("Buren"), a_plan("Buren")
    found = []
    for address in pages_of_staff():
        mo.page.goto(address)
        found += violations(mo.page)
    mo.page.goto(next(one for one in pages_of_staff() if "voorstellen" in one))
    mo.press("Lees de mail na…")
    expect(mo.page.locator("#fout")).to_be_visible()
    assert found + violations(mo.page) == []


def test_narrow(open_browser: OpenBrowser):
    page = open_browser(viewport={"width": 320, "height": 640})
    found = []
    for address in public_pages(LONG):
        page.goto(address)
        found += [*lost(page), *too_small(page)]
    assert found == []


def test_picking_with_the_keyboard(open_browser: OpenBrowser):
    asked = factories.proposed()
    page = open_browser(viewport=PHONE)
    page.goto(own(asked))
    keys = Keyboard(page)
    keys.skip()
    keys.to(page.get_by_role("radio").first)
    page.keyboard.press("Space")
    keys.button("Kies dit moment")
    expect(page.locator(".lead")).to_contain_text("Het ligt vast:")
    assert Session.objects.count() == 1


def test_calling_off_with_the_keyboard(open_browser: OpenBrowser):
    asked = factories.confirmed()
    page = open_browser(viewport=PHONE)
    page.goto(own(asked))
    keys = Keyboard(page)
    keys.skip()
    keys.press(page.get_by_role("link", name="Zeg de afspraak af"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Wil je deze afspraak afzeggen?")
    keys.skip()
    keys.to(page.get_by_label("Waarom kan het niet doorgaan?"))
    page.keyboard.type("Onze zaal is stuk.")
    keys.button("Zeg de afspraak af")
    expect(page.locator(".lead")).to_contain_text("Je zegde deze afspraak af.")
    assert Session.objects.get().cancelled_reason == "Onze zaal is stuk."


def test_an_error_is_where_one_starts(open_browser: OpenBrowser):
    page: Page = open_browser(viewport=PHONE)
    page.goto(ASK)
    keys = Keyboard(page)
    keys.skip()
    keys.button("Verstuur mijn aanvraag")
    expect(page.locator("[autofocus]")).to_be_focused()
    keys.press(page.get_by_role("link", name="Vertel wat jullie willen weten of leren."))
    expect(page.get_by_label("Wat is jullie vraag?")).to_be_focused()


def test_a_plan_on_paper(open_browser: OpenBrowser):
    plan = a_plan("Hoe komen buren mee?")
    page = open_browser()
    page.goto(url_of(plan, Purpose.PLAN))
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name="Feest")).to_be_visible()
    expect(page.get_by_role("button", name="Bewaar het plan")).to_be_hidden()
    expect(page.get_by_text("Dit plan is van jullie alleen.")).to_be_hidden()
    expect(page.get_by_role("heading", name="Later: wat is ervan gekomen?")).to_be_hidden()
