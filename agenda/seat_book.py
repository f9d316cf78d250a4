"""How seats are held, kept and freed; registration.py and scheduling.py are the doors to it.

Whoever changes anything of a session or its registrations first locks the session's row, and then
reads what it needs: so there is one order of locks, and nobody decides on an old count. No
transaction locks two sessions. The database checks the count once more (migration 0002).

The waiting list is in strict order, for each way of taking part: four friends at its head are not
overtaken by somebody alone, or else a group would wait for ever. They are told when there is room
for fewer of them, and can then ask for fewer.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Max, Min
from django.utils import timezone

from agenda import emails
from agenda.models import (
    LIVE,
    Registration,
    RegistrationStatus,
    SeatChange,
    Session,
    SessionStatus,
    Step,
    Way,
)

Actor = SeatChange.Actor
# An offer lasts 48 hours, or half of the time that is left, so that more than one on the list gets
# a chance. In the last four hours nobody is asked any more: the first gets the seat, is told, and
# can still say no.
LONGEST_OFFER = timedelta(hours=48)
LAST_CALL = timedelta(hours=4)


def lock(session: Session) -> Session:
    """The session as it is in the database now, held until the transaction ends."""
    return Session.objects.select_for_update().get(pk=session.pk)


def offer_deadline(session: Session) -> datetime | None:
    """Until when an offer made now lasts; None when there is no time left to ask."""
    now = timezone.now()
    left = session.begins_at - now
    if left < LAST_CALL:
        return None
    return (now + min(LONGEST_OFFER, left / 2)).replace(second=0, microsecond=0)


def start(registration: Registration, step: Step, *, staff: User | None, **values) -> None:
    """Store a new registration of a locked session, and the first row about it in the audit."""
    for name, value in values.items():
        setattr(registration, name, value)
    registration.save()
    record(registration, step, staff=staff)


def change(
    registration: Registration,
    step: Step,
    *,
    staff: User | None = None,
    actor: Actor = Actor.PERSON,
    **values,
) -> None:
    """Write `values` on a registration of a locked session, and one row in the audit. Who doesn't
    wait has no place in the queue, and who has no offer no deadline."""
    from_status, from_seats = registration.status, registration.seats
    values.setdefault("status", from_status)
    if values["status"] != RegistrationStatus.WAITING:
        values |= {"queue_number": None, "queued_at": None, "told_of_room": 0}
    if values["status"] != RegistrationStatus.OFFERED:
        values["offered_until"] = None
    for name, value in values.items():
        setattr(registration, name, value)
    registration.sequence += 1
    registration.save()
    record(
        registration,
        step,
        staff=staff,
        actor=actor,
        from_status=from_status,
        from_seats=from_seats,
    )


def record(
    registration: Registration,
    step: Step,
    *,
    staff: User | None = None,
    actor: Actor = Actor.PERSON,
    from_status: str = "",
    from_seats: int = 0,
) -> None:
    """Add one row about a registration to the audit, in the caller's transaction."""
    SeatChange.objects.create(
        session=registration.session,
        registration=registration,
        step=step,
        actor=Actor.STAFF if staff else actor,
        staff=staff,
        way=registration.way,
        from_status=from_status,
        to_status=registration.status,
        from_seats=from_seats,
        to_seats=registration.seats,
    )


def end_of_queue(session: Session) -> dict:
    """The values of a registration that joins the waiting list."""
    last = session.registrations.waiting().aggregate(last=Max("queue_number"))["last"] or 0
    return _waiting(last + 1)


def head_of_queue(session: Session) -> dict:
    """The values of a registration that is put back before all others."""
    first = session.registrations.waiting().aggregate(first=Min("queue_number"))["first"] or 0
    return _waiting(first - 1)


def free_now(session: Session, way: Way) -> int:
    """How many seats may be taken at once: none while somebody waits for them."""
    session.refresh_from_db(fields=_counters(way))
    return 0 if session.waiting(way) else session.free(way)


def offer_freed_seats(session: Session) -> None:
    """Offer the free seats of a locked session to the first on its waiting lists, in order, as
    far as they go round."""
    if session.status != SessionStatus.OPEN or session.has_begun:
        return
    for way in session.ways:
        session.refresh_from_db(fields=_counters(way))
        free = session.free(way)
        queue = session.registrations.waiting(way) if free and session.waiting(way) else []
        for first in queue:
            if first.seats > free:
                _tell_of_room(first, free)
                break
            free -= first.seats
            offer(first)


def offer(registration: Registration) -> None:
    """Keep seats for somebody who waits, and ask whether they are still wanted."""
    until = offer_deadline(registration.session)
    if until:
        change(
            registration,
            Step.OFFER,
            actor=Actor.SYSTEM,
            status=RegistrationStatus.OFFERED,
            offered_until=until,
        )
        emails.send_offer(registration)
    else:
        change(registration, Step.SEAT, actor=Actor.SYSTEM, status=RegistrationStatus.CONFIRMED)
        emails.send_seated(registration)


def lapse(registration: Registration) -> None:
    """End an offer that nobody answered. It leaves the list: who is silent once would keep each
    freed seat waiting for two days, again and again. Who still wants it registers again."""
    change(registration, Step.LAPSE, actor=Actor.SYSTEM, status=RegistrationStatus.LAPSED)
    emails.send_lapsed(registration)


def put_back(session: Session, way: Way, *, down_to: int, staff: User) -> None:
    """Put those back at the head of the waiting list who don't fit when a locked session gets
    `down_to` seats: the last to come first, and before all others who did not answer an offer
    yet. Among themselves they keep their order."""
    over = session.taken(way) - down_to
    held = list(session.registrations.holding().filter(way=way))
    held.sort(key=lambda one: (one.status == RegistrationStatus.OFFERED, one.pk))
    gone = []
    while over > 0:
        last = held.pop()
        over -= last.seats
        gone.append((last, last.status == RegistrationStatus.CONFIRMED))
        change(last, Step.PUT_BACK, staff=staff, **head_of_queue(session))
    # Only now does each of them have the place that the mail names.
    for one, had_seat in reversed(gone):
        emails.send_put_back(one, had_seat=had_seat)


def live(session: Session) -> list[Registration]:
    """All who still count on a locked session, the first to come first."""
    return list(session.registrations.filter(status__in=LIVE).order_by("pk"))


def _waiting(queue_number: int) -> dict:
    return {
        "status": RegistrationStatus.WAITING,
        "queue_number": queue_number,
        "queued_at": timezone.now(),
        "told_of_room": 0,
    }


def _counters(way: Way) -> list[str]:
    return [f"{name}_{Way(way).value}" for name in ("seats", "taken", "waiting")]


def _tell_of_room(first: Registration, free: int) -> None:
    if free > first.told_of_room:
        first.told_of_room = free
        first.save(update_fields=["told_of_room"])
        emails.send_room(first)
