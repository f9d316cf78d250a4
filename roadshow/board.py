"""How the playbook of an event stands: what is late, what comes, what is done."""

from __future__ import annotations

from typing import NamedTuple

from django.utils import timezone

from agenda.models import Kind, SessionStatus
from roadshow.models import RoadshowEvent, Task


class Board(NamedTuple):
    """The tasks of an event: `late` and `coming` by their day, `done` with the last first."""

    event: RoadshowEvent
    late: list[Task]
    coming: list[Task]
    done: list[Task]

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return len(self.late) + len(self.coming) + len(self.done)

    @property
    def next(self) -> Task | None:
        """What is to be done first of what is not late."""
        return self.coming[0] if self.coming else None


def board_of(event: RoadshowEvent) -> Board:
    """The board of one event, with names; in one query."""
    return _board(event, list(event.tasks.with_people()))


def boards() -> tuple[list[Board], list[Board]]:
    """The boards of what is still to be done, and of what is finished or called off; by the day of
    the event, of those that are finished the last first. In two queries."""
    kinds = [Kind.EVENT, Kind.FOLLOW_UP]
    events = RoadshowEvent.objects.filter(session__kind__in=kinds).for_cards()
    found = [
        _board(event, list(event.tasks.all()))
        for event in events.order_by("session__begins_at", "pk").prefetch_related("tasks")
    ]
    going_on = [board for board in found if _goes_on(board)]
    return going_on, [board for board in reversed(found) if not _goes_on(board)]


def late_tasks() -> list[Task]:
    """What should have been done already, for all events, longest ago first; in one query."""
    late = Task.objects.late().with_people()
    return list(late.select_related("event__session", "event__host"))


def _board(event: RoadshowEvent, tasks: list[Task]) -> Board:
    today = timezone.localdate()
    off = event.session.status == SessionStatus.CANCELLED
    late = [task for task in tasks if not task.done_at and task.due < today and not off]
    coming = [task for task in tasks if not task.done_at and task not in late]
    done = [task for task in tasks if task.done_at]
    done.sort(key=lambda task: (task.done_at, task.pk), reverse=True)
    return Board(event, late, coming, done)


def _goes_on(board: Board) -> bool:
    session = board.event.session
    if session.status == SessionStatus.CANCELLED:
        return False
    return bool(board.late or board.coming or not session.is_over)
