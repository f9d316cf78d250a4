"""Two hands at once: real threads, each with its own connection to Postgres."""

from __future__ import annotations

import threading
from collections.abc import Callable

from django.db import connection

PATIENCE = 10  # seconds


def together(*calls: Callable) -> list:
    """Make all `calls` at the same moment; what each returned, or the error that it raised."""
    barrier = threading.Barrier(len(calls))
    results = [None] * len(calls)

    def run(place: int, call: Callable) -> None:
        try:
            barrier.wait(PATIENCE)
            results[place] = call()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(calls)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return results
