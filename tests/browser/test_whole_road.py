"""From the question of an official of Nijlen to what twelve colleagues thought of the workshop."""

from __future__ import annotations

from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page, expect
from post_office.models import STATUS, Email

from agenda import wording
from agenda.models import Evaluation, Session, SessionWay
from agenda.rounds import thanks_due
from tests.agenda.visiting import sign_up
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.people import Moderator, link_in, newest_mail
from tests.clock import at
from tests.workshops import factories

NELE, BO = "nele@nijlen.example", "bo@nijlen.example"
STAFF = settings.STAFF_EMAIL
TITLE = "Rol en positie van het lokaal bestuur"
ROOM = "https://samen.example/zaal"
COLLEAGUES = ["Bo", "An", "Jef", "Ria", "Tom", "Els", "Jan", "Lut", "Piet", "Sara", "Wim"]
ADDRESSES = [NELE, *(f"{name.lower()}@nijlen.example" for name in COLLEAGUES)]
STAYING = [address for address in ADDRESSES if address != BO]
SCORES = {
    "Kreeg je wat je verwachtte?": "wel",
    "Kan je er zelf iets mee doen?": "helemaal",
    "Voelde je je welkom?": "helemaal",
}


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def fill(page: Page, answers: dict[str, str]) -> None:
    for label, text in answers.items():
        page.get_by_label(label, exact=True).fill(text)


def delivered() -> list[tuple[str, str]]:
    """Let the worker send what waits: to whom each mail went, and the first words of its subject.
    Nothing may be left behind."""
    waiting = list(Email.objects.exclude(status=STATUS.sent).order_by("pk"))
    call_command("run_worker", once=True)
    assert not Email.objects.exclude(status=STATUS.sent).exists()
    return [(", ".join(mail.to), mail.subject.split(":")[0]) for mail in waiting]


def delivered_at(moment: datetime) -> list[tuple[str, str]]:
    """What all workers send when it is `moment`; twice, for each mail goes once."""
    with at(moment):
        for _ in range(2):
            call_command("run_agenda", once=True)
            call_command("follow_up_requests", verbosity=0)
        return delivered()


def ask(page: Page) -> None:
    """From the page of the workshop to the asker's own page; the first try forgets something."""
    page.goto(factories.workshop().get_absolute_url())
    page.get_by_role("link", name="Vraag deze workshop aan").click()
    expect(page.get_by_label(TITLE)).to_be_checked()
    fill(
        page,
        {
            "Wat is jullie vraag?": factories.QUESTION,
            "In welke gemeente?": "2560",
            "Welke dienst of organisatie?": "Dienst Welzijn",
            "Wat doe je daar?": "diensthoofd",
            "Hoeveel mensen doen mee?": "12",
            "Dag 1": factories.day(30).isoformat(),
            "Dag 2": factories.day(31).isoformat(),
            "Wat is je naam?": "Nele",
            "Wat is je e-mailadres?": NELE,
        },
    )
    page.get_by_label("een gemeente, OCMW of ander lokaal bestuur").check()
    page.get_by_label("bij ons ter plaatse").check()
    page.get_by_label("Wanneer op dag 1?").select_option("voormiddag")
    page.get_by_label("Wanneer op dag 2?").select_option("namiddag")
    press(page, "Verstuur mijn aanvraag")
    expect(page.get_by_role("heading", name="Er is nog 1 ding niet in orde")).to_be_visible()
    expect(page.get_by_label("Dag 2", exact=True)).to_have_value(factories.day(31).isoformat())
    page.get_by_label("BurgersAanZet mag mijn gegevens bewaren").check()
    press(page, "Verstuur mijn aanvraag")
    expect(page.locator(".lead")).to_contain_text("Wij zijn aan de beurt.")


def propose(mo: Moderator) -> None:
    """Three moments, with the mail read before it goes."""
    mo.page.goto("/admin/workshops/request/")
    mo.page.get_by_role("link", name=TITLE, exact=True).click()
    mo.press("Neem op mij")
    mo.page.get_by_role("link", name="Momenten voorstellen…").click()
    for number, day in enumerate((30, 31, 32), start=1):
        moment = mo.page.get_by_role("group", name=f"Moment {number}")
        moment.get_by_label("Dag", exact=True).fill(factories.day(day).isoformat())
        moment.get_by_label("Uur", exact=True).fill("09:30")
        moment.get_by_label("Plaats", exact=True).fill("Gemeentehuis")
        moment.get_by_label("Els (Domo vzw)").check()
    mo.page.get_by_label("Bericht in de mail").fill("We kijken ernaar uit.")
    mo.press("Lees de mail na…")
    mail = mo.page.locator("dl.mail").inner_text()
    assert (mail.count("Gemeentehuis"), mail.count("We kijken ernaar uit.")) == (3, 1)
    mo.press("Verstuur deze mail")
    expect(mo.page.locator(".messagelist .success")).to_have_text("De mail is onderweg.")


def pick(page: Page, own_page: str) -> None:
    """The second of the three."""
    page.goto(own_page)
    expect(page.get_by_role("radio")).to_have_count(3)
    page.get_by_role("radio").nth(1).check()
    press(page, "Kies dit moment")
    expect(page.locator(".lead")).to_contain_text("Het ligt vast:")


def register_all(page: Page, link: str) -> None:
    """Nele by the form on her phone; her colleagues send the same form."""
    page.goto(link)
    fill(page, {"Wat is je naam?": "Nele", "Wat is je e-mailadres?": NELE})
    page.get_by_label("BurgersAanZet mag mijn gegevens").check()
    press(page, "Schrijf je in")
    expect(page.locator(".notice h2")).to_have_text("Je bent ingeschreven")
    for name in COLLEAGUES:
        email = f"{name.lower()}@nijlen.example"
        sign_up(Session.objects.get(), url=urlsplit(link).path, name=name, email=email)


def cancel(page: Page) -> None:
    """Bo, by the link in her mail."""
    mail = Email.objects.get(to=BO, subject__startswith="Je bent ingeschreven")
    page.goto(link_in(mail.message, "inschrijving"))
    page.get_by_role("link", name="Meld je af").click()
    press(page, "Ja, meld mij af")
    expect(page.locator(".notice h2")).to_have_text("Je bent afgemeld")


def move_online(mo: Moderator) -> None:
    """From the request to its session; whom the mail goes to is read before it goes."""
    mo.page.goto("/admin/workshops/request/?beurt=niemand")
    mo.page.get_by_role("link", name=TITLE, exact=True).click()
    expect(mo.page.locator(".facts .tag")).to_have_text("ligt vast")
    mo.page.get_by_role("link", name=TITLE).click()
    mo.page.get_by_role("link", name="Online laten doorgaan…").click()
    mo.page.get_by_label("Link om online deel te nemen").fill(ROOM)
    mo.press("Maak online")
    preview = mo.page.locator("dl.mail")
    expect(preview).to_contain_text(ROOM)
    expect(preview.locator("dd").first).to_have_text(f"{', '.join(STAYING[:5])} en nog 6")
    mo.press("Maak online en verstuur")
    expect(mo.page.locator(".messagelist")).to_contain_text("De sessie gaat nu online door.")


def evaluate(page: Page, link: str) -> None:
    """Fill in the five questions."""
    page.goto(link)
    for question, score in SCORES.items():
        page.get_by_role("group", name=question).get_by_label(score, exact=True).check()
    page.get_by_label("Wat neem je mee?").fill("Begin klein, en met buren.")
    press(page, "Verstuur mijn antwoord")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt voor je antwoord")


def test_the_whole_road_of_a_request(open_browser: OpenBrowser):
    factories.workshop()
    factories.els()
    nele, bo = (open_browser(viewport=PHONE, java_script_enabled=False) for _ in range(2))
    mo = Moderator(open_browser(java_script_enabled=False))
    mo.log_in()

    ask(nele)
    assert delivered() == [(STAFF, "Aangevraagd"), (NELE, "We kregen je aanvraag")]
    propose(mo)
    assert delivered() == [(NELE, "Kies een moment")]
    proposal = newest_mail(NELE)
    assert proposal.count("9.30 tot 12.30 uur, Gemeentehuis, Nijlen") == 3
    pick(nele, link_in(proposal, "aanvraag"))
    assert delivered() == [(STAFF, "De aanvrager koos een moment"), (NELE, "Het ligt vast")]

    session = Session.objects.get()
    assert [one.name for one in session.trainers.all()] == ["Els"]
    register_all(nele, link_in(newest_mail(NELE), "besloten"))
    assert delivered() == [(address, "Je bent ingeschreven") for address in ADDRESSES]
    cancel(bo)
    assert delivered() == [(BO, "Je bent afgemeld")]
    move_online(mo)
    assert delivered() == [(address, "Let op, het wordt online") for address in STAYING]

    session.refresh_from_db()
    assert session.way == SessionWay.ONLINE
    assert timezone.localdate(session.begins_at) == factories.day(31)
    reminder = f"Herinnering voor {wording.day(session.begins_at)}"
    for moment, subject in {
        session.begins_at - timedelta(days=7): reminder,
        session.begins_at - timedelta(days=1): reminder,
        thanks_due(session): f"Bedankt. Wat vond je van {TITLE}?",
    }.items():
        assert delivered_at(moment - timedelta(minutes=1)) == []
        assert delivered_at(moment) == [(address, subject) for address in STAYING]

    thanks = Email.objects.get(to=NELE, subject__startswith="Bedankt.")
    # Now, for it is the browser's clock too.
    begun = timezone.now() - timedelta(hours=4)
    Session.objects.update(begins_at=begun, ends_at=begun + timedelta(hours=3))
    evaluate(nele, link_in(thanks.message, "evaluatie"))
    assert Evaluation.objects.get().registration is None
    mo.page.goto(f"/admin/agenda/session/{session.pk}/change/")
    expect(mo.page.get_by_text("Begin klein, en met buren.")).to_be_visible()
    expect(mo.page.get_by_role("img", name="Voelde je je welkom? helemaal: 1")).to_be_visible()
    assert (nele.context.cookies(), bo.context.cookies()) == ([], [])
