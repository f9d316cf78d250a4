"""The event moves, and its open tasks with it."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from agenda import emails, scheduling
from agenda.models import Session
from roadshow import playbook
from roadshow.models import RoadshowEvent, Task
from tests.clock import at
from tests.factories import moderator
from tests.roadshow.playbook_factories import planned, task
from tests.together import together

START = datetime(2027, 3, 1, 12, tzinfo=UTC)
# Hours from START: also over midnight, and over both nights in which the clock jumps.
STEP = some.tuples(
    some.sampled_from(["move", "done", "reopen", "change"]),
    some.integers(1, 24 * 400),
    some.integers(0, 9),
)


def move(event: RoadshowEvent, begins_at: datetime) -> None:
    """As staff do in the agenda, which doesn't know the roadshow."""
    changes = {"begins_at": begins_at, "ends_at": begins_at + timedelta(hours=3)}
    scheduling.move(session=event.session, changes=changes, staff=moderator())


def test_what_is_done_keeps_its_day(db):
    event = planned()
    done, left = task(event, -28), task(event, 7)
    playbook.mark_done(task=done, staff=moderator())
    move(event, event.session.begins_at + timedelta(days=10))
    assert Task.objects.get(pk=done.pk).due == done.due
    assert Task.objects.get(pk=left.pk).due == left.due + timedelta(days=10)
    assert playbook.reopen(task=done).due == done.due + timedelta(days=10)


def test_other_events_stay_and_so_does_who_reads_an_old_day(db):
    event, other = planned(), planned("Lier")
    before, open_task = list(other.tasks.values()), task(event, 7)
    move(event, event.session.begins_at + timedelta(days=10))
    assert list(other.tasks.values()) == before
    with pytest.raises(playbook.TaskChanged):
        playbook.change_task(task=open_task, revision=open_task.revision, due=open_task.due)


def test_saving_a_session_that_stays_where_it_is_changes_no_task(db):
    event = planned()
    before = list(event.tasks.values())
    event.session.save()
    assert list(event.tasks.values()) == before


@settings(
    max_examples=25,
    deadline=None,
    database=None,
    suppress_health_check=list(HealthCheck),
)
@given(script=some.lists(STEP, min_size=1, max_size=12))
def test_after_any_steps_an_open_task_is_due_by_the_day_of_its_event(db, monkeypatch, script):
    monkeypatch.setattr(emails, "queue_mail", lambda **mail: None)
    staff = moderator()
    with at(START):
        event = planned(days=30)
        for what, hours, which in script:
            one = event.tasks.all()[which]
            if what == "move":
                event = RoadshowEvent.objects.get(pk=event.pk)
                move(event, START + timedelta(hours=hours))
            elif what == "change":
                due = one.due + timedelta(days=hours % 50)
                playbook.change_task(task=one, revision=one.revision, due=due)
            elif what == "done":
                playbook.mark_done(task=one, staff=staff)
            else:
                playbook.reopen(task=one)
    day = timezone.localdate(Session.objects.get(pk=event.pk).begins_at)
    assert {one.due - timedelta(days=one.days) for one in event.tasks.open()} <= {day}


@pytest.mark.django_db(transaction=True)
def test_who_reopens_while_the_event_moves_waits_for_its_new_day():
    event = planned()
    done, moved = task(event, -28), event.session.begins_at + timedelta(days=10)
    playbook.mark_done(task=done, staff=moderator())
    colleague = Thread(target=together, args=[lambda: playbook.reopen(task=done)])
    with transaction.atomic():
        move(event, moved)
        colleague.start()
        # Time enough for one who does not wait.
        colleague.join(0.3)
        assert colleague.is_alive()
    colleague.join()
    assert Task.objects.get(pk=done.pk).due == done.due + timedelta(days=10)
