"""A task is ticked off, reopened, changed: by one, or by two at once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from roadshow import playbook
from roadshow.models import Task
from roadshow.playbook import AlreadyDone, TaskChanged, TaskGone, TooFar
from tests.factories import moderator
from tests.roadshow.playbook_factories import planned, task
from tests.together import together


@pytest.fixture
def invite(db) -> Task:
    """Somebody has to invite citizens."""
    return task(planned(), -28)


def test_done_is_noted_with_who_and_when(invite):
    done = playbook.mark_done(task=invite, staff=moderator())
    assert (done.done_by.username, done.done_at is None, done.days_late) == ("mo", False, 0)


def test_pressing_twice_is_ticking_once(invite):
    first = playbook.mark_done(task=invite, staff=moderator())
    again = playbook.mark_done(task=invite, staff=moderator())
    assert (again.done_at, again.revision) == (first.done_at, first.revision)


def test_reopened_it_is_nobodys(invite):
    playbook.mark_done(task=invite, staff=moderator())
    again = playbook.reopen(task=invite)
    assert (again.done_at, again.done_by) == (None, None)


def test_a_colleague_wrote_meanwhile(invite):
    details = {"due": invite.due, "revision": invite.revision}
    playbook.change_task(task=invite, note="Gebeld", **details)
    with pytest.raises(TaskChanged):
        playbook.change_task(task=invite, note="Gemaild", **details)
    invite.refresh_from_db()
    assert invite.note == "Gebeld"


def test_another_day_is_so_many_days_from_the_event(invite):
    later = invite.due + timedelta(days=8)
    changed = playbook.change_task(task=invite, revision=invite.revision, due=later)
    assert (changed.days, changed.due) == (-20, later)
    with pytest.raises(TooFar):
        playbook.change_task(
            task=invite, revision=changed.revision, due=later + timedelta(days=5000)
        )


def test_what_is_dropped_can_not_be_done(invite):
    playbook.drop_task(task=invite)
    playbook.drop_task(task=invite)
    with pytest.raises(TaskGone):
        playbook.mark_done(task=invite, staff=moderator())


def test_the_database_refuses_a_doer_of_what_is_open(invite):
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=invite.pk).update(done_by=moderator())


@pytest.mark.django_db(transaction=True)
def test_two_staff_tick_the_same_task_at_once():
    open_task, staff = task(planned(), -28), [moderator(), moderator("els")]
    results = together(
        *[lambda one=one: playbook.mark_done(task=open_task, staff=one) for one in staff]
    )
    (loser,) = [result for result in results if isinstance(result, AlreadyDone)]
    winner = Task.objects.get(pk=open_task.pk).done_by
    assert str(loser).startswith(f"‘Burgers uitnodigen’ is al afgevinkt, door {winner.username}, ")
    assert Task.objects.get(pk=open_task.pk).revision == 1
