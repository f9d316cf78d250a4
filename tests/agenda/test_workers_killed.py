"""Workers that die at any moment: each mail goes once or is marked for staff; none is missing."""

import multiprocessing
import os
import random
import signal
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone
from post_office.models import STATUS, Email

from agenda import registration
from agenda.models import Notice, Registration, RegistrationStatus
from agenda.rounds import do_what_is_due
from mail.delivery import send_due_mail
from mail.states import UNCERTAIN
from tests.agenda.factories import fill, register, session
from tests.clock import at
from tests.mail.server import mail_server

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 180  # seconds
# 200 reminders and offers; who let an offer end is told so as well.
TO_BE_REMINDED, OFFERS = 160, 40


def work_for_ever() -> None:
    """A worker: both of its rounds, again and again."""
    connections.close_all()
    while True:
        do_what_is_due()
        send_due_mail()


def start_worker() -> multiprocessing.Process:
    connections.close_all()
    worker = multiprocessing.get_context("fork").Process(target=work_for_ever)
    worker.start()
    return worker


def kill(worker: multiprocessing.Process) -> None:
    os.kill(worker.pid, signal.SIGKILL)
    worker.join()


def reminders_and_offers() -> None:
    """People to be reminded, and offers of long ago that now go to those who wait behind."""
    with at(timezone.now() - timedelta(days=10)):
        fill(session(seats=TO_BE_REMINDED, days=10.5))
        busy = session(seats=OFFERS, days=40)
        seated = fill(busy)
        for number in range(2 * OFFERS):
            register(busy, f"Wacht-{number}")
        for one in seated:
            registration.cancel(registration=one)
    Email.objects.all().delete()


def kill_some(waits) -> int:
    """Two workers at a time; one of them dies, and another takes its place, until nothing waits.
    Returns how many died."""
    workers, killed, end = [start_worker(), start_worker()], 0, time.monotonic() + PATIENCE
    try:
        while waits():
            assert time.monotonic() < end, "Something still waits."
            time.sleep(random.uniform(0.1, 1))
            victim = workers.pop(random.randrange(2))
            kill(victim)
            killed += 1
            workers.append(start_worker())
    finally:
        for worker in workers:
            kill(worker)
    return killed


def work_that_waits() -> bool:
    due = Notice.objects.count() < TO_BE_REMINDED
    return due or Email.objects.filter(status__in=[STATUS.queued, STATUS.requeued]).exists()


def test_each_mail_once_and_none_missing(settings):
    reminders_and_offers()
    with mail_server(slowness=0.02) as server:
        settings.SENDING_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        killed = kill_some(work_that_waits)
        do_what_is_due()
        send_due_mail()

    assert killed > 5
    mails = Counter((email.to[0], email.subject) for email in Email.objects.all())
    assert set(mails.values()) == {1}
    assert Notice.objects.count() == TO_BE_REMINDED
    for status in (RegistrationStatus.LAPSED, RegistrationStatus.OFFERED):
        assert Registration.objects.filter(status=status).count() == OFFERS
    assert len(mails) == TO_BE_REMINDED + 2 * OFFERS

    for email in Email.objects.all():
        arrived = server.counts[email.to[0], email.subject]
        assert (email.status, arrived) in {(STATUS.sent, 1), (UNCERTAIN, 0), (UNCERTAIN, 1)}
    uncertain = Email.objects.filter(status=UNCERTAIN).count()
    assert uncertain <= killed + 2
    assert sum(server.counts.values()) >= len(mails) - uncertain
