"""What must never be true can't be stored, whatever code tries."""

import random
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, connection, transaction
from django.db.models import F
from django.utils import timezone

from agenda.models import (
    HOLDING,
    Registration,
    RegistrationStatus,
    SeatChange,
    Session,
    Step,
    TrainerBooking,
    Way,
)
from tests.agenda import factories

pytestmark = pytest.mark.django_db
CONFIRMED, WAITING, OFFERED, CANCELLED, LAPSED = RegistrationStatus
HOUR = timedelta(hours=1)


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        # Foreign keys that are still to be checked would stop a TRUNCATE before our trigger does.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(statement)


def store(session: Session, number: int = 1, status: str = CONFIRMED, **fields) -> Registration:
    """A registration past all rules."""
    values = {"way": Way.ON_SITE, "seats": 1, "name": "Mia", "email": f"mia{number}@example.org"}
    values |= {"consent_text": "Ja", "consent_at": timezone.now(), "status": status}
    if status == WAITING:
        values |= {"queue_number": number, "queued_at": timezone.now()}
    if status == OFFERED:
        values |= {"offered_until": timezone.now() + HOUR}
    return Registration.objects.create(session=session, **{**values, **fields})


def counters(session: Session) -> tuple[int, ...]:
    session.refresh_from_db()
    taken = [session.taken(way) for way in Way]
    return (*taken, *[session.waiting(way) for way in Way])


@pytest.mark.parametrize("status", HOLDING)
def test_no_seat_too_many_by_a_new_row(status):
    session = factories.session(seats=3)
    store(session, 1, seats=2)
    assert refused(lambda: store(session, 2, status, seats=2))
    assert not refused(lambda: store(session, 3, status, seats=1))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE agenda_registration SET seats = 3 WHERE status = 'confirmed'",
        "UPDATE agenda_registration SET status = 'confirmed', queue_number = NULL,"
        " queued_at = NULL WHERE status = 'waiting'",
        "UPDATE agenda_registration SET way = 'online' WHERE status = 'confirmed'",
        "UPDATE agenda_session SET seats_on_site = 1",
        "UPDATE agenda_session SET way = 'online', seats_on_site = 0",
        "TRUNCATE agenda_registration CASCADE",
    ],
)
def test_no_seat_too_many_by_any_statement(statement):
    session = factories.session(seats=2)
    store(session, 1, seats=2)
    store(session, 2, WAITING)
    assert refused(lambda: execute(statement))
    assert counters(session) == (2, 0, 1, 0)


def test_the_counters_are_the_sums():
    session = factories.session(seats=50, online=50)
    other = factories.session(seats=50, online=50)
    rows = []
    chance = random.Random(5)
    for number in range(60):
        status = chance.choice(list(RegistrationStatus))
        rows.append(store(session, number, status, way=chance.choice(list(Way))))
    for row in rows[:20]:
        Registration.objects.filter(pk=row.pk).update(seats=2)
    for row in rows[20:30]:
        Registration.objects.filter(pk=row.pk).update(session=other)
    rows[30].delete()
    for one in (session, other):
        stored = list(one.registrations.values_list("way", "status", "seats"))
        taken = [sum(s for w, st, s in stored if w == way and st in HOLDING) for way in Way]
        waiting = [sum(1 for w, st, s in stored if w == way and st == WAITING) for way in Way]
        assert counters(one) == (*taken, *waiting)


def test_nobody_else_writes_the_counters():
    session = factories.session(seats=2)
    store(session, 1)
    store(session, 2, WAITING)
    before = counters(session)
    execute("UPDATE agenda_session SET taken_on_site = 0, waiting_on_site = 9")
    session.taken_on_site = session.waiting_on_site = 0
    session.save()
    assert counters(session) == before == (1, 0, 1, 0)


def test_a_sequence_never_goes_back():
    session = factories.session()
    Session.objects.update(sequence=4)
    session.save()
    session.refresh_from_db()
    assert session.sequence == 4


@pytest.mark.parametrize(
    "fields",
    [
        {"seats": 0},
        {"seats": -1},
        {"status": "perhaps"},
        {"way": "by boat"},
        {"queue_number": 7},
        {"offered_until": timezone.now()},
        {"present": 2},
        {"name": ""},
        {"email": ""},
        {"consent_at": None},
        {"email": "MIA1@Example.org"},
    ],
)
def test_a_registration_makes_sense(fields):
    session = factories.session()
    store(session, 1)
    assert refused(lambda: store(session, **{"number": 2, **fields}))


@pytest.mark.parametrize("status", [CANCELLED, LAPSED])
def test_what_ended_leaves_the_address_free(status):
    session = factories.session()
    store(session, 1, status)
    assert not refused(lambda: store(session, 1))
    assert refused(lambda: store(session, 1))
    assert not refused(lambda: store(factories.session(), 1))


@pytest.mark.parametrize("field", ["queue_number", "queued_at"])
def test_who_waits_has_a_place_of_their_own(field):
    session = factories.session()
    waiting = store(session, 1, WAITING)
    rows = Registration.objects.filter(pk=waiting.pk)
    assert refused(lambda: rows.update(**{field: None}))
    assert refused(lambda: store(session, 2, WAITING, queue_number=waiting.queue_number))


@pytest.mark.parametrize(
    "fields",
    [
        {"ends_at": F("begins_at")},
        {"closes_at": F("ends_at")},
        {"opens_at": F("begins_at")},
        {"seats_online": 1},
        {"way": "online"},
        {"most_seats": 0},
        {"seats_on_site": -1},
        {"title": ""},
        {"venue": ""},
        {"municipality": None},
        {"audiences": []},
        {"audiences": ["everybody"]},
        {"status": "cancelled"},
        {"status": "perhaps"},
    ],
)
def test_a_session_makes_sense(fields):
    session = factories.session()
    assert refused(lambda: Session.objects.filter(pk=session.pk).update(**fields))


def test_a_trainer_is_in_one_place_at_a_time():
    els, an = factories.trainer("Els"), factories.trainer("An")
    first, after = factories.session(), factories.session()
    Session.objects.filter(pk=first.pk).update(begins_at=F("begins_at") - 4 * HOUR)
    Session.objects.filter(pk=after.pk).update(begins_at=first.ends_at, ends_at=F("ends_at") + HOUR)
    same = factories.session()
    book = TrainerBooking.objects.create
    booking = book(trainer=els, session=first)
    booking.refresh_from_db()
    assert (booking.during.lower, booking.during.upper) == (
        Session.objects.get(pk=first.pk).begins_at,
        first.ends_at,
    )
    assert refused(lambda: book(trainer=els, session=same))
    assert not refused(lambda: book(trainer=els, session=after))
    assert not refused(lambda: book(trainer=an, session=same))
    back = Session.objects.filter(pk=after.pk)
    assert refused(lambda: back.update(begins_at=first.ends_at - HOUR))


def test_a_moment_can_be_kept_for_something_else():
    els, session = factories.trainer(), factories.session()
    during = (session.begins_at + HOUR, session.ends_at + HOUR)
    hold = {"trainer": els, "during": during, "reason": "voorstel aan Nijlen"}
    assert refused(lambda: TrainerBooking.objects.create(**{**hold, "reason": ""}))
    assert refused(lambda: TrainerBooking.objects.create(**{**hold, "during": (None, during[1])}))
    assert not refused(lambda: TrainerBooking.objects.create(**hold))
    assert refused(lambda: TrainerBooking.objects.create(trainer=els, session=session))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE agenda_seatchange SET to_seats = 9",
        "DELETE FROM agenda_seatchange",
        "TRUNCATE agenda_seatchange",
    ],
)
def test_the_audit_only_grows(statement):
    SeatChange.objects.create(
        session=factories.session(),
        step=Step.OPEN,
        actor=SeatChange.Actor.STAFF,
        staff=User.objects.create(username="mo"),
        to_status="open",
    )
    before = list(SeatChange.objects.values())
    assert refused(lambda: execute(statement))
    assert list(SeatChange.objects.values()) == before
