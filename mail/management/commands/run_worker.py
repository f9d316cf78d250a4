"""Sends the queued mail: for ever, or once for cron."""

from __future__ import annotations

import logging
import signal
import threading
from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.db import InterfaceError, OperationalError, connection
from post_office.mail import send_queued

from mail import private

logger = logging.getLogger(__name__)

PAUSE = 3  # seconds between two looks at the queue
WORKER_LOCK = 7_262_001  # any number, the same in every worker


class Command(BaseCommand):
    help = "Send queued mail every few seconds, until SIGTERM or Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what is due, then stop")

    def handle(self, *, once: bool, **options) -> None:
        if once:
            send_due_mail()
            return
        stop = threading.Event()
        for sign in (signal.SIGTERM, signal.SIGINT):
            signal.signal(sign, lambda *_: stop.set())
        while not stop.is_set():
            send_or_wait_for_database()
            stop.wait(PAUSE)


def send_or_wait_for_database() -> None:
    """One round of the worker; a database that is away is tried again in the next round."""
    try:
        send_due_mail()
    except (OperationalError, InterfaceError) as error:
        logger.warning("The database is away, mail waits: %s", error)
        connection.close()


def send_due_mail() -> None:
    """Send every mail that is due. What fails stays queued, see POST_OFFICE in the settings.

    Two workers at once would send a mail twice, so only the holder of a lock in Postgres sends;
    the lock goes with the connection, so a killed worker leaves none behind.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [WORKER_LOCK])
        if not cursor.fetchone()[0]:
            return
    try:
        while any(send_queued()):
            private.forget_what_was_sent()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [WORKER_LOCK])
