"""The one door for every change of a registration: who takes, moves or frees a seat.

Each step is one function: it opens a transaction, locks the session, checks that the step is
allowed, writes, adds one row to the audit, offers what came free to the first who waits, and queues
the mails in that same transaction. A step that can't be taken raises an AgendaError.
`staff` is who does it for somebody else; without it, it is the person behind the link.
"""

from __future__ import annotations

from uuid import UUID, uuid4

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from agenda import consents, emails, erasure, seat_book
from agenda.errors import (
    AlreadyRegistered,
    HandedOver,
    NoLongerRegistered,
    NoOffer,
    NotEnoughSeats,
    OfferLapsed,
    SessionCancelled,
    SessionPast,
    TooEarlyToMark,
    TooFewSeats,
    TooManySeats,
    WayNotOffered,
    check_booking,
)
from agenda.models import (
    Booking,
    Registration,
    RegistrationStatus,
    SeatChange,
    Session,
    SessionStatus,
    Step,
    Way,
    new_link_key,
)
from places.models import Municipality

CONFIRMED = RegistrationStatus.CONFIRMED
WAITING = RegistrationStatus.WAITING
OFFERED = RegistrationStatus.OFFERED
CANCELLED = RegistrationStatus.CANCELLED
DETAILS = {
    "organisation",
    "municipality",
    "phone",
    "access_needs",
    "dietary_needs",
    "note",
    "wants_follow_up",
}
# What staff may do for somebody who phones, though it is not open to everybody.
ALSO_FOR_STAFF = {Booking.NOT_YET, Booking.CLOSED}


def register(
    *,
    session: Session,
    way: Way | str,
    seats: int,
    name: str,
    email: str,
    organisation: str = "",
    municipality: Municipality | None = None,
    phone: str = "",
    access_needs: str = "",
    dietary_needs: str = "",
    note: str = "",
    wants_follow_up: bool = False,
    uuid: UUID | None = None,
    staff: User | None = None,
) -> Registration:
    """Take `seats` seats of a session, or a place on its waiting list where they are not free or
    somebody waits already. Whoever calls has asked for agreement to consents.REGISTER. A form may
    bring the `uuid` it will have, so that it can be known again when it is sent twice.

    Staff can also register somebody before registration opens and after it closes. Raises
    NotPublished, SessionCancelled, SessionPast, NotOpenYet, RegistrationClosed, WayNotOffered,
    TooFewSeats, TooManySeats or AlreadyRegistered.
    """
    with transaction.atomic():
        session = seat_book.lock(session)
        _check_booking(session, staff)
        if way not in session.ways:
            raise WayNotOffered
        _check_number(session, seats)
        _check_address(session, email)
        registration = Registration(
            session=session,
            way=way,
            seats=seats,
            name=name.strip(),
            email=email.strip(),
            organisation=organisation,
            municipality=municipality,
            phone=phone,
            access_needs=access_needs,
            dietary_needs=dietary_needs,
            note=note,
            wants_follow_up=wants_follow_up,
            uuid=uuid or uuid4(),
            **consents.consent_to(consents.REGISTER),
        )
        room = seat_book.free_now(session, registration.way)
        if seats <= room:
            seat_book.start(registration, Step.REGISTER, staff=staff, status=CONFIRMED)
            emails.send_registered(registration)
        else:
            place = seat_book.end_of_queue(session) | {"told_of_room": room}
            seat_book.start(registration, Step.QUEUE, staff=staff, **place)
            emails.send_waiting(registration)
    return registration


def change_seats(
    *, registration: Registration, seats: int, staff: User | None = None
) -> Registration:
    """Come with fewer, or with more. More is possible where so many are free and nobody waits.
    Who is on the waiting list keeps the place when asking for fewer; asking for more is a new
    question, and goes to the end.

    Raises HandedOver, NoLongerRegistered, SessionCancelled, SessionPast, TooFewSeats, TooManySeats,
    NotEnoughSeats; for more seats also NotOpenYet or RegistrationClosed.
    """
    with transaction.atomic():
        registration = _take(registration, staff)
        session, extra, place = registration.session, seats - registration.seats, {}
        _check_live(registration)
        _check_number(session, seats)
        if extra == 0:
            return registration
        if extra > 0:
            _check_booking(session, staff)
            if registration.status == WAITING:
                place = seat_book.end_of_queue(session)
            elif extra > (room := seat_book.free_now(session, registration.way)):
                raise NotEnoughSeats(room)
        seat_book.change(registration, Step.CHANGE_SEATS, staff=staff, seats=seats, **place)
        emails.send_changed(registration)
        seat_book.offer_freed_seats(session)
        registration.refresh_from_db()
    return registration


def change_details(
    *, registration: Registration, details: dict, staff: User | None = None
) -> Registration:
    """Change what somebody told beside name, address and seats; `details` has any of DETAILS. It
    moves no seat, so there is no mail and nothing in the audit.

    Raises HandedOver, NoLongerRegistered, SessionCancelled or SessionPast.
    """
    with transaction.atomic():
        registration = _take(registration, staff)
        _check_live(registration)
        changed = details.keys() & DETAILS
        for name in changed:
            setattr(registration, name, details[name])
        registration.save(update_fields=changed)
    return registration


def hand_over(
    *, registration: Registration, name: str, email: str, staff: User | None = None
) -> Registration:
    """Give the seats, the offer or the place on the list to a colleague. The former owner's link
    stops working; what that person told of themselves is forgotten. Whoever calls has asked for
    agreement to consents.HAND_OVER.

    Raises HandedOver, NoLongerRegistered, SessionCancelled, SessionPast or AlreadyRegistered.
    """
    with transaction.atomic():
        registration = _take(registration, staff)
        _check_live(registration)
        _check_address(registration.session, email, besides=registration)
        former_name, former_email = registration.name, registration.email
        seat_book.change(
            registration,
            Step.HAND_OVER,
            staff=staff,
            name=name.strip(),
            email=email.strip(),
            link_key=new_link_key(),
            phone="",
            access_needs="",
            dietary_needs="",
            note="",
            wants_follow_up=False,
            **consents.consent_to(consents.HAND_OVER),
        )
        erasure.forget_calendar(former_email)
        emails.send_handed_over(registration, name=former_name, email=former_email)
        emails.send_taken_over(registration, former_name=former_name)
    return registration


def cancel(*, registration: Registration, staff: User | None = None) -> Registration:
    """Take it back; the seats go to the first who waits. Twice is once.

    Raises HandedOver, NoLongerRegistered, SessionCancelled or SessionPast.
    """
    with transaction.atomic():
        registration = _take(registration, staff)
        if registration.status == CANCELLED:
            return registration
        _check_live(registration)
        had_seat = registration.status == CONFIRMED
        seat_book.change(registration, Step.CANCEL, staff=staff, status=CANCELLED)
        emails.send_cancelled(registration, had_seat=had_seat)
        seat_book.offer_freed_seats(registration.session)
    return registration


def accept_offer(*, registration: Registration, staff: User | None = None) -> Registration:
    """Take the seats that were offered. Twice is once.

    Raises HandedOver, NoOffer, OfferLapsed, SessionCancelled or SessionPast.
    """
    with transaction.atomic():
        registration = _take(registration, staff)
        if registration.status == CONFIRMED:
            return registration
        _check_offer(registration)
        seat_book.change(registration, Step.ACCEPT, staff=staff, status=CONFIRMED)
        emails.send_registered(registration)
    return registration


def decline_offer(*, registration: Registration, staff: User | None = None) -> Registration:
    """Leave the seats that were offered to the next. It ends the registration. Twice is once.

    Raises HandedOver, NoOffer, OfferLapsed, SessionCancelled or SessionPast.
    """
    with transaction.atomic():
        registration = _take(registration, staff)
        if registration.status == CANCELLED:
            return registration
        _check_offer(registration)
        seat_book.change(registration, Step.DECLINE, staff=staff, status=CANCELLED)
        emails.send_cancelled(registration, had_seat=False)
        seat_book.offer_freed_seats(registration.session)
    return registration


def lapse_offers() -> int:
    """End the offers that nobody answered in time, and offer their seats to the next; returns how
    many ended. Any number of workers may do this at once: each session is done under its lock."""
    late = {"status": OFFERED, "offered_until__lte": timezone.now()}
    sessions = Session.objects.filter(
        status=SessionStatus.OPEN,
        begins_at__gt=timezone.now(),
        pk__in=Registration.objects.filter(**late).values("session"),
    )
    lapsed = 0
    for session in list(sessions):
        with transaction.atomic():
            session = seat_book.lock(session)
            if session.booking in {Booking.CANCELLED, Booking.PAST}:
                continue
            for registration in session.registrations.filter(**late).order_by("offered_until"):
                seat_book.lapse(registration)
                lapsed += 1
            seat_book.offer_freed_seats(session)
    return lapsed


def offer_freed_seats(*, session: Session) -> None:
    """Offer what is free to the first who wait. Every step does so itself; this is for whoever
    wants to be sure."""
    with transaction.atomic():
        seat_book.offer_freed_seats(seat_book.lock(session))


def mark_present(*, registration: Registration, present: int | None, staff: User) -> Registration:
    """Write down how many of the seats were used; None when nobody looked.

    Raises NoLongerRegistered, SessionCancelled, TooEarlyToMark, TooFewSeats or TooManySeats.
    """
    with transaction.atomic():
        session = seat_book.lock(registration.session)
        registration = session.registrations.get(pk=registration.pk)
        if session.status == SessionStatus.CANCELLED:
            raise SessionCancelled
        if timezone.localdate() < timezone.localdate(session.begins_at):
            raise TooEarlyToMark
        if registration.status != CONFIRMED:
            raise NoLongerRegistered
        if present is not None and present < 0:
            raise TooFewSeats
        if present is not None and present > registration.seats:
            raise TooManySeats(registration.seats)
        registration.present = present
        registration.save(update_fields=["present"])
        seat_book.record(
            registration,
            Step.MARK_PRESENT,
            staff=staff,
            from_status=registration.status,
            from_seats=registration.seats,
        )
    return registration


def erase(
    *,
    registration: Registration,
    staff: User | None = None,
    actor: SeatChange.Actor = SeatChange.Actor.PERSON,
) -> Registration:
    """Forget who it is, for good. Seats of a session still to come are free again by it.

    Raises HandedOver.
    """
    with transaction.atomic():
        session = seat_book.lock(registration.session)
        registration = _fresh(session, registration, staff)
        ends = registration.is_live and not session.has_begun
        status = CANCELLED if ends else registration.status
        seat_book.change(registration, Step.ERASE, staff=staff, actor=actor, status=status)
        erasure.wipe(registration)
        seat_book.offer_freed_seats(session)
    return registration


def _fresh(session: Session, registration: Registration, staff: User | None) -> Registration:
    """The registration as it is now; `session` is locked. A link that was right when the page was
    opened may be somebody else's by now."""
    fresh = session.registrations.get(pk=registration.pk)
    if staff is None and fresh.link_key != registration.link_key:
        raise HandedOver
    return fresh


def _take(registration: Registration, staff: User | None) -> Registration:
    """The registration as it is now, with its session locked, where both can still change."""
    session = seat_book.lock(registration.session)
    fresh = _fresh(session, registration, staff)
    if session.status == SessionStatus.CANCELLED:
        raise SessionCancelled
    if session.has_begun:
        raise SessionPast
    return fresh


def _check_booking(session: Session, staff: User | None) -> None:
    if not (staff and session.booking in ALSO_FOR_STAFF):
        check_booking(session)


def _check_number(session: Session, seats: int) -> None:
    if seats < 1:
        raise TooFewSeats
    if seats > session.most_seats:
        raise TooManySeats(session.most_seats)


def _check_address(session: Session, email: str, besides: Registration | None = None) -> None:
    same = session.registrations.live().of_address(email)
    if same.exclude(pk=besides.pk if besides else None).exists():
        raise AlreadyRegistered


def _check_live(registration: Registration) -> None:
    if not registration.is_live:
        raise NoLongerRegistered


def _check_offer(registration: Registration) -> None:
    if registration.status != OFFERED:
        raise NoOffer
    if registration.offered_until <= timezone.now():
        raise OfferLapsed(registration.offered_until)
