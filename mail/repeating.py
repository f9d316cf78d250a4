"""What a worker does: the same, every few seconds, until it is told to stop."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Callable

from django.db import InterfaceError, OperationalError, connection

logger = logging.getLogger(__name__)


def repeat(work: Callable[[], object], *, pause: float) -> None:
    """Do `work`, wait `pause` seconds, and again, until SIGTERM or Ctrl-C."""
    stop = threading.Event()
    for sign in (signal.SIGTERM, signal.SIGINT):
        signal.signal(sign, lambda *_: stop.set())
    while not stop.is_set():
        do_or_wait_for_database(work)
        stop.wait(pause)


def do_or_wait_for_database(work: Callable[[], object]) -> None:
    """One round; a database that is away is tried again in the next round."""
    try:
        work()
    except (OperationalError, InterfaceError) as error:
        logger.warning("The database is away, work waits: %s", error)
        connection.close()
