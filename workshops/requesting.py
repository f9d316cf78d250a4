"""The one door for every step of a request: asked, answered, picked, taken back, called off.

Each step is one function: it opens a transaction, locks the request, checks, writes, adds a row to
the trail, and queues the mails in that same transaction. A step that can't be taken raises a
RequestError. Staff say which `revision` they read, so that nobody answers what changed meanwhile.

A proposal holds no trainer: three moments kept for two weeks would fill a small team's calendar
with days on which nothing happens. So whoever picks first has the moment, and the database refuses
the second (TrainerBooking); the other reads so and picks another.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda import scheduling, seat_book
from agenda.errors import AgendaError
from agenda.errors import TrainerBusy as TrainerElsewhere
from agenda.models import Audience, Kind, Session, SessionStatus, Trainer, TrainerBooking, Way
from agenda.wording import when
from places.models import Municipality
from workshops import coaching, consents, emails, erasure
from workshops.errors import (
    AlreadyAnswered,
    AlreadyCalledOff,
    AlreadyPicked,
    BadPreferences,
    CantBeCalledOff,
    MomentPast,
    NothingToCallOff,
    NothingToPick,
    NotRequestable,
    ProposalLapsed,
    SessionBegun,
    Settled,
    TrainerBusy,
    TrainerTaken,
    WordsNeeded,
    WrongNumber,
)
from workshops.models import (
    CoachingTrack,
    PreferredMoment,
    ProposedMoment,
    Request,
    RequestStep,
    Workshop,
    WorkshopSession,
)
from workshops.models.request import MOST_PROPOSED
from workshops.signals import request_confirmed

Status, Code = Request.Status, RequestStep.Code
FEWEST_PREFERRED = 2
SAME_CLICK = timedelta(minutes=10)
PROPOSAL_LASTS = timedelta(days=14)
REMIND_AFTER = timedelta(days=5)


class Offer(NamedTuple):
    """A moment that staff propose, not stored yet, and who would lead it."""

    moment: ProposedMoment
    trainers: list[Trainer]


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
    with _step(request) as request:
        _check_revision(request, revision)
        check_offers(offers)
        _leave_open_moments(request)
        for slot, (moment, trainers) in enumerate(offers, start=1):
            moment.request, moment.slot = request, slot
            moment.save()
            moment.trainers.set(trainers)
        request.lapses_at = lapse_moment([offer.moment for offer in offers])
        request.message, request.answered_by = message.strip(), staff
        _turn(request, Status.PROPOSED, Code.PROPOSE, staff)
        emails.send_proposed(request)
    return request


def decline(*, request: Request, reason: str, revision: int, staff: User) -> Request:
    """Say that it can't be done, and why.

    Raises AlreadyAnswered, Settled or WordsNeeded.
    """
    with _step(request) as request:
        _check_revision(request, revision)
        if not reason.strip():
            raise WordsNeeded("Schrijf waarom het niet kan. De aanvrager leest het.")
        _leave_open_moments(request)
        request.message, request.answered_by = reason.strip(), staff
        _turn(request, Status.DECLINED, Code.DECLINE, staff)
        emails.send_declined(request)
    return request


def assign(*, request: Request, to: User | None) -> Request:
    """Let a colleague handle it, or nobody."""
    with _step(request) as request:
        request.assigned_to = to
        request.save(update_fields=["assigned_to"])
    return request


def pick(*, request: Request, moment: int) -> Request:
    """Take the proposed moment with this number: it becomes a session with its trainers. That is
    one for one group, with its own link to register; an event is for everybody, and is not
    published before staff made its programme.

    Raises AlreadyPicked, Settled, ProposalLapsed, NothingToPick, MomentPast or TrainerTaken.
    """
    try:
        with _step(request) as request:
            picked = _pickable(request, moment)
            request.session = _make_session(request, picked)
            _leave_open_moments(request, besides=picked)
            picked.status, picked.slot = ProposedMoment.Status.PICKED, None
            picked.save(update_fields=["status", "slot"])
            _turn(request, Status.CONFIRMED, Code.PICK)
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
    with _step(request) as request:
        if request.status != Status.PROPOSED:
            raise NothingToPick
        if not word.strip():
            raise WordsNeeded("Vertel kort waarom niets past. Dan zoeken we beter.")
        _leave_open_moments(request)
        request.refusal = word.strip()
        _turn(request, Status.WAITING, Code.REFUSE)
        emails.tell_staff(request, Code.REFUSE)
        emails.send_refused(request)
    return request


def withdraw(*, request: Request) -> Request:
    """Take the question back. Twice is once.

    Raises AlreadyPicked or Settled.
    """
    with _step(request, settled=[Status.WITHDRAWN]) as request:
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
        request = _lock(request)
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
        _turn(request, Status.CALLED_OFF, Code.CALL_OFF)
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
    with _step(request, settled=list(Status)) as request:
        if request.is_open:
            _take_back(request)
        if not request.erased_at:
            record(request, Code.ERASE, staff)
        erasure.wipe_request(request)
        for track in CoachingTrack.objects.select_for_update().filter(request=request):
            erasure.wipe_track(track)
    return request


def remind(request: Request) -> bool:
    """Ask once, by mail, which moment it will be; returns whether it was due."""
    with transaction.atomic():
        request = _lock(request)
        due = request.status == Status.PROPOSED and request.reminded_at is None
        if not due or request.turn_since > timezone.now() - REMIND_AFTER:
            return False
        request.reminded_at = timezone.now()
        request.save(update_fields=["reminded_at"])
        record(request, Code.REMIND)
        emails.send_reminder(request)
    return True


def lapse(request: Request) -> bool:
    """End a proposal that nobody answered: it is the staff's turn again, and the asker is told.
    Returns whether it was due."""
    with transaction.atomic():
        request = _lock(request)
        if request.status != Status.PROPOSED or request.lapses_at > timezone.now():
            return False
        _leave_open_moments(request)
        _turn(request, Status.WAITING, Code.LAPSE)
        emails.send_lapsed(request)
    return True


def possible_moments(request: Request) -> list[ProposedMoment]:
    """What can be picked at this moment: to come, and with its trainers free."""
    if request.lapses_at is None or request.lapses_at <= timezone.now():
        return []
    return [
        one
        for one in request.open_moments
        if one.begins_at > timezone.now() and not _busy(one, one.trainers.all())
    ]


@contextmanager
def _step(request: Request, settled: tuple | list = ()) -> Iterator[Request]:
    """A transaction with the locked request. Raises AlreadyPicked or Settled for one that is
    settled, other than as in `settled`."""
    with transaction.atomic():
        request = _lock(request)
        if not request.is_open and request.status not in settled:
            raise AlreadyPicked if request.status == Status.CONFIRMED else Settled
        yield request


def _lock(request: Request) -> Request:
    # With no_key, a step of its session can be written in the trail meanwhile: whoever takes that
    # step holds the session, for which we may be about to wait.
    return Request.objects.select_for_update(no_key=True).get(pk=request.pk)


def record(request: Request, code: RequestStep.Code, staff: User | None = None) -> None:
    """Add one row to the trail, in the caller's transaction."""
    RequestStep.objects.create(request=request, code=code, staff=staff)


def _take_back(request: Request) -> None:
    _leave_open_moments(request)
    _turn(request, Status.WITHDRAWN, Code.WITHDRAW)
    emails.tell_staff(request, Code.WITHDRAW)


def _turn(
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


def _check_revision(request: Request, revision: int) -> None:
    if request.revision != revision:
        raise AlreadyAnswered


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


def _leave_open_moments(request: Request, *, besides: ProposedMoment | None = None) -> None:
    rows = request.moments.filter(status=ProposedMoment.Status.OPEN)
    if besides:
        rows = rows.exclude(pk=besides.pk)
    rows.update(status=ProposedMoment.Status.LEFT, slot=None)


def _busy(moment: ProposedMoment, trainers: list[Trainer]) -> list[Trainer]:
    """Who of these trainers is taken during `moment`."""
    bookings = TrainerBooking.objects.filter(
        trainer__in=list(trainers), during__overlap=(moment.begins_at, moment.ends_at)
    )
    taken = set(bookings.values_list("trainer_id", flat=True))
    return [trainer for trainer in trainers if trainer.pk in taken]


def _make_session(request: Request, moment: ProposedMoment) -> Session:
    """The session that the picked moment becomes: for one group and open to it at once, or for
    everybody and not published yet."""
    on_site = moment.way == Way.ON_SITE
    municipality = moment.municipality or request.municipality
    session = Session.objects.create(
        begins_at=moment.begins_at,
        ends_at=moment.ends_at,
        way=moment.way,
        online_link=moment.online_link,
        venue=moment.venue,
        street=moment.street,
        municipality=municipality,
        seats_on_site=request.group_size if on_site else 0,
        seats_online=0 if on_site else request.group_size,
        **(_event(municipality) if request.is_event else _for_one_group(request)),
    )
    if request.workshop:
        WorkshopSession.objects.create(session=session, workshop=request.workshop)
    scheduling.book_trainers(session=session, trainers=list(moment.trainers.all()))
    if request.is_event:
        return session
    return scheduling.open_session(session=session, staff=request.answered_by)


def _event(municipality: Municipality) -> dict:
    return {
        "kind": Kind.EVENT,
        "title": f"Inspiratiemoment in {municipality}",
        # Whoever asks for it, citizens are who come.
        "audiences": [Audience.CITIZENS],
    }


def _for_one_group(request: Request) -> dict:
    values = {
        "audiences": [request.audience],
        # One colleague may register the whole group.
        "most_seats": request.group_size,
        "is_closed": True,
    }
    if not (workshop := request.workshop):
        title = f"Coaching van {request.municipality}: kennismaking"
        return {"kind": Kind.COACHING, "title": title, **values}
    return {
        "kind": Kind.WORKSHOP,
        "title": workshop.title,
        "summary": workshop.summary,
        "page": workshop.get_absolute_url(),
        **values,
    }
