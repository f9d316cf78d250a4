"""What the clock does: reminders a week and a day before, a thank-you with the evaluation the day
after, offers that end.

Each mail goes once: a row in Notice, unique, is written in the transaction that queues the mail,
under the session's lock. So it doesn't matter how many workers do this, or where one dies.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import datetime, time, timedelta

from django.db import InterfaceError, OperationalError, transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from agenda import emails, seat_book
from agenda.clock import in_brussels
from agenda.models import (
    Kind,
    Notice,
    Registration,
    RegistrationStatus,
    SeatChange,
    Session,
    SessionStatus,
    Step,
)
from agenda.registration import lapse_offers, offer_freed_seats

logger = logging.getLogger(__name__)

WEEK, DAY = timedelta(days=7), timedelta(days=1)
# A worker that was away for longer thanks nobody any more.
LONGEST_THANKS = timedelta(days=14)
TOLD_EVERYBODY = [Step.MOVE, Step.SWITCH_TO_ONLINE]
THANKED_AT = time(9)  # in Brussels, the day after


def do_what_is_due() -> None:
    """One round. An error in one mail is logged, and doesn't keep the others from going."""
    lapse_offers()
    for session in _with_room_and_a_queue():
        offer_freed_seats(session=session)
    for kind, due in _due():
        for registration in due:
            _notify(kind, registration)


def _notify(kind: Notice.Kind, registration: Registration) -> None:
    try:
        with transaction.atomic():
            session = seat_book.lock(registration.session)
            # As it is now: a colleague may have been just as fast, or it was called off.
            fresh = dict(_due(session))[kind].filter(pk=registration.pk).first()
            if fresh:
                Notice.objects.create(registration=fresh, kind=kind)
                emails.send_notice(fresh, kind)
    except (OperationalError, InterfaceError):
        raise
    except Exception:
        logger.exception("The mail '%s' of registration %s failed.", kind, registration.pk)


def _due(session: Session | None = None) -> Iterator[tuple[Notice.Kind, QuerySet[Registration]]]:
    """Whom each kind of mail goes to now, of all sessions or of one."""
    now = timezone.now()
    confirmed = Registration.objects.filter(
        status=RegistrationStatus.CONFIRMED,
        erased_at=None,
        session__status=SessionStatus.OPEN,
        **({"session": session} if session else {}),
    ).select_related("session__municipality")
    week = Q(session__begins_at__lte=now + WEEK, session__begins_at__gt=now + DAY)
    day = Q(session__begins_at__lte=now + DAY, session__begins_at__gt=now)
    over = confirmed.filter(
        Q(present=None) | Q(present__gt=0),
        session__ends_at__range=(now - LONGEST_THANKS, now),
        session__in=[one.pk for one in _thanked_now(now)],
    )
    yield Notice.Kind.WEEK, _without(Notice.Kind.WEEK, _not_just_told(confirmed.filter(week), WEEK))
    yield Notice.Kind.DAY, _without(Notice.Kind.DAY, _not_just_told(confirmed.filter(day), DAY))
    yield Notice.Kind.THANKS, _without(Notice.Kind.THANKS, over)


def _without(kind: Notice.Kind, registrations: QuerySet[Registration]) -> QuerySet[Registration]:
    told = Notice.objects.filter(registration=OuterRef("pk"), kind=kind)
    return registrations.filter(~Exists(told)).order_by("session__begins_at", "pk")


def _not_just_told(registrations: QuerySet[Registration], span: timedelta) -> QuerySet:
    """Who got another mail with all of it since the reminder was due, needs none."""
    own, everybodys = Q(registration=OuterRef("pk")), Q(registration=None, step__in=TOLD_EVERYBODY)
    steps = SeatChange.objects.filter(
        own | everybodys,
        session=OuterRef("session"),
        at__gte=OuterRef("session__begins_at") - span,
    )
    return registrations.filter(~Exists(steps))


def _thanked_now(now: datetime) -> list[Session]:
    """The sessions that ended lately, from nine o'clock the day after."""
    ended = Session.objects.filter(
        status=SessionStatus.OPEN, ends_at__range=(now - LONGEST_THANKS, now)
    ).exclude(kind=Kind.COACHING)
    return [one for one in ended if now >= thanks_due(one)]


def thanks_due(session: Session) -> datetime:
    """From when participants are thanked: nine o'clock the day after."""
    day = timezone.localdate(session.ends_at) + timedelta(days=1)
    return in_brussels(datetime.combine(day, THANKED_AT))


def _with_room_and_a_queue() -> QuerySet[Session]:
    coming = Session.objects.filter(status=SessionStatus.OPEN, begins_at__gt=timezone.now())
    return coming.filter(
        Q(waiting_on_site__gt=0, taken_on_site__lt=F("seats_on_site"))
        | Q(waiting_online__gt=0, taken_online__lt=F("seats_online"))
    )
