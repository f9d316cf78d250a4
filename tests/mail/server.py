"""A small mail server that remembers what it took, for tests with real processes."""

from __future__ import annotations

import asyncio
import random
import socket
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.header import decode_header, make_header

from aiosmtpd.controller import Controller


class Taken:
    """What arrived: how often each (address, subject) did. `slowness`: seconds before it answers,
    at most, half of it before it takes the mail."""

    def __init__(self, slowness: float) -> None:
        self.counts: Counter = Counter()
        self.slowness = slowness
        self.port = _free_port()

    async def handle_DATA(self, server, session, envelope) -> str:
        await asyncio.sleep(random.uniform(0, self.slowness / 2))
        header = message_from_bytes(envelope.content)["Subject"]
        subject = " ".join(str(make_header(decode_header(header))).split())
        self.counts[envelope.rcpt_tos[0], subject] += 1
        await asyncio.sleep(random.uniform(0, self.slowness / 2))
        return "250 OK"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def mail_server(slowness: float = 0.01) -> Iterator[Taken]:
    """A server on a free port of this machine, while the block runs."""
    taken = Taken(slowness)
    controller = Controller(taken, hostname="127.0.0.1", port=taken.port)
    controller.start()
    try:
        yield taken
    finally:
        controller.stop()
