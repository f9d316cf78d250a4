"""Which step may be taken from where, and how a step is checked and recorded."""

from __future__ import annotations

from django.contrib.auth.models import User

from initiatives.completeness import Missing
from initiatives.models import Initiative, Status, Step, TrailEntry

# 'Where' is the review status: that of an edit if there is one, or else that of the whole.
WRITING = {Status.DRAFT, Status.CHANGES_REQUESTED}
ALLOWED_FROM = {
    Step.ENTER: {Status.DRAFT},
    Step.SEND: WRITING,
    Step.CHANGE_ADDRESS: {Status.UNCONFIRMED},
    Step.CONFIRM: {Status.UNCONFIRMED},
    Step.REQUEST_CHANGES: {Status.SUBMITTED},
    Step.PUBLISH: {Status.SUBMITTED},
    Step.REJECT: {Status.SUBMITTED},
    Step.START_EDIT: {Status.PUBLISHED},
    Step.DROP_EDIT: WRITING,
    Step.WITHDRAW: {
        Status.UNCONFIRMED,
        Status.SUBMITTED,
        Status.CHANGES_REQUESTED,
        Status.PUBLISHED,
    },
    Step.ARCHIVE: {Status.PUBLISHED},
    Step.RESTORE: {Status.ARCHIVED},
    Step.ERASE: set(Status),
}


class StepNotAllowed(Exception):
    """The step can't be taken now; the message says why, in a sentence for people."""


class NotComplete(StepNotAllowed):
    """It can't be sent yet: `missing` says what is still to be told."""

    def __init__(self, missing: list[Missing]) -> None:
        super().__init__("Er ontbreekt nog iets.")
        self.missing = missing


def lock(initiative: Initiative) -> Initiative:
    """The initiative as it is in the database now, held until the transaction ends."""
    return Initiative.objects.select_for_update().get(pk=initiative.pk)


def check(initiative: Initiative, step: Step) -> str:
    """Make sure that `step` may be taken; returns the status it is taken from.

    Raises StepNotAllowed.
    """
    status = initiative.review_status
    # Only an edit can be let go, and only an edit hides nothing: an edit may be withdrawn with
    # the whole, whatever it waits for.
    if initiative.edit_status and step in {Step.WITHDRAW, Step.ARCHIVE}:
        status = initiative.status
    if status not in ALLOWED_FROM[step] or (step == Step.DROP_EDIT and not initiative.edit_status):
        raise StepNotAllowed(
            f"Dit kan nu niet: de status is ‘{Status(status).label}’. Kijk de pagina opnieuw na."
        )
    return status


def record(
    initiative: Initiative,
    step: Step,
    *,
    came_from: str,
    version_number: int,
    staff: User | None = None,
    actor: TrailEntry.Actor = TrailEntry.Actor.SUBMITTER,
    why: str = "",
) -> None:
    """Add one row to the trail, in the caller's transaction."""
    TrailEntry.objects.create(
        initiative=initiative,
        step=step,
        actor=TrailEntry.Actor.STAFF if staff else actor,
        staff=staff,
        version_number=version_number,
        from_status=came_from,
        to_status=initiative.review_status,
        why=why,
    )
