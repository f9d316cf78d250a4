"""The list of sessions, the month, the start page."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from agenda.models import SessionStatus
from tests.agenda.factories import fill, register, session, trainer
from tests.agenda_admin.reading import SESSIONS, items

BRUSSELS = ZoneInfo("Europe/Brussels")


def tasks(desk: Client) -> dict[str, list[str]]:
    """What the start page asks, by its words."""
    context = desk.get("/admin/").context
    return {task.title: [one.title for one in task.sessions] for task in context["tasks"]}


def test_nothing_to_do(desk):
    assert tasks(desk) == {}


def test_what_asks_for_action(desk):
    near = session(title="Dichtbij", days=3, seats=1)
    near.bookings.create(trainer=trainer())
    fill(near)
    waits = session(title="Wacht", seats=1)
    fill(waits)
    register(waits, "Mia")
    session(title="Online", seats=0, online=5, online_link="")
    session(title="Klad", status=SessionStatus.DRAFT)
    session(title="Weg", status=SessionStatus.CANCELLED, cancelled_reason="Ziek")
    assert tasks(desk) == {
        "Deze week": ["Dichtbij"],
        "Nog zonder link": ["Online"],
        "Nog zonder begeleider": ["Wacht", "Online"],
        "Met een wachtlijst": ["Wacht"],
        "Volzet": ["Dichtbij"],
        "Nog niet gepubliceerd": ["Klad"],
    }


def test_the_start_page_of_who_may_see_no_agenda(client, django_user_model, db):
    session(days=3)
    nobody = django_user_model.objects.create_user("kim", is_staff=True)
    client.force_login(nobody, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/admin/").context.get("tasks") is None


def test_a_month_in_weeks(desk):
    session(title="Nacht", begins_at=datetime(2027, 4, 1, 0, 30, tzinfo=BRUSSELS))
    session(title="Maart", begins_at=datetime(2027, 3, 31, 19, tzinfo=BRUSSELS))
    april = desk.get(f"{SESSIONS}maand/2027/4/")
    found = {
        day: [one.title for one in sessions]
        for week in april.context["weeks"]
        for day, _, sessions in week
        if sessions
    }
    assert found == {datetime(2027, 4, 1).date(): ["Nacht"]}
    assert [len(week) for week in april.context["weeks"]] == [7] * 5


@pytest.mark.parametrize("month", ["2027/13", "2027/0", "1/1", "9999/12", "0/1"])
def test_a_month_that_is_none(desk, month):
    assert desk.get(f"{SESSIONS}maand/{month}/").status_code == 404


def test_the_list_begins_with_what_comes(desk):
    session(title="Later", days=50)
    session(title="Eerst", days=10)
    session(title="Voorbij", days=-10)
    titles = [item for item in items(desk.get(SESSIONS), "th") if item in {"Later", "Eerst"}]
    assert titles == ["Eerst", "Later"]
    past = items(desk.get(f"{SESSIONS}?wanneer=voorbij"), "th")
    assert [item for item in past if item in {"Later", "Eerst", "Voorbij"}] == ["Voorbij"]


def test_the_list_takes_a_fixed_number_of_queries(desk, django_assert_max_num_queries):
    session().bookings.create(trainer=trainer())
    desk.get(SESSIONS)
    with django_assert_max_num_queries(99) as first:
        desk.get(SESSIONS)
    for number in range(3):
        session().bookings.create(trainer=trainer(f"Els {number}"))
    with django_assert_max_num_queries(99) as last:
        desk.get(SESSIONS)
    assert len(first) == len(last)
