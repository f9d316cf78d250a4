"""Everybody at once: real processes and threads, each with its own connection to Postgres."""

import multiprocessing
import os
import threading
from collections import Counter

import pytest
from django.db import connection, connections
from post_office.models import Email

from agenda import registration
from agenda.models import Registration, RegistrationStatus, SeatChange, Session, Way
from tests.agenda.factories import session
from tests.agenda.reading import book

pytestmark = pytest.mark.django_db(transaction=True)
SEATS, ATTEMPTS, PROCESSES, THREADS = 20, 500, 4, 10  # threads in each process
PATIENCE = 120  # seconds


def attempt(workshop: Session, numbers: range) -> list[str]:
    """Register those, one after the other; what went wrong."""
    errors = []
    for number in numbers:
        try:
            registration.register(
                session=workshop,
                way=Way.ON_SITE,
                seats=1,
                name=f"Mia {number}",
                email=f"mia{number}@example.org",
            )
        except Exception as error:
            errors.append(repr(error))
    connection.close()
    return errors


def process(workshop: Session, number: int, start: threading.Event, errors) -> None:
    """One process: its threads share the numbers that are its own."""
    found = []
    threads = [
        threading.Thread(
            target=lambda first: found.extend(
                attempt(workshop, range(first, ATTEMPTS, PROCESSES * THREADS))
            ),
            args=[number * THREADS + place],
        )
        for place in range(THREADS)
    ]
    start.wait(PATIENCE)
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    errors.put(found)
    errors.close()
    errors.join_thread()
    # Not through Python's end: that would stop the server, which is the parent's.
    os._exit(0)


def test_500_attempts_for_20_seats():
    workshop = session(seats=SEATS)
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    start, errors = fork.Event(), fork.Queue()
    processes = [
        fork.Process(target=process, args=(workshop, number, start, errors))
        for number in range(PROCESSES)
    ]
    for one in processes:
        one.start()
    start.set()
    assert [errors.get(timeout=PATIENCE) for _ in processes] == [[]] * PROCESSES
    for one in processes:
        one.join(PATIENCE)

    rows = list(Registration.objects.order_by("pk").values_list("status", "queue_number"))
    waiting = ATTEMPTS - SEATS
    assert Counter(status for status, _ in rows) == {
        RegistrationStatus.CONFIRMED: SEATS,
        RegistrationStatus.WAITING: waiting,
    }
    # Who came later waits longer: the first twenty have a seat, the rest a number in that order.
    assert [number for _, number in rows] == [None] * SEATS + list(range(1, waiting + 1))
    assert book(workshop)[0] == (SEATS, SEATS, waiting)
    assert (SeatChange.objects.count(), Email.objects.count()) == (ATTEMPTS, ATTEMPTS)
