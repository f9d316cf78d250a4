"""What every step of a request does, whoever takes it: lock, look, write, add a row to the trail.

Each step is one function, in requesting.py (of the asker), answering.py (of staff) or
following_up.py (of the clock): it opens a transaction, locks the request, checks, writes, adds a
row to the trail, and queues the mails in that same transaction. A step that can't be taken raises
a RequestError.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from workshops.errors import AlreadyPicked, Settled
from workshops.models import ProposedMoment, Request, RequestStep

Status = Request.Status


@contextmanager
def step(request: Request, settled: tuple | list = ()) -> Iterator[Request]:
    """A transaction with the locked request. Raises AlreadyPicked or Settled for one that is
    settled, other than as in `settled`."""
    with transaction.atomic():
        request = lock(request)
        if not request.is_open and request.status not in settled:
            raise AlreadyPicked if request.status == Status.CONFIRMED else Settled
        yield request


def lock(request: Request) -> Request:
    """The request as it is now, nobody else's until the transaction ends."""
    # With no_key, a step of its session can be written in the trail meanwhile: whoever takes that
    # step holds the session, for which we may be about to wait.
    return Request.objects.select_for_update(no_key=True).get(pk=request.pk)


def turn(
    request: Request, status: Status, code: RequestStep.Code, staff: User | None = None
) -> None:
    """Store the request with its new status, and the step that led there; from now on it is the
    other's turn, or nobody's."""
    request.status = status
    request.revision += 1
    request.turn_since, request.reminded_at = timezone.now(), None
    if status != Status.PROPOSED:
        request.lapses_at = None
    request.save()
    record(request, code, staff)


def record(request: Request, code: RequestStep.Code, staff: User | None = None) -> None:
    """Add one row to the trail, in the caller's transaction."""
    RequestStep.objects.create(request=request, code=code, staff=staff)


def leave_open_moments(request: Request, *, besides: ProposedMoment | None = None) -> None:
    """Nothing but `besides` can be picked any more."""
    rows = request.moments.filter(status=ProposedMoment.Status.OPEN)
    if besides:
        rows = rows.exclude(pk=besides.pk)
    rows.update(status=ProposedMoment.Status.LEFT, slot=None)
