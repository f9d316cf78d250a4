"""The steps of whoever asks: ask, pick, refuse, take back, call off, be forgotten. How a step goes:
steps.py."""

from __future__ import annotations

from datetime import date, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda import scheduling, seat_book
from agenda.errors import AgendaError
from agenda.errors import TrainerBusy as TrainerElsewhere
from agenda.models import SessionStatus
from places.models import Municipality
from workshops import coaching, consents, emails, erasure
from workshops.becoming import make_session
from workshops.errors import (
    AlreadyCalledOff,
    BadPreferences,
    CantBeCalledOff,
    MomentPast,
    NothingToCallOff,
    NothingToPick,
    NotRequestable,
    ProposalLapsed,
    SessionBegun,
    TrainerTaken,
    WordsNeeded,
)
from workshops.models import (
    CoachingTrack,
    PreferredMoment,
    ProposedMoment,
    Request,
    RequestStep,
    Workshop,
)
from workshops.signals import request_confirmed
from workshops.steps import leave_open_moments, lock, record, step, turn

Status, Code = Request.Status, RequestStep.Code
FEWEST_PREFERRED = 2
SAME_CLICK = timedelta(minutes=10)


def ask(
    *,
    kind: str,
    workshop: Workshop | None = None,
    audience: str,
    organisation: str,
    role: str,
    municipality: Municipality,
    name: str,
    email: str,
    question: str,
    group_size: int,
    way: str,
    preferred: list[tuple[date, str]],
    phone: str = "",
    occasion: str = "",
    place_offered: str = "",
) -> Request:
    """Ask for something of `kind`, of Request.Kind; only a workshop goes with a `workshop`, and
    only an event has an `occasion` and a `place_offered`. `preferred` has days and parts of the
    day. Whoever calls has asked for agreement to consents.REQUEST. The very same once more is no
    second request.

    Raises NotRequestable or BadPreferences.
    """
    if workshop and not (workshop.is_shown and workshop.can_be_requested):
        raise NotRequestable
    today = timezone.localdate()
    if len(set(preferred)) < FEWEST_PREFERRED or any(day <= today for day, _ in preferred):
        raise BadPreferences
    values = {
        "kind": kind,
        "workshop": workshop,
        "audience": audience,
        "organisation": organisation,
        "role": role,
        "municipality": municipality,
        "name": name,
        "email": email,
        "phone": phone,
        "question": question,
        "occasion": occasion,
        "place_offered": place_offered,
        "group_size": group_size,
        "way": way,
    }
    with transaction.atomic():
        # Who clicks twice asks once: the second click waits here, and finds the first.
        Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
        just_now = timezone.now() - SAME_CLICK
        same = Request.objects.filter(**values, status=Status.WAITING, created_at__gte=just_now)
        if request := same.first():
            return request
        request = Request.objects.create(**values, **consents.consent())
        PreferredMoment.objects.bulk_create(
            PreferredMoment(request=request, day=day, part=part)
            for day, part in sorted(set(preferred))
        )
        record(request, Code.ASK)
        emails.tell_staff(request, Code.ASK)
        emails.send_received(request)
    return request


def pick(*, request: Request, moment: int) -> Request:
    """Take the proposed moment with this number: it becomes a session with its trainers. That is
    one for one group, with its own link to register; an event is for everybody, and is not
    published before staff made its programme.

    Raises AlreadyPicked, Settled, ProposalLapsed, NothingToPick, MomentPast or TrainerTaken.
    """
    try:
        with step(request) as request:
            picked = _pickable(request, moment)
            request.session = make_session(request, picked)
            leave_open_moments(request, besides=picked)
            picked.status, picked.slot = ProposedMoment.Status.PICKED, None
            picked.save(update_fields=["status", "slot"])
            turn(request, Status.CONFIRMED, Code.PICK)
            emails.tell_staff(request, Code.PICK)
            if request.kind == Request.Kind.COACHING:
                coaching.start_from(request)
            emails.send_confirmed(request)
            request_confirmed.send(Request, request=request)
    except TrainerElsewhere as error:
        raise TrainerTaken from error
    return request


def refuse(*, request: Request, word: str) -> Request:
    """None of the moments fits: say why, and it is the staff's turn again.

    Raises AlreadyPicked, Settled, NothingToPick or WordsNeeded.
    """
    with step(request) as request:
        if request.status != Status.PROPOSED:
            raise NothingToPick
        if not word.strip():
            raise WordsNeeded("Vertel kort waarom niets past. Dan zoeken we beter.")
        leave_open_moments(request)
        request.refusal = word.strip()
        turn(request, Status.WAITING, Code.REFUSE)
        emails.tell_staff(request, Code.REFUSE)
        emails.send_refused(request)
    return request


def withdraw(*, request: Request) -> Request:
    """Take the question back. Twice is once.

    Raises AlreadyPicked or Settled.
    """
    with step(request, settled=[Status.WITHDRAWN]) as request:
        if request.status != Status.WITHDRAWN:
            _take_back(request)
            emails.send_withdrawn(request)
    return request


def call_off(*, request: Request, reason: str) -> Request:
    """What was settled can't go on after all: the session is called off, and everybody who
    registered is told once, with the asker's `reason`.

    Raises NothingToCallOff, AlreadyCalledOff, SessionBegun, WordsNeeded or CantBeCalledOff.
    """
    with transaction.atomic():
        request = lock(request)
        if request.status == Status.CALLED_OFF:
            raise AlreadyCalledOff
        if request.status != Status.CONFIRMED:
            raise NothingToCallOff
        session = seat_book.lock(request.session)
        if session.status == SessionStatus.CANCELLED:
            raise AlreadyCalledOff
        if session.has_begun:
            raise SessionBegun
        if not reason.strip():
            raise WordsNeeded("Schrijf in één zin waarom het niet kan doorgaan.")
        turn(request, Status.CALLED_OFF, Code.CALL_OFF)
        try:
            request.session = scheduling.cancel_session(
                session=session, reason=reason, staff=None, even_draft=True
            )
        except AgendaError as error:
            raise CantBeCalledOff from error
        emails.tell_staff(request, Code.CALL_OFF)
        emails.send_called_off(request)
    return request


def erase(*, request: Request, staff: User | None = None) -> Request:
    """Forget who asked and what was asked, and every mail about it. What was still open is taken
    back; a session that was made of it stays, for those who registered. Twice is once."""
    with step(request, settled=list(Status)) as request:
        if request.is_open:
            _take_back(request)
        if not request.erased_at:
            record(request, Code.ERASE, staff)
        erasure.wipe_request(request)
        for track in CoachingTrack.objects.select_for_update().filter(request=request):
            erasure.wipe_track(track)
    return request


def _take_back(request: Request) -> None:
    leave_open_moments(request)
    turn(request, Status.WITHDRAWN, Code.WITHDRAW)
    emails.tell_staff(request, Code.WITHDRAW)


def _pickable(request: Request, moment: int) -> ProposedMoment:
    if request.status != Status.PROPOSED:
        raise NothingToPick
    if request.lapses_at <= timezone.now():
        raise ProposalLapsed
    rows = request.moments.filter(status=ProposedMoment.Status.OPEN)
    picked = rows.select_related("municipality").filter(pk=moment).first()
    if picked is None:
        raise NothingToPick
    if picked.begins_at <= timezone.now():
        raise MomentPast
    return picked
