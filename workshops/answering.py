"""The steps of staff: propose moments, say that it can't be done, take it upon oneself. They say
which `revision` they read, so that nobody answers what changed meanwhile. How a step goes:
steps.py.

A proposal holds no trainer: three moments kept for two weeks would fill a small team's calendar
with days on which nothing happens. So whoever picks first has the moment, and the database refuses
the second (TrainerBooking); the other reads so and picks another.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple

from django.contrib.auth.models import User
from django.utils import timezone

from agenda.models import Trainer, TrainerBooking
from agenda.wording import when
from workshops import emails
from workshops.errors import AlreadyAnswered, MomentPast, TrainerBusy, WordsNeeded, WrongNumber
from workshops.models import ProposedMoment, Request, RequestStep
from workshops.models.request import MOST_PROPOSED
from workshops.steps import leave_open_moments, step, turn

Status, Code = Request.Status, RequestStep.Code
PROPOSAL_LASTS = timedelta(days=14)


class Offer(NamedTuple):
    """A moment that staff propose, not stored yet, and who would lead it."""

    moment: ProposedMoment
    trainers: list[Trainer]


def check_offers(offers: list[Offer]) -> None:
    """Make sure that these moments can be proposed now.

    Raises WrongNumber, MomentPast or TrainerBusy.
    """
    begins = {offer.moment.begins_at for offer in offers}
    if not 1 <= len(offers) <= MOST_PROPOSED or len(begins) < len(offers):
        raise WrongNumber
    for moment, trainers in offers:
        if moment.begins_at <= timezone.now():
            raise MomentPast
        if busy := _busy(moment, trainers):
            raise TrainerBusy([trainer.name for trainer in busy], when(moment.begins_at))


def lapse_moment(moments: list[ProposedMoment]) -> datetime:
    """Until when a proposal of these moments, made now, can be answered."""
    last = max(moment.begins_at for moment in moments)
    return min(timezone.now() + PROPOSAL_LASTS, last)


def propose(
    *, request: Request, offers: list[Offer], message: str, revision: int, staff: User
) -> Request:
    """Answer with one to three moments, in place of those proposed before. Now it is the asker's
    turn, for two weeks, or until the last of the moments begins.

    Raises AlreadyAnswered, Settled, WrongNumber, MomentPast or TrainerBusy.
    """
    with step(request) as request:
        _check_revision(request, revision)
        check_offers(offers)
        leave_open_moments(request)
        for slot, (moment, trainers) in enumerate(offers, start=1):
            moment.request, moment.slot = request, slot
            moment.save()
            moment.trainers.set(trainers)
        request.lapses_at = lapse_moment([offer.moment for offer in offers])
        request.message, request.answered_by = message.strip(), staff
        turn(request, Status.PROPOSED, Code.PROPOSE, staff)
        emails.send_proposed(request)
    return request


def decline(*, request: Request, reason: str, revision: int, staff: User) -> Request:
    """Say that it can't be done, and why.

    Raises AlreadyAnswered, Settled or WordsNeeded.
    """
    with step(request) as request:
        _check_revision(request, revision)
        if not reason.strip():
            raise WordsNeeded("Schrijf waarom het niet kan. De aanvrager leest het.")
        leave_open_moments(request)
        request.message, request.answered_by = reason.strip(), staff
        turn(request, Status.DECLINED, Code.DECLINE, staff)
        emails.send_declined(request)
    return request


def assign(*, request: Request, to: User | None) -> Request:
    """Let a colleague handle it, or nobody."""
    with step(request) as request:
        request.assigned_to = to
        request.save(update_fields=["assigned_to"])
    return request


def possible_moments(request: Request) -> list[ProposedMoment]:
    """What can be picked at this moment: to come, and with its trainers free."""
    if request.lapses_at is None or request.lapses_at <= timezone.now():
        return []
    return [
        one
        for one in request.open_moments
        if one.begins_at > timezone.now() and not _busy(one, one.trainers.all())
    ]


def _check_revision(request: Request, revision: int) -> None:
    if request.revision != revision:
        raise AlreadyAnswered


def _busy(moment: ProposedMoment, trainers: list[Trainer]) -> list[Trainer]:
    """Who of these trainers is taken during `moment`."""
    bookings = TrainerBooking.objects.filter(
        trainer__in=list(trainers), during__overlap=(moment.begins_at, moment.ends_at)
    )
    taken = set(bookings.values_list("trainer_id", flat=True))
    return [trainer for trainer in trainers if trainer.pk in taken]
