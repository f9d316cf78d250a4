"""The playbook in admin: what is done, late and next; ticking off, changing, adding, printing."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agenda import scheduling
from agenda.models import SessionStatus
from roadshow import playbook
from roadshow.models import RoadshowEvent, Task, TemplateTask
from tests.agenda.factories import trainer
from tests.agenda_admin.reading import items, said
from tests.factories import moderator
from tests.roadshow.playbook_factories import event, planned, task

TASKS = "/admin/roadshow/task/"


@pytest.fixture
def nijlen(db) -> RoadshowEvent:
    """In 30 days: six of the ten tasks are late."""
    return planned()


def page(of: RoadshowEvent, name: str = "") -> str:
    return f"{TASKS}moment/{of.pk}/{name}"


def do(one: Task, name: str) -> str:
    return f"{TASKS}{one.pk}/{name}/"


def form(of: Task, **changes) -> dict[str, str]:
    """What the form of a task sends."""
    names = ("title", "why", "who", "due", "note", "revision")
    return {name: str(getattr(of, name)) for name in names} | changes


def titles(tasks: list[Task]) -> list[int]:
    return [one.days for one in tasks]


def test_late_next_and_done_at_a_glance(desk, nijlen):
    playbook.mark_done(task=task(nijlen, -90), staff=moderator())
    board = desk.get(page(nijlen)).context["board"]
    assert titles(board.late) == [-84, -70, -56, -42, -35]
    assert titles(board.coming) == [-28, -21, 2, 7]
    assert (titles(board.done), board.next.days) == ([-90], -28)
    counts = [item for item in items(desk.get(page(nijlen))) if item.startswith(("1 van", "5 te"))]
    assert counts == ["1 van 10 gedaan", "5 te laat"]


def test_tick_off_and_on_again(desk, nijlen):
    one = task(nijlen, -28)
    response = desk.post(do(one, "klaar"), follow=True)
    assert said(response) == ["Gedaan: ‘Burgers uitnodigen’."]
    assert Task.objects.get(pk=one.pk).done_by == moderator()
    assert said(desk.post(do(one, "toch-niet"), follow=True)) == [
        "Nog te doen: ‘Burgers uitnodigen’."
    ]
    assert desk.get(do(one, "klaar")).status_code == 405


def test_who_is_second_reads_who_was_first(desk, nijlen):
    els = moderator("els")
    els.first_name = "Els"
    els.save()
    one = playbook.mark_done(task=task(nijlen, -28), staff=els)
    (message,) = said(desk.post(do(one, "klaar"), follow=True))
    assert message.startswith("‘Burgers uitnodigen’ is al afgevinkt, door Els, ")


def test_a_note_and_a_colleague(desk, nijlen):
    one = task(nijlen, -28)
    desk.post(do(one, "change"), form(one, note="Bel Mia", assigned_to=moderator().pk))
    stored = Task.objects.get(pk=one.pk)
    assert (stored.note, stored.assigned_to, stored.due) == ("Bel Mia", moderator(), one.due)


def test_two_write_at_once_and_nothing_typed_is_lost(desk, nijlen):
    one = task(nijlen, -28)
    playbook.change_task(task=one, revision=0, due=one.due, note="Els belt")
    response = desk.post(do(one, "change"), form(one, note="Ik bel"))
    assert items(response, "q") == ["Els belt"]
    typed = response.context["form"]
    assert (typed["note"].value(), typed["revision"].value()) == ("Ik bel", "1")
    desk.post(do(one, "change"), form(one, note="Ik bel", revision="1"))
    assert Task.objects.get(pk=one.pk).note == "Ik bel"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"title": " "}, "Schrijf wat er moet gebeuren."),
        ({"due": ""}, "Kies een dag."),
        ({"due": "31/02/2027"}, "Deze dag klopt niet. Kies een dag, zoals 12/05/2027."),
        ({"due": "9999-12-31"}, playbook.TooFar.sentence),
        ({"title": "x" * 121}, "Maak dit korter. Er mogen 120 tekens staan, jij hebt er 121."),
    ],
)
def test_what_is_wrong_is_said_and_kept(desk, nijlen, changed, sentence):
    new = {"title": "Taart", "due": str(timezone.localdate()), "note": "Met room"} | changed
    response = desk.post(page(nijlen, "taak/"), new)
    assert said(response) == [sentence]
    assert response.context["form"]["note"].value() == "Met room"
    assert nijlen.tasks.filter(is_own=True).count() == 0


def test_a_task_of_its_own_moves_along_and_can_be_dropped(desk, nijlen):
    desk.post(page(nijlen, "taak/"), {"title": "Taart", "due": str(timezone.localdate())})
    cake = nijlen.tasks.get(is_own=True)
    begins_at = nijlen.session.begins_at + timedelta(days=5)
    changes = {"begins_at": begins_at, "ends_at": begins_at + timedelta(hours=2)}
    scheduling.move(session=nijlen.session, changes=changes, staff=moderator())
    assert Task.objects.get(pk=cake.pk).due == cake.due + timedelta(days=5)
    desk.post(do(cake, "schrappen"))
    assert nijlen.tasks.filter(is_own=True).count() == 0


def test_an_event_without_a_playbook_is_offered_the_template(desk, db):
    bare = event()
    assert desk.get(page(bare)).context["may_copy"] is True
    assert said(desk.post(page(bare, "sjabloon/"), follow=True)) == [
        "Het draaiboek is er. Kijk de dagen na."
    ]
    assert desk.get(page(bare)).context["may_copy"] is False


def test_notes_are_not_lost_either(desk, nijlen):
    desk.post(page(nijlen, "notities/"), {"notes": "Sleutel\r\nbij An", "initial-notes": ""})
    response = desk.post(page(nijlen, "notities/"), {"notes": "Koffie", "initial-notes": ""})
    assert items(response, "q") == ["Sleutel bij An"]
    assert response.context["form"]["notes"].value() == "Koffie"
    again = {"notes": "Koffie", "initial-notes": "Sleutel\r\nbij An"}
    desk.post(page(nijlen, "notities/"), again)
    assert RoadshowEvent.objects.get(pk=nijlen.pk).notes == "Koffie"


def test_the_sheet_is_one_page_without_chrome(desk, nijlen):
    nijlen.session.bookings.create(trainer=trainer("Els"))
    playbook.write_notes(event=nijlen, notes="Sleutel bij An", before="")
    playbook.change_task(
        task=task(nijlen, -28), revision=0, due=task(nijlen, -28).due, note="Bel Mia"
    )
    response = desk.get(page(nijlen, "afdrukken/"))
    sheet = response.content.decode()
    assert [sheet.count(part) for part in ("<html", "<h1>", "<table>", "<form", "<nav")] == [
        *(1, 1, 1, 0, 0)
    ]
    assert "Afmelden" not in sheet
    assert items(response, "dd") == ["Nijlen", "Els (Domo vzw)"]
    assert len(items(response, "tr")) == 1 + nijlen.tasks.count()
    assert [row for row in items(response, "tr") if "Bel Mia" in row] != []
    assert items(response, "p")[-1] == "Sleutel bij An"


def test_the_start_page_and_the_overview_name_all_that_is_late(desk, nijlen):
    off = planned("Lier", status=SessionStatus.CANCELLED, cancelled_reason="Ziek")
    planned("Gent", days=200)
    Task.objects.filter(pk=task(nijlen, -90).pk).update(assigned_to=moderator())
    overview = desk.get(TASKS).context
    assert titles(overview["late"]) == [-90, -84, -70, -56, -42, -35]
    start = desk.get("/admin/")
    assert start.context["late_tasks"] == overview["late"]
    assert "6 taken zijn te laat, waarvan 1 van jou." in items(start, "p")
    first = "Burgers inspireren: De blauwdruk nalezen , 60 dagen te laat"
    assert [item for item in items(start) if "nalezen" in item] == [first]
    assert [board.event.host.name for board in overview["going_on"]] == ["Nijlen", "Gent"]
    assert [board.event for board in overview["finished"]] == [off]


def test_a_fixed_number_of_queries(desk, nijlen, django_assert_max_num_queries):
    counts = []
    for others in (0, 3):
        for number in range(others):
            planned(f"Dorp {number}")
        for address in (TASKS, page(nijlen), "/admin/"):
            with django_assert_max_num_queries(40) as asked:
                desk.get(address)
            counts.append(len(asked))
    assert counts[:3] == counts[3:]


def test_who_may_do_what(client, desk, manager_desk, django_user_model, nijlen):
    reader = Client()
    staff = django_user_model.objects.create_user("kim", is_staff=True)
    reader.force_login(staff, backend="django.contrib.auth.backends.ModelBackend")
    asked = [TASKS, page(nijlen), page(nijlen, "afdrukken/"), f"{TASKS}bereik/"]
    for address in asked:
        codes = [one.get(address).status_code for one in (client, reader, desk, manager_desk)]
        assert (address, codes) == (address, [302, 403, 200, 200])
    one = task(nijlen, -28)
    assert reader.post(do(one, "klaar")).status_code == 403
    delete = f"/admin/roadshow/templatetask/{TemplateTask.objects.first().pk}/delete/"
    assert [one.get(delete).status_code for one in (desk, manager_desk)] == [403, 200]


def test_days_that_staff_choose_are_no_proposal(desk, nijlen):
    one = TemplateTask.objects.get(days=-28)
    address = f"/admin/roadshow/templatetask/{one.pk}/change/"
    values = {"kind": one.kind, "title": "Mailen", "days": "-28", "position": one.position}
    desk.post(address, values)
    assert TemplateTask.objects.get(pk=one.pk).is_proposal is True
    desk.post(address, values | {"days": "-30"})
    assert TemplateTask.objects.get(pk=one.pk).is_proposal is False
