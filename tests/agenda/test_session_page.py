"""What the page of a session tells."""

import json
import re

import pytest

from agenda import scheduling
from agenda.models import Answer, Audience, Kind, Partner
from tests.agenda.factories import session, trainer
from tests.agenda.visiting import rooms, text
from tests.factories import moderator

pytestmark = pytest.mark.django_db
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
LINK = "https://samen.example/geheim"


def event(page) -> dict:
    return json.loads(SCRIPT.search(page.content.decode())[1])


def test_all_that_one_needs_to_know(client):
    workshop = session(
        online=4,
        kind=Kind.EVENT,
        audiences=[Audience.CITIZENS, Audience.ASSOCIATIONS],
        summary="Samen eten.\n\nEn praten.",
        route="Bus 12",
        page="/baz-inspireert/",
        step_free=Answer.YES,
        parking=Answer.NO,
        is_example=True,
    )
    els, an = trainer("Els"), trainer("An")
    an.organisation = Partner.EKC
    an.save()
    scheduling.book_trainers(session=workshop, trainers=[els, an])
    # An event leads to a page of its own; this one stays.
    said = text(client.get(f"/agenda/{workshop.uuid}/"))
    for words in (
        "Inspiratiemoment voor burgers en verenigingen voorbeeld",
        "Samen eten. En praten.",
        "De Kring Markt 1, Nijlen",
        "Of je doet online mee.",
        "Hoe kom je er? Bus 12",
        "Toegankelijk zonder trappen: ja",
        "Parking voor mensen met een handicap: nee",
        "Dit weten we nog niet: toegankelijk toilet, ringleiding, tolk Vlaamse Gebarentaal,",
        "Iemand van Domo vzw en EKC.",
        "Lees meer over ‘Iedereen welkom in jouw vereniging’",
    ):
        assert said.count(words) == 1, words
    assert "Els" not in said


def test_dietary_needs_are_asked_only_where_one_eats(client):
    asked = 'name="dietary_needs"'
    pages = [
        client.get(one.get_absolute_url()).content.decode()
        for one in (session(), session(online=2), session(seats=0, online=2))
    ]
    assert [page.count(asked) for page in pages] == [1, 1, 0]
    assert [page.count('type="radio"') for page in pages] == [0, 2, 0]


def test_what_search_engines_read(client, settings):
    workshop = session(online=3, summary='</script><b>"')
    page = client.get(workshop.get_absolute_url())
    data = event(page)
    assert (data["name"], data["description"]) == (workshop.title, workshop.summary)
    assert data["url"] == settings.SITE_URL + workshop.get_absolute_url()
    assert data["eventStatus"] == "https://schema.org/EventScheduled"
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in data["location"]] == ["Place", "VirtualLocation"]
    assert data["location"][0]["address"]["addressLocality"] == "Nijlen"
    assert LINK not in page.content.decode()


def test_search_engines_read_that_it_is_off(client):
    workshop = session()
    scheduling.cancel_session(session=workshop, reason="Ziek", staff=moderator())
    page = client.get(workshop.get_absolute_url())
    assert event(page)["eventStatus"] == "https://schema.org/EventCancelled"
    assert rooms(page) == ["Gaat niet door"]


def test_nobody_gets_a_cookie_or_the_page_of_before(client):
    response = client.get(session().get_absolute_url())
    assert response.cookies == {}
    assert response["Cache-Control"] == "private, no-cache"


def test_the_same_queries_with_one_trainer_and_with_three(client, django_assert_num_queries):
    workshop = session(online=2)
    for names in (["Els"], ["Els", "An", "Bo"]):
        scheduling.book_trainers(session=workshop, trainers=[trainer(name) for name in names])
        with django_assert_num_queries(2):
            client.get(workshop.get_absolute_url())
