"""The load client: `python -m bench.load`, a process of its own so that its work is not counted.

Reads one job as JSON, writes what it saw as JSON. Plain sockets, because a full HTTP client costs
as much as the pages it measures. It asks the loopback only, for a number of seconds and at most a
number of requests; then it stops by itself.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import NamedTuple

HOST = "127.0.0.1"
ANSWER_TIMEOUT = 30  # seconds
# A visitor reads some pages and goes. Connections that stay for ever would also stay with one
# worker, and the two would not share the work.
REQUESTS_A_CONNECTION = 20


@dataclass(frozen=True)
class Job:
    """What to ask: `paths` in turn, over `connections` at once, for `seconds`."""

    port: int
    paths: list[str]
    connections: int
    seconds: float
    most: int = 50_000  # requests
    first: int = 0  # where in `paths` to begin: another place each round


@dataclass
class Seen:
    """What came back: how long the answers took (in seconds), how many had which status."""

    seconds: float = 0.0
    latencies: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)
    failed: list[str] = field(default_factory=list)  # the paths that gave no page


def request_bytes(path: str, **headers: str) -> bytes:
    """A GET as a browser would send it; `headers`: with _ for -."""
    lines = [f"GET {path} HTTP/1.1", f"Host: {HOST}", "Accept-Encoding: gzip"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode()


@dataclass(frozen=True)
class Answer:
    """One HTTP answer, as it came over the wire."""

    status: int
    headers: dict[str, str]  # names in lower case
    body: bytes


async def read_answer(reader: asyncio.StreamReader) -> Answer:
    """The next answer on a connection. Raises ValueError where it does not tell where it ends."""
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").rstrip("\r\n").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
    status = int(first.split(" ", 2)[1])
    if status == 304:
        return Answer(status, headers, b"")
    if "content-length" in headers:
        body = await reader.readexactly(int(headers["content-length"]))
    elif headers.get("transfer-encoding") == "chunked":
        body = b"".join([chunk async for chunk in read_chunks(reader)])
    else:
        raise ValueError(f"An answer that does not tell its length: {first}")
    return Answer(status, headers, body)


async def read_chunks(reader: asyncio.StreamReader) -> AsyncIterator[bytes]:
    """The pieces of an answer that was sent without saying how long it is."""
    while length := int(await reader.readline(), 16):
        yield await reader.readexactly(length)
        await reader.readexactly(2)
    await reader.readexactly(2)


async def ask(port: int, path: str, **headers: str) -> Answer:
    """One request on a connection of its own."""
    reader, writer = await asyncio.open_connection(HOST, port, limit=2**20)
    try:
        writer.write(request_bytes(path, **headers))
        return await asyncio.wait_for(read_answer(reader), ANSWER_TIMEOUT)
    finally:
        writer.close()


class Download(NamedTuple):
    """How a large file came: seconds until its first bytes and until its last, and its bytes as
    they were sent."""

    first: float
    whole: float
    size: int


async def download(port: int, path: str) -> Download:
    """Ask for a large file and throw it away as it comes. Raises ValueError when there is none."""
    started = time.perf_counter()
    reader, writer = await asyncio.open_connection(HOST, port, limit=2**20)
    writer.write(request_bytes(path))
    head = await reader.readuntil(b"\r\n\r\n")
    if b" 200 " not in head.split(b"\r\n", 1)[0]:
        raise ValueError(f"{path}: {head.decode('latin-1')}")
    size, first = 0, 0.0
    async for chunk in read_chunks(reader):
        first = first or time.perf_counter() - started
        size += len(chunk)
    writer.close()
    return Download(first, time.perf_counter() - started, size)


async def run(job: Job) -> Seen:
    """Do the job. Raises ConnectionError or TimeoutError when the server goes away."""
    seen = Seen()
    requests = [request_bytes(path) for path in job.paths]
    turn = iter(range(job.first, job.first + job.most))
    started = time.perf_counter()
    deadline = started + job.seconds

    async def visitor() -> None:
        reader, writer, left = None, None, 0
        for number in turn:
            if time.perf_counter() >= deadline:
                break
            if left == 0:
                if writer:
                    writer.close()
                reader, writer = await asyncio.open_connection(HOST, job.port, limit=2**20)
                left = REQUESTS_A_CONNECTION
            path = number % len(requests)
            asked = time.perf_counter()
            writer.write(requests[path])
            answer = await read_answer(reader)
            seen.latencies.append(time.perf_counter() - asked)
            seen.statuses[str(answer.status)] += 1
            if answer.status != 200:
                seen.failed.append(job.paths[path])
            is_closed = answer.headers.get("connection", "").lower() == "close"
            left = 0 if is_closed else left - 1
        if writer:
            writer.close()

    visitors = asyncio.gather(*(visitor() for _ in range(job.connections)))
    await asyncio.wait_for(visitors, job.seconds + ANSWER_TIMEOUT)
    seen.seconds = time.perf_counter() - started
    return seen


def main() -> None:
    """One job from standard input, what was seen to standard output."""
    job = Job(**json.load(sys.stdin))
    json.dump(vars(asyncio.run(run(job))), sys.stdout)


if __name__ == "__main__":
    main()
