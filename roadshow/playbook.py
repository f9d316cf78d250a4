"""The one door for the playbook of an event: copied from the template, dated, done, changed.

The day of a task follows from the day of its event. Whoever sets it locks the session first, as
whoever moves the session does; so no task keeps the day of before.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import DateField, ExpressionWrapper, F, Max, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.formats import date_format

from agenda.models import Session
from agenda.seat_book import lock
from roadshow.models import RoadshowEvent, Task, TemplateTask
from roadshow.models.playbook import FAR, KINDS

# What staff may change of a task; `due` moves it in time.
DETAILS = {"title", "why", "who", "assigned_to", "note"}


class PlaybookError(Exception):
    """The step can't be taken; the message says why, and what can be done."""

    sentence = "Dit kan nu niet."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class AlreadyDone(PlaybookError):
    """A colleague was first."""

    def __init__(self, task: Task) -> None:
        by, at = name_of(task.done_by), timezone.localtime(task.done_at)
        super().__init__(
            f"‘{task.title}’ is al afgevinkt, door {by}, {date_format(at, 'j F Y, H:i')}."
        )


class TaskGone(PlaybookError):
    sentence = "Een collega schrapte deze taak intussen."


class TaskChanged(PlaybookError):
    sentence = (
        "Een collega veranderde dit intussen. Wat jij typte, staat er nog. "
        "Bewaar opnieuw als jouw tekst de juiste is."
    )


class TooFar(PlaybookError):
    sentence = f"Kies een dag op hoogstens {FAR} dagen van het moment zelf."


def name_of(user: User | None) -> str:
    """A colleague's name, also of one whose account is gone."""
    return (user.get_full_name() or user.get_username()) if user else "een vroegere collega"


def copy_template(*, event: RoadshowEvent) -> list[Task]:
    """Give an event its own copy of the template for its kind, with dates. What staff change in it
    later doesn't come back: an event that has one gets nothing. Nor does one that is over, for it
    would have everything to do and all of it late. Returns the new tasks."""
    with transaction.atomic():
        session = lock(event.session)
        if session.is_over or has_copy(event):
            return []
        day = timezone.localdate(session.begins_at)
        return Task.objects.bulk_create(
            Task(
                event=event,
                title=task.title,
                why=task.why,
                who=task.who,
                days=task.days,
                position=position,
                due=day + timedelta(days=task.days),
            )
            for position, task in enumerate(TemplateTask.objects.filter(kind=session.kind), start=1)
        )


def has_copy(event: RoadshowEvent) -> bool:
    """Whether an event got its copy of the template."""
    return event.tasks.filter(is_own=False).exists()


def add_task(*, event: RoadshowEvent, due: date, **details) -> Task:
    """Give an event a task of its own, for the day `due`; `details` has any of DETAILS.

    Raises TooFar.
    """
    with transaction.atomic():
        days = _days_between(_lock_day(event), due)
        last = event.tasks.aggregate(last=Max("position"))["last"] or 0
        return Task.objects.create(
            event=event, is_own=True, due=due, days=days, position=last + 1, **details
        )


def change_task(*, task: Task, revision: int, due: date, **details) -> Task:
    """Change what has to be done, or by when; `details` has any of DETAILS. `revision` is the one
    that was read. A task that is done keeps its day until it is reopened.

    Raises TaskChanged, TaskGone or TooFar.
    """
    with transaction.atomic():
        day = _lock_day(task.event)
        task = _lock(task)
        if task.revision != revision:
            raise TaskChanged
        if due != task.due:
            task.days, task.due = _days_between(day, due), due
        for name in details.keys() & DETAILS:
            setattr(task, name, details[name])
        return _save(task)


def mark_done(*, task: Task, staff: User) -> Task:
    """Tick it off. By the same person, twice is once.

    Raises AlreadyDone when a colleague was first, or TaskGone.
    """
    with transaction.atomic():
        task = _lock(task)
        if task.done_at and task.done_by == staff:
            return task
        if task.done_at:
            raise AlreadyDone(task)
        task.done_at, task.done_by = timezone.now(), staff
        return _save(task)


def reopen(*, task: Task) -> Task:
    """It is not done after all: it is due again, by the day of the event as that is now. Twice is
    once. Raises TaskGone."""
    with transaction.atomic():
        day = _lock_day(task.event)
        task = _lock(task)
        if not task.done_at:
            return task
        task.done_at, task.done_by = None, None
        task.due = day + timedelta(days=task.days)
        return _save(task)


def drop_task(*, task: Task) -> None:
    """This event doesn't need it. Twice is once."""
    Task.objects.filter(pk=task.pk).delete()


def write_notes(*, event: RoadshowEvent, notes: str, before: str) -> None:
    """Write the notes of an event; `before` is what they were when they were read.

    Raises TaskChanged.
    """
    with transaction.atomic():
        event = RoadshowEvent.objects.select_for_update().get(pk=event.pk)
        if _lines(event.notes) not in {_lines(before), _lines(notes)}:
            raise TaskChanged
        event.notes = _lines(notes)
        event.save(update_fields=["notes"])


def reschedule(event: RoadshowEvent | Session) -> int:
    """Its day changed: give the open tasks theirs; what is done keeps its day. Takes an event or
    its session; call it in the transaction that moved it. Returns how many moved."""
    session = event.session if isinstance(event, RoadshowEvent) else event
    day = Cast(Value(timezone.localdate(session.begins_at)), DateField())
    due = ExpressionWrapper(day + F("days"), output_field=DateField())
    moved = Task.objects.open().filter(event=session.pk).exclude(due=due)
    return moved.update(due=due, revision=F("revision") + 1)


def follow_session(sender: type, instance: Session, raw: bool = False, **signal) -> None:
    """A session of the agenda was saved. The agenda moves it, and doesn't know what is planned
    around it."""
    fields = signal.get("update_fields")
    may_have_moved = not raw and (fields is None or "begins_at" in fields)
    if may_have_moved and instance.kind in dict(KINDS):
        reschedule(instance)


def _lock_day(event: RoadshowEvent) -> date:
    """The day of an event in Brussels, which can't change until the transaction ends."""
    return timezone.localdate(lock(event.session).begins_at)


def _lock(task: Task) -> Task:
    """The task as it is in the database now, held until the transaction ends. Raises TaskGone."""
    # No join: what a lock waited for is read anew, but what was joined to it is not.
    try:
        return Task.objects.select_for_update().get(pk=task.pk)
    except Task.DoesNotExist:
        raise TaskGone from None


def _days_between(day: date, due: date) -> int:
    days = (due - day).days
    if abs(days) > FAR:
        raise TooFar
    return days


def _lines(text: str) -> str:
    """With the ends of lines as we keep them; a browser sends others."""
    return text.replace("\r\n", "\n")


def _save(task: Task) -> Task:
    task.revision += 1
    task.save()
    return task
