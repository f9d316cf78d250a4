"""From the question of Nijlen for an inspiration event to an initiative that was born of it."""

from __future__ import annotations

import re
from datetime import timedelta

from django.conf import settings
from playwright.sync_api import Page, expect
from post_office.models import Email

from agenda import wording
from agenda.models import Registration, Session, SessionStatus, SessionWay
from initiatives.models import Initiative
from roadshow.models import Inspired, RoadshowEvent
from tests.agenda.factories import register
from tests.browser.conftest import PHONE, OpenBrowser
from tests.browser.people import EMAIL as MIA
from tests.browser.people import ON, TITLE, Citizen, Moderator, link_in, newest_mail
from tests.browser.test_whole_road import delivered, fill, pick, press
from tests.clock import at
from tests.factories import published
from tests.workshops import factories

NELE = "nele@nijlen.example"
STAFF = settings.STAFF_EMAIL
EVENT = "Inspiratiemoment in Nijlen"
OCCASION = "de opening van een buurthuis"
ROOM = "https://samen.example/zaal"
NEIGHBOURS = [f"Buur{number}" for number in range(1, 40)]
EVERYBODY = [MIA, *(f"{name.lower()}@example.org" for name in NEIGHBOURS)]
ABSENT = EVERYBODY[-1]
PRACTICES = ["Online babbelgroepen", "De doorgeefvaas", "De Coronafoon"]
IDEA = "Een bank voor elke deur"
# What the playbook wants first is due 90 days before the event, and what comes then 84 days.
AWAY = 88


def ask(page: Page) -> None:
    """As the municipality of Nijlen, which opens a neighbourhood house."""
    page.goto("/baz-inspireert/roadshow/aanvragen/")
    answers = {
        "Wat wil je met een inspiratiemoment?": "Buren warm maken om zelf te beginnen.",
        "In welke gemeente?": "2560",
        "Hoeveel mensen verwacht je?": "40",
        "Dag 1": factories.day(AWAY).isoformat(),
        "Dag 2": factories.day(AWAY + 1).isoformat(),
        "Wat is je naam?": "Nele",
        "Wat is je e-mailadres?": NELE,
    }
    optional = {
        "Is er een aanleiding?": OCCASION,
        "Heb je een plaats?": "Ons nieuwe buurthuis",
        "Welke dienst of organisatie?": "Dienst Welzijn",
        "Wat doe je daar?": "diensthoofd",
    }
    fill(page, answers)
    for label, text in optional.items():
        page.get_by_label(label).fill(text)
    page.get_by_label("een gemeente, OCMW of ander lokaal bestuur").check()
    page.get_by_label("bij ons ter plaatse").check()
    page.get_by_label("Wanneer op dag 1?").select_option("voormiddag")
    page.get_by_label("Wanneer op dag 2?").select_option("namiddag")
    page.get_by_label("BurgersAanZet mag mijn gegevens bewaren").check()
    press(page, "Verstuur mijn aanvraag")
    expect(page.locator(".lead")).to_contain_text("Wij zijn aan de beurt.")


def propose(mo: Moderator) -> None:
    """Three mornings in the new house."""
    mo.page.goto("/admin/workshops/request/")
    mo.page.locator("#result_list").get_by_role("link").first.click()
    mo.press("Neem op mij")
    mo.page.get_by_role("link", name="Momenten voorstellen…").click()
    for number in (1, 2, 3):
        moment = mo.page.get_by_role("group", name=f"Moment {number}")
        day = factories.day(AWAY - 2 + number).isoformat()
        for label, text in {"Dag": day, "Uur": "09:30", "Plaats": "Buurthuis"}.items():
            moment.get_by_label(label, exact=True).fill(text)
        moment.get_by_label("Els (Domo vzw)").check()
    mo.press("Lees de mail na…")
    mo.press("Verstuur deze mail")
    expect(mo.page.locator(".messagelist .success")).to_have_text("De mail is onderweg.")


def see_what_is_late(mo: Moderator) -> None:
    """On the start page, and from there in the playbook, where every task has its day."""
    mo.page.goto("/admin/")
    expect(mo.page.locator("[aria-labelledby=playbooks-today] .late")).to_have_text(
        "1 taak is te laat."
    )
    mo.page.get_by_role("link", name=f"{EVENT}: De blauwdruk nalezen").click()
    expect(mo.page.locator(".counts li")).to_have_text(
        [re.compile("0 van 10 gedaan"), re.compile("1 te laat"), re.compile("Gastgemeente en aan")]
    )
    expect(mo.page.locator(".tasks .is-late h3")).to_have_text(["De blauwdruk nalezen"])


def open_to_all(mo: Moderator, session: Session) -> None:
    """Publish it; where mails go, they are read first."""
    mo.page.goto(f"/admin/agenda/session/{session.pk}/change/")
    mo.page.get_by_role("link", name="Publiceren…").click()
    mo.press("Publiceer")
    mo.press("Publiceer en verstuur")
    expect(mo.page.locator(".messagelist .success")).to_have_text("De sessie is gepubliceerd.")


def register_all(page: Page, event: RoadshowEvent) -> None:
    """Mia by the form on her phone; her neighbours by the rules behind that form."""
    page.goto(event.get_absolute_url())
    fill(page, {"Wat is je naam?": "Mia", "Wat is je e-mailadres?": MIA})
    page.get_by_label("BurgersAanZet mag mijn gegevens").check()
    press(page, "Schrijf je in")
    expect(page.locator(".notice h2")).to_have_text("Je bent ingeschreven")
    for name in NEIGHBOURS:
        register(event.session, name)


def move_online(mo: Moderator, session: Session) -> None:
    mo.page.goto(f"/admin/agenda/session/{session.pk}/change/")
    mo.page.get_by_role("link", name="Online laten doorgaan…").click()
    mo.page.get_by_label("Link om online deel te nemen").fill(ROOM)
    mo.press("Maak online")
    expect(mo.page.get_by_text(f"{', '.join(EVERYBODY[:5])} en nog 35", exact=True)).to_be_visible()
    mo.press("Maak online en verstuur")
    expect(mo.page.locator(".messagelist")).to_contain_text("De sessie gaat nu online door.")


def calendar_entries() -> dict[str, tuple[int, ...]]:
    """Whose calendar got which SEQUENCE, in the order of the mails."""
    found: dict[str, tuple[int, ...]] = {}
    for mail in Email.objects.prefetch_related("attachments").order_by("pk"):
        for attachment in mail.attachments.all():
            (number,) = re.findall(rb"SEQUENCE:(\d+)", attachment.file.read())
            found[mail.to[0]] = (*found.get(mail.to[0], ()), int(number))
    return found


def show_practices(mo: Moderator, event: RoadshowEvent, practices: list[Initiative]) -> None:
    """The last one is filled in first; the numbers say the order."""
    for row, practice in enumerate(reversed(practices)):
        mo.page.goto(f"/admin/roadshow/roadshowevent/{event.pk}/change/")
        mo.page.locator(f"[name=practices-{row}-initiative]").fill(practice.get_absolute_url())
        mo.page.locator(f"[name=practices-{row}-position]").fill(str(len(practices) - row))
        mo.page.locator("[name=_save]").click()
        expect(mo.page.locator(".messagelist .success")).to_be_visible()


def plan_follow_up(mo: Moderator, event: RoadshowEvent) -> RoadshowEvent:
    """Two weeks after the event; what it has in common with that is there already."""
    mo.page.goto(f"/admin/roadshow/roadshowevent/{event.pk}/change/")
    mo.page.get_by_role("link", name="Maak een opvolgsessie…").click()
    day = (event.session.begins_at + timedelta(days=14)).date().isoformat()
    for name, hour in {"Begint": "19:30", "Eindigt": "21:30"}.items():
        moment = mo.page.get_by_role("group", name=name)
        moment.get_by_label("Dag", exact=True).fill(day)
        moment.get_by_label("Uur", exact=True).fill(hour)
    mo.press("Plan")
    expect(mo.page.locator(".messagelist .success")).to_be_visible()
    return event.follow_ups.get()


def note_who_was_absent(mo: Moderator, session: Session) -> None:
    mo.page.goto(f"/admin/agenda/session/{session.pk}/change/")
    mo.page.get_by_label(f"Aanwezig van {NEIGHBOURS[-1]}").fill("0")
    mo.press("Bewaar aanwezigen")
    expect(mo.page.locator(".messagelist .success")).to_be_visible()
    assert Registration.objects.get(present=0).email == ABSENT


def say_yes(page: Page, link: str, after: Session) -> None:
    """A program that looks at links changes nothing; Mia's one click does."""
    for way in (page.request.get, page.request.head):
        assert way(link).status == 200
    assert after.registrations.count() == 0
    page.goto(link)
    press(page, "Ja, ik kom")
    expect(page.locator(".notice h2")).to_have_text("Je bent ingeschreven")
    assert list(after.registrations.values_list("name", "email")) == [("Mia", MIA)]


def write_the_idea(page: Page) -> None:
    page.get_by_role("link", name="Schrijf je idee").click()
    page.get_by_label("Wat zou jij willen beginnen?").fill(IDEA)
    page.get_by_role("checkbox").check()
    press(page, "Bewaar mijn idee")
    expect(page.locator(".panel .lead")).to_have_text(IDEA)


def let_it_grow(mia: Citizen) -> None:
    """Into a submission, in which the idea stands already."""
    mia.press("Maak er een initiatief van")
    expect(mia.page.get_by_label("Wat doen jullie, in één zin?")).to_have_value(IDEA)
    mia.tell({"Hoe heet het initiatief?": TITLE})
    mia.press(ON)
    mia.introduce()
    mia.send()
    mia.confirm()


def publish(mo: Moderator) -> None:
    """Staff read where it came from, and publish it."""
    mo.open_assessment()
    origin = mo.page.locator("p", has_text="Geïnspireerd door")
    expect(origin).to_have_text(f"Geïnspireerd door {EVENT}, uit dit idee: {IDEA}")
    mo.publish()


def sign_in_anew(mo: Moderator) -> None:
    """So much later that she was signed out."""
    mo.page.context.clear_cookies()
    mo.log_in()


def test_the_whole_road_of_an_event(open_browser: OpenBrowser):
    factories.els()
    practices = [published(title=title) for title in PRACTICES]
    Email.objects.all().delete()
    # Without JavaScript, for nobody may need it; twenty seconds are enough for once.
    nele, phone = (open_browser(viewport=PHONE, java_script_enabled=False) for _ in range(2))
    mia, mo = Citizen(phone), Moderator(open_browser(java_script_enabled=False))
    mo.log_in()

    ask(nele)
    propose(mo)
    pick(nele, link_in(newest_mail(NELE), "aanvraag"))
    event = RoadshowEvent.objects.select_related("session").get()
    session = event.session
    assert (event.host.name, event.occasion, session.title, session.status) == (
        *("Nijlen", OCCASION),
        *(EVENT, SessionStatus.DRAFT),
    )
    see_what_is_late(mo)
    assert delivered()[-1] == (NELE, "Het ligt vast")

    open_to_all(mo, session)
    session.refresh_from_db()
    register_all(phone, event)
    told = [(address, "Je bent ingeschreven") for address in EVERYBODY]
    assert delivered() == [(NELE, "Het staat op de site"), *told]
    assert calendar_entries() == dict.fromkeys([NELE, *EVERYBODY], (0,))

    with at(session.begins_at - timedelta(days=3)):
        sign_in_anew(mo)
        move_online(mo, session)
        told = [(address, "Let op, het wordt online") for address in EVERYBODY]
        assert delivered() == [*told, (NELE, "Je afspraak is veranderd")]
        # The session went online, and so did each seat.
        assert calendar_entries() == {NELE: (0, 1)} | dict.fromkeys(EVERYBODY, (0, 2))
        show_practices(mo, event, practices)
        phone.goto(event.get_absolute_url())
        expect(phone.locator(".discs h3")).to_have_text(PRACTICES)
        after = plan_follow_up(mo, event)
        assert (after.session.way, after.session.seats_online) == (SessionWay.ONLINE, 40)
        assert delivered() == []

    with at(session.ends_at + timedelta(days=1)):
        sign_in_anew(mo)
        note_who_was_absent(mo, session)
        open_to_all(mo, after.session)
        invited = f"Kom je naar de opvolgsessie op {wording.day(after.session.begins_at)}?"
        assert delivered() == [(address, invited) for address in EVERYBODY if address != ABSENT]
        letter = Email.objects.get(to=MIA, subject=invited).message
        say_yes(phone, link_in(letter, "uitnodiging"), after.session)
        write_the_idea(phone)
        let_it_grow(mia)
        publish(mo)
        phone.goto(Inspired.objects.get().initiative.get_absolute_url())
        phone.get_by_role("link", name=EVENT).click()
        expect(phone.get_by_role("heading", name="Hier begon iets")).to_be_visible()
        expect(phone.locator(".willow .discs h3")).to_have_text([TITLE])
        mo.page.goto(f"/admin/roadshow/task/bereik/?jaar={session.begins_at.year}")
        row = mo.page.get_by_role("row", name="Antwerpen")
        # Events, follow-ups, people, municipalities, practices, initiatives.
        expect(row.get_by_role("cell")).to_have_text(["1", "0", "39", "1", "3", "1"])
    assert (nele.context.cookies(), phone.context.cookies()) == ([], [])
