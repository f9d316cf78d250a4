"""An event gets a copy of the template, once, and the template leaves it alone after that."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from agenda.models import Kind
from roadshow import playbook
from roadshow.models import Task, TemplateTask
from tests.roadshow.playbook_factories import event, planned, task
from tests.together import together

BRUSSELS = ZoneInfo("Europe/Brussels")
TOLD = [
    ("De blauwdruk nalezen", -90),
    ("Gastgemeente en aanleiding kiezen", -84),
    ("Praktijken verzamelen", -70),
    ("Afwegen: online of ter plaatse?", -56),
    ("Een filmpje maken, samen met de gemeente", -42),
    ("Het programma maken", -35),
    ("Burgers uitnodigen", -28),
    ("De opvolgsessie plannen", -21),
    ("Geïnteresseerden uitnodigen voor de opvolgsessie", 2),
    ("Lessons learned verzamelen", 7),
]


def test_what_the_report_tells_of_2020(db):
    made = planned()
    assert list(made.tasks.values_list("title", "days")) == TOLD
    assert set(TemplateTask.objects.values_list("is_proposal", flat=True)) == {True}


def test_a_follow_up_has_tasks_of_its_own(db):
    made = planned(kind=Kind.FOLLOW_UP)
    assert list(made.tasks.values_list("days", flat=True)) == [-14, 3, 7]


def test_days_are_those_of_brussels(db):
    # Half past midnight there; in UTC it is still the day before.
    made = planned(begins_at=datetime(2027, 5, 12, 0, 30, tzinfo=BRUSSELS))
    assert task(made, 2).due == date(2027, 5, 14)


def test_copying_twice_is_copying_once(db):
    made = planned()
    playbook.drop_task(task=task(made, -42))
    assert playbook.copy_template(event=made) == []
    assert made.tasks.count() == len(TOLD) - 1


def test_an_event_with_only_a_task_of_its_own_still_gets_a_copy(db):
    made = event()
    playbook.add_task(event=made, due=date.today() + timedelta(days=3), title="Taart bestellen")
    playbook.copy_template(event=made)
    assert made.tasks.count() == len(TOLD) + 1


def test_what_is_over_has_nothing_to_do_any_more(db):
    assert planned(days=-3).tasks.count() == 0


def test_changing_the_template_touches_no_event_under_way(db):
    made = planned()
    before = list(made.tasks.values())
    TemplateTask.objects.filter(days=-28).update(title="Iedereen mailen", days=-40)
    TemplateTask.objects.filter(days=-42).delete()
    assert list(made.tasks.values()) == before
    copied = planned("Lier").tasks.values_list("title", "days")
    assert ("Iedereen mailen", -40) in copied
    assert len(copied) == len(TOLD) - 1


@pytest.mark.django_db(transaction=True)
def test_two_hands_copy_at_once():
    made = event()
    results = together(*[lambda: playbook.copy_template(event=made)] * 4)
    assert sorted(map(len, results)) == [0, 0, 0, len(TOLD)]
    assert Task.objects.count() == len(TOLD)
