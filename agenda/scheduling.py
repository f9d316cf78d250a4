"""The one door for what participants must know of a session: it opens, moves, goes online, gets
more or fewer seats, or is called off.

Each step is one function: it opens a transaction, locks the session, checks, writes, adds a row to
the audit, and tells everybody concerned in that same transaction. A step that can't be taken raises
an AgendaError.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib.auth.models import User
from django.db import DEFAULT_DB_ALIAS, IntegrityError, transaction
from django.db.models import ProtectedError
from django.db.models.deletion import Collector

from agenda import emails, seat_book
from agenda.errors import (
    AlreadyPromised,
    AlreadyPublished,
    BadTimes,
    NotPublished,
    NotReady,
    ReasonNeeded,
    SeatsTaken,
    SessionCancelled,
    SessionPast,
    TrainerBusy,
    WayNotOffered,
)
from agenda.models import (
    Notice,
    RegistrationStatus,
    SeatChange,
    Session,
    SessionStatus,
    SessionWay,
    Step,
    Trainer,
    TrainerBooking,
    Way,
)
from agenda.signals import session_changed

MOST_SEATS = 5_000  # that a session can have; a typing error has more
TRAINER_RULE = "trainer_in_one_place_at_a_time"
# What `move` may change.
TIMES = {"begins_at", "ends_at"}
PLACE = {"venue", "street", "municipality", "route", "online_link"}
# What nobody needs to be told.
DETAILS = {
    "summary",
    "audiences",
    "most_seats",
    "opens_at",
    "closes_at",
    *Session.QUESTIONS,
}


def save_draft(
    *, session: Session, values: dict, trainers: list[Trainer], staff: User | None = None
) -> Session:
    """Store a new session, or change one that is not published yet; with exactly these trainers.
    Who it was made for may count on it already: a new time or place is announced.

    Raises TrainerBusy, or AlreadyPublished.
    """
    with transaction.atomic():
        if session.pk:
            session = seat_book.lock(session)
            if session.status != SessionStatus.DRAFT:
                raise AlreadyPublished
        changed = {name for name, value in values.items() if getattr(session, name) != value}
        moves = session.pk is not None and bool(changed & (TIMES | PLACE))
        session.sequence += moves
        for name, value in values.items():
            setattr(session, name, value)
        session.save()
        session = book_trainers(session=session, trainers=trainers)
        if moves:
            _announce(session, Step.MOVE, staff, changed=changed)
    return session


def delete_draft(*, session: Session) -> None:
    """Remove a session that nobody saw. Raises AlreadyPublished, or AlreadyPromised."""
    with transaction.atomic():
        session = seat_book.lock(session)
        if session.status != SessionStatus.DRAFT:
            raise AlreadyPublished
        try:
            session.delete()
        except ProtectedError as error:
            raise AlreadyPromised from error


def is_promised(session: Session) -> bool:
    """Whether somebody asked for it and counts on it, so that it can't just be deleted."""
    try:
        Collector(using=DEFAULT_DB_ALIAS).collect([session])
    except ProtectedError:
        return True
    return False


def change_details(*, session: Session, changes: dict) -> Session:
    """Change what nobody needs to be told: `changes` has any of DETAILS.

    Raises SessionCancelled.
    """
    with transaction.atomic():
        session = seat_book.lock(session)
        if session.status == SessionStatus.CANCELLED:
            raise SessionCancelled
        changed = changes.keys() & DETAILS
        for name in changed:
            setattr(session, name, changes[name])
        session.save(update_fields=[*changed, "changed_at"])
    return session


def open_session(*, session: Session, staff: User) -> Session:
    """Publish a draft: from now on people can find it and register.

    Raises NotReady when something is missing, BadTimes or SessionCancelled.
    """
    with transaction.atomic():
        session = seat_book.lock(session)
        if session.status == SessionStatus.OPEN:
            return session
        if session.status == SessionStatus.CANCELLED:
            raise SessionCancelled
        _check_times(session)
        _check_ready(session)
        session.status = SessionStatus.OPEN
        session.save(update_fields=["status", "changed_at"])
        _record(session, Step.OPEN, staff, from_status=SessionStatus.DRAFT)
        _announce(session, Step.OPEN, staff, changed={"status"})
    return session


def book_trainers(*, session: Session, trainers: list[Trainer]) -> Session:
    """Let exactly these trainers lead the session.

    Raises TrainerBusy, or SessionCancelled.
    """
    with _trainers_are_free():
        session = seat_book.lock(session)
        if session.status == SessionStatus.CANCELLED:
            raise SessionCancelled
        session.bookings.exclude(trainer__in=trainers).delete()
        booked = set(session.bookings.values_list("trainer_id", flat=True))
        for trainer in _lock_trainers(pk__in=[trainer.pk for trainer in trainers]):
            if trainer.pk not in booked:
                TrainerBooking.objects.create(session=session, trainer=trainer)
    return session


def move(*, session: Session, changes: dict, staff: User) -> Session:
    """Change the time or the place: `changes` has any of TIMES and PLACE. The moment at which
    registration closes keeps its distance to the begin. Everybody is told, with a new calendar
    entry; an offer starts anew.

    Raises TrainerBusy, BadTimes, NotReady, SessionCancelled or SessionPast.
    """
    with _trainers_are_free():
        session = _lock_coming(session)
        changed = {
            name: value
            for name, value in changes.items()
            if name in TIMES | PLACE and getattr(session, name) != value
        }
        if not changed:
            return session
        begun = session.begins_at
        for name, value in changed.items():
            setattr(session, name, value)
        _check_times(session)
        if session.closes_at:
            session.closes_at += session.begins_at - begun
        if session.opens_at and session.opens_at >= session.last_moment:
            session.opens_at = None
        if session.status == SessionStatus.OPEN:
            _check_ready(session)
        session.sequence += 1
        _lock_trainers(bookings__session=session)
        session.save()
        _record(session, Step.MOVE, staff, from_status=session.status)
        for registration in seat_book.live(session):
            emails.send_moved(registration, changed=set(changed))
        if TIMES & changed.keys():
            # Who was reminded of the old moment is reminded of the new one, in time.
            Notice.objects.filter(registration__session=session).delete()
            for registration in session.registrations.filter(status=RegistrationStatus.OFFERED):
                seat_book.offer(registration)
        _announce(session, Step.MOVE, staff, changed=set(changed))
    return session


def switch_to_online(
    *, session: Session, online_link: str, staff: User, seats: int | None = None
) -> Session:
    """What was on site goes online, for everybody, as in 2020. Seats, offers and the order of the
    waiting lists stay; there are `seats` seats, or as many as there were in all. Everybody is told,
    with a new calendar entry.

    Raises SeatsTaken when `seats` is less than what is taken, WayNotOffered when it is online
    already, NotPublished, SessionCancelled or SessionPast.
    """
    with transaction.atomic():
        session = _lock_coming(session)
        if session.status == SessionStatus.DRAFT:
            raise NotPublished
        if session.way == SessionWay.ONLINE:
            raise WayNotOffered("Deze sessie is al online.")
        taken = session.taken_on_site + session.taken_online
        room = session.seats_on_site + session.seats_online if seats is None else seats
        if room < taken:
            raise SeatsTaken(taken)
        # First room online, then everybody moves, then the room on site goes.
        session.way = SessionWay.BOTH
        session.seats_online = room
        session.online_link = online_link
        session.sequence += 1
        session.save()
        for registration in seat_book.live(session):
            if registration.way == Way.ON_SITE:
                seat_book.change(registration, Step.SWITCH_TO_ONLINE, staff=staff, way=Way.ONLINE)
        session.way = SessionWay.ONLINE
        session.seats_on_site = 0
        session.save()
        _record(session, Step.SWITCH_TO_ONLINE, staff, from_status=session.status)
        for registration in seat_book.live(session):
            emails.send_online_now(registration)
        seat_book.offer_freed_seats(session)
        _announce(session, Step.SWITCH_TO_ONLINE, staff, changed={"way"})
    session.refresh_from_db()
    return session


def change_capacity(
    *, session: Session, way: Way | str, seats: int, staff: User, put_back: bool = False
) -> Session:
    """Give the session `seats` seats for `way`. Where more are taken, it is refused with that
    number; with `put_back` the last to come go to the head of the waiting list, and are told.

    Raises SeatsTaken, WayNotOffered, NotReady, SessionCancelled or SessionPast.
    """
    with transaction.atomic():
        session = _lock_coming(session)
        if way not in session.ways:
            raise WayNotOffered
        if not 0 <= seats <= MOST_SEATS:
            raise NotReady(f"Kies een aantal van 0 tot {MOST_SEATS}.")
        before = session.seats(way)
        if seats == before:
            return session
        if seats < session.taken(way):
            if not put_back:
                raise SeatsTaken(session.taken(way))
            seat_book.put_back(session, way, down_to=seats, staff=staff)
        setattr(session, f"seats_{Way(way).value}", seats)
        session.save(update_fields=[f"seats_{Way(way).value}", "changed_at"])
        _record(
            session,
            Step.CHANGE_CAPACITY,
            staff,
            from_status=session.status,
            way=way,
            from_seats=before,
            to_seats=seats,
        )
        seat_book.offer_freed_seats(session)
    session.refresh_from_db()
    return session


def cancel_session(
    *, session: Session, reason: str, staff: User | None, even_draft: bool = False
) -> Session:
    """Call it off. Everybody who still counted on it is told once, and it goes from their
    calendars; trainers are free again. The registrations stay as they were. Twice is once. Without
    `staff` it was whoever the session was made for. With `even_draft`, also what isn't published
    yet; then it never is.

    Raises ReasonNeeded, NotPublished, SessionPast, or NotReady for a draft without a place.
    """
    with transaction.atomic():
        session = seat_book.lock(session)
        if session.status == SessionStatus.CANCELLED:
            return session
        from_status = session.status
        if from_status == SessionStatus.DRAFT:
            if not even_draft:
                raise NotPublished("Wat nog niet gepubliceerd is, kan je gewoon verwijderen.")
            _check_ready(session)
            # Nobody knew of it, so nobody has to read that it is off.
            session.is_closed = True
        if session.is_over:
            raise SessionPast
        if not reason.strip():
            raise ReasonNeeded
        session.status = SessionStatus.CANCELLED
        session.cancelled_reason = reason.strip()
        session.sequence += 1
        session.save()
        session.bookings.all().delete()
        _record(session, Step.CANCEL_SESSION, staff, from_status=from_status)
        for registration in seat_book.live(session):
            emails.send_session_cancelled(registration)
        _announce(session, Step.CANCEL_SESSION, staff, changed={"status"})
    return session


@contextmanager
def _trainers_are_free() -> Iterator[None]:
    """A transaction. Raises TrainerBusy when a trainer would be in two places at once."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        if error.__cause__.diag.constraint_name == TRAINER_RULE:
            raise TrainerBusy from error
        raise


def _lock_trainers(**which) -> list[Trainer]:
    """Two that book the same trainers would otherwise wait for each other for ever."""
    numbers = Trainer.objects.filter(**which).order_by("pk").values_list("pk", flat=True)
    rows = Trainer.objects.filter(pk__in=list(numbers)).order_by("pk")
    return list(rows.select_for_update())


def _lock_coming(session: Session) -> Session:
    """The locked session, where it can still change."""
    session = seat_book.lock(session)
    if session.status == SessionStatus.CANCELLED:
        raise SessionCancelled
    if session.has_begun:
        raise SessionPast
    return session


def _check_times(session: Session) -> None:
    if session.has_begun:
        raise BadTimes("Het begin is al voorbij. Kies een later moment.")
    if session.ends_at <= session.begins_at:
        raise BadTimes("Het einde ligt voor het begin. Verander ook het einde.")


def _check_ready(session: Session) -> None:
    on_site = Way.ON_SITE in session.ways
    needed = {
        "Schrijf een titel.": session.title,
        "Kies voor wie de sessie is.": session.audiences,
        "Vul de plaats in.": session.venue or not on_site,
        "Vul de gemeente in.": session.municipality_id or not on_site,
        "Geef de sessie minstens 1 plaats.": session.seats_on_site + session.seats_online,
    }
    missing = [sentence for sentence, there in needed.items() if not there]
    if missing:
        raise NotReady(" ".join(missing))


def _announce(session: Session, step: Step, staff: User | None, *, changed: set[str]) -> None:
    """Tell other apps, in the caller's transaction."""
    session_changed.send(Session, session=session, step=step, staff=staff, changed=changed)


def _record(
    session: Session,
    step: Step,
    staff: User | None,
    *,
    from_status: str,
    way: str = "",
    from_seats: int = 0,
    to_seats: int = 0,
) -> None:
    """Add one row about the session itself to the audit, in the caller's transaction."""
    SeatChange.objects.create(
        session=session,
        step=step,
        actor=SeatChange.Actor.STAFF if staff else SeatChange.Actor.PERSON,
        staff=staff,
        way=way,
        from_status=from_status,
        to_status=session.status,
        from_seats=from_seats,
        to_seats=to_seats,
    )
