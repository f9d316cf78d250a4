"""The pages of the roadshow, and what other pages tell of it."""

from datetime import time, timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from post_office.models import Email

from agenda import scheduling
from agenda.links import session_url
from agenda.models import Session, SessionStatus
from initiatives import moderation
from roadshow.models import Inspired, ProgrammeItem, ShownPractice
from tests import factories
from tests.agenda.factories import fill
from tests.agenda.visiting import ANSWERS, opens, problems, text
from tests.clock import at
from tests.roadshow.factories import event, past_event, show
from tests.submitting.browser import Visitor

pytestmark = pytest.mark.django_db
OVERVIEW = "/baz-inspireert/roadshow/"
STEPS = [(time(14), "Buren vertellen"), (time(13, 30), "De deur gaat open")]


@pytest.fixture
def reader(settings):
    settings.PAGE_CACHE = True
    yield Client()
    cache.clear()


def told(url: str, client: Client | None = None) -> str:
    page = (client or Client()).get(url)
    assert page.status_code == 200
    return text(page)


def test_the_page_tells_all_of_an_event():
    planned = event(details={"occasion": "de opening van een buurthuis", "lead": "Kom kijken."})
    for begins, title in STEPS:
        ProgrammeItem.objects.create(event=planned, begins=begins, title=title)
    soup, stitch = factories.published(title="Soep"), factories.published(title="Haken")
    show(planned, stitch, soup, teller="Griet")
    said = told(planned.get_absolute_url())
    in_order = ["Kom kijken.", "13.30 uur", "De deur gaat open", "14 uur", "Haken", "Soep"]
    places = [said.index(words) for words in in_order]
    assert places == sorted(places)
    assert said.count("naar aanleiding van de opening van een buurthuis") == 1
    assert (said.count("Verteld door Griet"), said.count("Kom je ook?")) == (2, 1)


def test_one_registers_there_as_in_the_agenda():
    planned = event(seats=2)
    url = planned.get_absolute_url()
    refused = Visitor().post(url, {**ANSWERS, "email": ""})
    assert (problems(refused), refused.content.decode().count(">BurgersAanZet on the road:")) == (
        ["Schrijf je e-mailadres."],
        1,
    )
    assert opens(Visitor().post(url, ANSWERS)).session == planned.session
    fill(planned.session)
    assert told(url).count("Volzet: wachtlijst") == 1


def test_a_film_is_a_link_and_nothing_else():
    planned = event(
        details={"film_title": "Het buurthuis", "film_link": "https://film.example/watch?v=1"}
    )
    page = Client().get(planned.get_absolute_url())
    html = page.content.decode()
    link = 'href="https://film.example/watch?v=1" rel="noreferrer noopener nofollow"'
    assert (html.count("film.example/"), html.count(link)) == (1, 1)
    assert text(page).count("De film opent op een andere site: film.example.") == 1


def test_a_practice_that_is_withdrawn_disappears_and_the_host_hears_it_once():
    host = {"host_email": "griet@nijlen.be", "host_name": "Griet"}
    coming, held = event(details=host), past_event(details=host)
    soup = factories.published(title="Soep")
    for one in (coming, held):
        show(one, soup)
    moderation.withdraw(initiative=soup)
    soup.refresh_from_db()
    soup.save()
    mails = Email.objects.filter(to="griet@nijlen.be")
    assert [mail.subject for mail in mails] == [f"Een praktijk valt weg bij {coming.session.title}"]
    assert told(coming.get_absolute_url()).count("Soep") == 0
    assert ShownPractice.objects.filter(told_gone_at=None).get().event == held


def test_the_overview_has_what_comes_what_was_and_the_white_spots():
    limburg = factories.municipality("Genk", province="Limburg", postcodes=("3600",))
    past_event("Eerder in Nijlen")
    past_event("Ook in Nijlen")
    event("Straks in Genk", details={"host": limburg})
    event("Niet klaar", status=SessionStatus.DRAFT)
    off = event("Afgelast", days=-3)
    Session.objects.filter(pk=off.pk).update(status="cancelled", cancelled_reason="Ziek")
    said = told(OVERVIEW)
    assert said.count("Antwerpen: Nijlen 2 keer") == 1
    assert said.count("Limburg Binnenkort: Genk nog niet") == 1
    assert (said.count("Niet klaar"), said.count("Afgelast")) == (0, 0)
    assert said.index("Straks in Genk") < said.index("Eerder in Nijlen")
    assert Client().get(OVERVIEW).content.decode().count("<title>Nijlen: 2 keer</title>") == 1


def test_the_agenda_leads_to_the_page_of_the_event(client):
    planned = event()
    assert (
        client.get("/agenda/").content.decode().count(f'href="{planned.get_absolute_url()}"') == 1
    )
    assert session_url(planned.session).endswith(planned.get_absolute_url())


def test_nothing_yet():
    assert told(OVERVIEW).count("Er staat nog niets vast.") == 1


def test_a_draft_or_a_closed_group_is_nowhere():
    draft = event("Niet klaar", status=SessionStatus.DRAFT)
    closed = event("Besloten")
    Session.objects.filter(pk=closed.pk).update(is_closed=True)
    for one in (draft, closed):
        assert Client().get(one.get_absolute_url()).status_code == 404
    assert told("/gemeenten/nijlen/").count(draft.session.title) == 0
    assert Client().get(f"{OVERVIEW}nergens/").status_code == 404


def test_an_event_and_its_follow_up_know_each_other():
    first = past_event()
    after = event("Samen verder", follows=first)
    assert told(first.get_absolute_url()).count("Samen verder") == 1
    assert told(after.get_absolute_url()).count(f"Dit volgt op {first.session.title}") == 1


def test_pages_of_initiatives_and_municipalities_tell_it_at_once(reader):
    soup, born = factories.published(title="Soep"), factories.published(title="Kar")
    pages = [soup.get_absolute_url(), born.get_absolute_url(), "/gemeenten/nijlen/"]
    title = "Een namiddag vol ideeën"
    assert [told(page, reader).count(title) for page in pages] == [0, 0, 0]
    planned = event(status=SessionStatus.DRAFT)
    show(planned, soup)
    Inspired.objects.create(initiative=born, event=planned)
    assert [told(page, reader).count(title) for page in pages] == [0, 0, 0]
    scheduling.open_session(session=planned.session, staff=factories.moderator())
    assert [told(page, reader).count(title) for page in pages] == [1, 1, 1]
    assert told(pages[1], reader).count(f"Geïnspireerd door {title}") == 1
    assert told(planned.get_absolute_url()).count("Hier begon iets") == 1
    scheduling.cancel_session(session=planned.session, reason="Ziek", staff=factories.moderator())
    assert [told(page, reader).count(title) for page in pages] == [0, 0, 0]


def test_what_was_to_come_is_past_the_next_day(reader):
    planned = event(begins_at=timezone.localtime().replace(hour=12) + timedelta(days=1))
    page = "/gemeenten/nijlen/"
    assert told(page, reader).count("Hier komt op") == 1
    midnight = timezone.localtime(planned.session.ends_at).replace(hour=0, minute=0, second=0)
    with at(midnight + timedelta(days=1, seconds=1)):
        assert told(page, reader).count("Hier was op") == 1


def test_a_municipality_tells_what_was_and_what_comes(reader):
    for days in (-40, -30, -20, -10):
        event(f"Voorbij {-days}", days=days)
    for days in (60, 50, 40, 30):
        event(f"Straks {days}", days=days)
    page = reader.get("/gemeenten/nijlen/").context["on_the_road"]
    assert [line.title for line in page] == [
        *("Straks 30", "Straks 40", "Straks 50"),
        *("Voorbij 10", "Voorbij 20", "Voorbij 30"),
    ]


@pytest.mark.parametrize("url", [OVERVIEW, "event"])
def test_the_same_queries_for_one_and_for_three(client, url, django_assert_num_queries):
    planned = event()
    address = planned.get_absolute_url() if url == "event" else url
    for number in range(2):
        for _ in range(2 * number + 1):
            ProgrammeItem.objects.create(event=planned, begins=time(14), title="Soep")
            show(planned, factories.published())
            Inspired.objects.create(initiative=factories.published(), event=planned)
            past_event("Eerder")
            event("Verder", days=60, follows=planned)
        client.get(address)  # what each process reads once after a change of the showcase
        with django_assert_num_queries(9 if url == "event" else 3):
            client.get(address)


# Not `page`: that is a fixture of the browser, and pulls all browser tests to here.
@pytest.mark.parametrize("address", ["/baz-inspireert/workshops/", "/gemeenten/nijlen/"])
def test_other_pages_lead_there(client, address):
    factories.municipality()
    assert client.get(address).content.decode().count(f'href="{OVERVIEW}"') == 1
