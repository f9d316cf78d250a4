"""Who may open which page of requests, and what a list costs."""

import pytest
from django.test import Client

from tests.workshops import factories
from workshops.models import Request

pytestmark = pytest.mark.django_db
LOGIN, YES, NO = 302, 200, 403
QUERIES = 7
LIST = "/admin/workshops/request/"
# address: what a stranger, a moderator and a 'beheerder' get
TABLE = {
    LIST: (LOGIN, YES, YES),
    f"{LIST}add/": (LOGIN, 404, 404),
    "change": (LOGIN, YES, YES),
    "voorstellen": (LOGIN, YES, YES),
    "kan-niet": (LOGIN, YES, YES),
    "wissen": (LOGIN, NO, YES),
    "/admin/workshops/coachingtrack/": (LOGIN, YES, YES),
    "/admin/workshops/coachingtrack/add/": (LOGIN, YES, YES),
    "/admin/workshops/actionplan/": (LOGIN, YES, YES),
    "/admin/workshops/actionplan/add/": (LOGIN, NO, NO),
    "/admin/workshops/workshop/": (LOGIN, YES, YES),
    "/admin/workshops/workshop/add/": (LOGIN, NO, YES),
}


@pytest.mark.parametrize("what", TABLE)
def test_table(desk, manager_desk, what):
    address = what if what.startswith("/") else f"{LIST}{factories.request().pk}/{what}/"
    people = (Client(), desk, manager_desk)
    assert tuple(person.get(address).status_code for person in people) == TABLE[what]


def test_oldest_first_and_ours_first(desk):
    first, second = factories.request("An"), factories.request("Bo")
    factories.proposed("Jo")
    # Who was asked for other moments waits from then on.
    Request.objects.filter(pk=first.pk).update(turn_since=second.turn_since)
    rows = desk.get(LIST).context["cl"].result_list
    assert [asked.name for asked in rows] == ["An", "Bo"]
    rows = desk.get(f"{LIST}?beurt=aanvrager").context["cl"].result_list
    assert [asked.name for asked in rows] == ["Jo"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_asks_as_much_for_one_as_for_three(desk, number, django_assert_num_queries):
    for each in range(number):
        factories.request(f"Mia{each}")
    desk.get(LIST)
    with django_assert_num_queries(QUERIES):
        desk.get(LIST)


def test_taking_it_upon_oneself(desk):
    asked = factories.request()
    desk.post(f"{LIST}{asked.pk}/toewijzen/", {"aan": "mij"})
    assert Request.objects.get().assigned_to.username == "mo"
    desk.post(f"{LIST}{asked.pk}/toewijzen/", {"aan": "niemand"})
    assert Request.objects.get().assigned_to is None


def test_a_manager_erases(desk, manager_desk):
    asked = factories.request()
    assert desk.post(f"{LIST}{asked.pk}/wissen/").status_code == NO
    manager_desk.post(f"{LIST}{asked.pk}/wissen/")
    asked.refresh_from_db()
    assert (asked.name, asked.status) == ("", "withdrawn")
    assert manager_desk.get(f"{LIST}{asked.pk}/change/").status_code == YES
