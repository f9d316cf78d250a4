"""The front page: never empty, and never what was true yesterday."""

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.test import Client, override_settings

from agenda import scheduling
from agenda.models import SessionStatus
from tests.agenda.factories import session
from tests.factories import moderator, municipality, published
from tests.stories.factories import agree, story

pytestmark = pytest.mark.django_db


def test_an_empty_site_has_something_in_every_part(client):
    response = client.get("/")

    html = response.content.decode()
    assert response.status_code == 200
    assert [html.count(words) for words in ("Het mandje is nog leeg", "De kaart is nog leeg")] == [
        *(1, 1)
    ]
    assert html.count("Er is nu niets gepland") == 1
    assert html.count("Hun verhalen komen hier") == 1


def test_the_first_of_everything(client):
    for name in ("Een", "Twee", "Drie", "Vier"):
        published(title=name, municipality=municipality())
        session(title=f"Workshop {name}", days=5)
    session(title="Besloten", days=1, is_closed=True)
    session(title="Af", days=1, status=SessionStatus.CANCELLED, cancelled_reason="Ziek")
    call_command("load_doors", verbosity=0)

    context = client.get("/").context

    assert [card.title for card in context["newest"]] == ["Vier", "Drie", "Twee"]
    assert [card.title for card in context["dates"]] == [
        *("Workshop Een", "Workshop Twee", "Workshop Drie")
    ]
    assert [(region.name, region.count) for region in context["regions"]] == [("Antwerpen", 4)]
    assert len(context["doors"]) == 4


@pytest.fixture
def ready_pages():
    with override_settings(PAGE_CACHE=True):
        yield
    cache.clear()


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_for_more(client, django_assert_num_queries, number):
    for _ in range(number):
        published()
        session()
    client.get("/")

    with django_assert_num_queries(5):
        client.get("/")


def test_a_date_that_is_called_off_is_gone_at_once(ready_pages):
    client = Client()
    off = session(title="Workshop in Nijlen")
    pages = [client.get("/").content.decode()]

    scheduling.cancel_session(session=off, reason="Ziek", staff=moderator())
    pages.append(client.get("/").content.decode())

    assert [page.count("Workshop in Nijlen") for page in pages] == [1, 0]


def test_what_staff_change_of_a_story_that_follows_is_there_at_once(ready_pages):
    client, follows = Client(), story("follows", title="Met de fanfare")
    pages = [client.get("/").content.decode()]

    follows.title = "Met de harmonie"
    follows.save()
    pages.append(client.get("/").content.decode())

    assert [(page.count("Met de fanfare"), page.count("Met de harmonie")) for page in pages] == [
        (1, 0),
        (0, 1),
    ]


def test_a_picture_that_may_no_longer_be_shown_is_gone_at_once(ready_pages):
    client, told = Client(), story("shown", portrait=True)
    pages = [client.get("/").content.decode()]

    agree(told)
    pages.append(client.get("/").content.decode())

    assert [page.count("Portret bij") for page in pages] == [1, 0]
