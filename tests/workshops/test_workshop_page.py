"""The pages of what can be booked."""

import pytest
from django.core.management import call_command

from initiatives import moderation
from stories import publishing
from stories.models import State, Story
from tests import factories
from tests.agenda.factories import fill, session
from tests.agenda.visiting import rooms, text
from tests.stories.factories import barrier, story
from workshops.models import Workshop, WorkshopSession

pytestmark = pytest.mark.django_db
SLUG = "krachtige-burgers-maken-het-verschil"
URL = f"/baz-inspireert/workshops/{SLUG}/"
OVERVIEW = "/baz-inspireert/workshops/"


@pytest.fixture
def workshop():
    call_command("load_workshops", verbosity=0)
    return Workshop.objects.get(slug=SLUG)


def date_of(workshop: Workshop, **fields) -> WorkshopSession:
    return WorkshopSession.objects.create(workshop=workshop, session=session(**fields))


def told_story() -> Story:
    told = story(State.SHOWN, portrait=True)
    told.barriers.add(barrier())
    return told


def test_it_tells_all_its_parts(client, workshop):
    said = text(client.get(URL))
    for part in workshop.parts.all():
        assert part.text in said
    assert said.count(workshop.question) == 1


def test_dates_with_their_seats(client, workshop):
    date_of(workshop, days=3, seats=4)
    full = date_of(workshop, days=2, seats=1)
    fill(full.session)
    date_of(workshop, days=-2)
    date_of(workshop, is_closed=True)
    date_of(Workshop.objects.exclude(pk=workshop.pk).first(), seats=9)
    page = client.get(URL)
    assert rooms(page) == ["Volzet: wachtlijst", "Nog 4 plaatsen"]
    assert page.content.decode().count(full.session.get_absolute_url()) == 1


def test_without_dates(client, workshop):
    assert "Er staan nog geen data vast." in text(client.get(URL))


def test_a_practice_that_is_withdrawn_disappears(client, workshop):
    practice = factories.published(title="Haak en praat")
    workshop.practices.set([practice])
    assert text(client.get(URL)).count("Haak en praat") == 1
    moderation.withdraw(initiative=practice)
    said = text(client.get(URL))
    assert (said.count("Haak en praat"), said.count("Zo doen anderen het")) == (0, 0)


def test_a_story_that_is_withdrawn_disappears(client, workshop):
    told = story(State.SHOWN, title="Zingen", portrait=True)
    workshop.stories.set([story(State.DRAFT, title="Nog niet"), told])
    said = text(client.get(URL))
    assert [said.count(words) for words in ("Mensen vertellen", "Zingen", "Nog niet")] == [1, 1, 0]
    publishing.withdraw(story=told, by_teller=True)
    said = text(client.get(URL))
    assert [said.count(words) for words in ("Mensen vertellen", "Zingen")] == [0, 0]


def test_what_is_hidden_is_nowhere(client, workshop):
    Workshop.objects.filter(pk=workshop.pk).update(is_shown=False)
    assert client.get(URL).status_code == 404
    assert workshop.title not in text(client.get(OVERVIEW))
    other = Workshop.objects.shown().first()
    assert workshop.title not in text(client.get(other.get_absolute_url()))


def test_no_such_workshop(client):
    assert client.get("/baz-inspireert/workshops/nergens/").status_code == 404


def test_the_overview_has_them_in_order(client, workshop):
    Workshop.objects.filter(pk=workshop.pk).update(position=0)
    Workshop.objects.exclude(pk=workshop.pk).update(position=1)
    page = client.get(OVERVIEW).content.decode()
    places = [page.index(one.get_absolute_url()) for one in Workshop.objects.shown()]
    assert (len(places), places) == (4, sorted(places))


@pytest.mark.parametrize("url", [URL, OVERVIEW])
def test_the_same_queries_for_one_and_for_three(client, workshop, url, django_assert_num_queries):
    queries = 9 if url == URL else 1
    for _ in range(2):
        date_of(workshop)
        workshop.practices.add(factories.published())
        workshop.stories.add(told_story())
        client.get(url)  # what each process reads once after a change of the showcase
        with django_assert_num_queries(queries):
            client.get(url)
        date_of(workshop, online=3)
        workshop.practices.add(factories.published())
        workshop.stories.add(told_story())


@pytest.mark.parametrize("url", [URL, OVERVIEW, "/baz-inspireert/coaching/"])
def test_no_cookie(client, workshop, url):
    response = client.get(url)
    assert (response.status_code, dict(response.cookies)) == (200, {})
