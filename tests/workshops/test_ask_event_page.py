"""The page on which one asks for an inspiration event."""

import pytest

from tests.factories import municipality
from tests.initiatives.test_page_weight import LIMIT, first_view
from tests.workshops import factories
from tests.workshops.mails import to_people
from tests.workshops.test_ask_page import answers
from workshops.models import Request

pytestmark = pytest.mark.django_db
ADDRESS = "/baz-inspireert/roadshow/aanvragen/"


@pytest.fixture(autouse=True)
def nijlen():
    municipality()


def event(**changes) -> dict:
    typed = answers(occasion=factories.OCCASION, place_offered="Een zaal voor 40 mensen")
    del typed["what"]
    return typed | changes


def test_a_municipality_asks(client):
    response = client.post(ADDRESS, event())
    asked = Request.objects.get()
    assert client.get(response.url).context["asked"] == asked
    assert (asked.kind, asked.workshop, asked.organisation) == ("event", None, "Dienst Welzijn")
    assert (asked.occasion, asked.place_offered) == (
        factories.OCCASION,
        "Een zaal voor 40 mensen",
    )
    assert (to_people().count(), dict(client.cookies)) == (1, {})


def test_a_citizen_with_a_place_asks(client):
    client.post(ADDRESS, event(audience="citizens", organisation="", role="", occasion=""))
    asked = Request.objects.get()
    assert (asked.for_whom, asked.role, asked.occasion) == ("Nijlen", "", "")


def test_errors_are_named_in_the_order_of_the_page(client):
    form = client.post(ADDRESS, {}).context["form"]
    assert [field.name for field in form if field.errors] == [
        *("question", "audience", "municipality", "group_size", "way"),
        *("day_1", "part_1", "day_2", "part_2", "name", "email", "consent"),
    ]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"audience": "associations", "organisation": "", "role": ""}, {"organisation", "role"}),
        ({"audience": "welfare"}, {"audience"}),
        ({"occasion": "x" * 201}, {"occasion"}),
        ({"place_offered": "x" * 201}, {"place_offered"}),
        ({"group_size": "0"}, {"group_size"}),
        ({"consent": ""}, {"consent"}),
    ],
)
def test_what_is_wrong_is_said_and_all_is_kept(client, changes, wrong):
    page = client.post(ADDRESS, event(**changes))
    assert set(page.context["form"].errors) == wrong
    assert page.content.decode().count("Wat is onze rol?") == 1
    assert (Request.objects.count(), to_people().count()) == (0, 0)


def test_it_is_light(client):
    assert first_view(client.get(ADDRESS).content.decode()) <= LIMIT
    assert first_view(client.post(ADDRESS, {}).content.decode()) <= LIMIT
