"""The load client: what it asks and counts, against a small server of our own. No timing."""

import asyncio
from collections import Counter

import pytest

from bench.load import Job, ask, download, run

PAGES = {
    "/vol": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhallo",
    "/stuk": b"HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n",
    "/brok": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    b"3\r\nhal\r\n2\r\nlo\r\n0\r\n\r\n",
    "/toe": b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nhallo",
    "/zelfde": b"HTTP/1.1 304 Not Modified\r\nETag: x\r\n\r\n",
}


class Site:
    """Answers with PAGES; remembers what was asked, and how many connections there were."""

    def __init__(self) -> None:
        self.asked: Counter[str] = Counter()
        self.heads: list[str] = []
        self.connections = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode()
                path = head.split(" ")[1]
                self.asked[path] += 1
                self.heads.append(head)
                writer.write(PAGES[path])
                if b"close" in PAGES[path]:
                    break
        except asyncio.IncompleteReadError:
            pass
        finally:
            writer.close()


def visit(paths: list[str], **job):
    """Do one job against a new site; what the client saw, and the site."""
    site = Site()

    async def both():
        server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        seen = await run(Job(port=port, paths=paths, seconds=30, **job))
        server.close()
        return seen

    return asyncio.run(both()), site


def one(path: str, how=ask, **headers: str):
    """One answer from a new site, asked by `how`, and the site."""
    site = Site()

    async def both():
        server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
        answer = await how(server.sockets[0].getsockname()[1], path, **headers)
        server.close()
        return answer

    return asyncio.run(both()), site


def test_stops_at_the_number_that_was_given():
    seen, site = visit(["/vol"], connections=4, most=90)
    assert (len(seen.latencies), site.asked, seen.statuses) == (90, {"/vol": 90}, {"200": 90})
    assert seen.failed == []


def test_stops_when_the_time_is_over():
    site = Site()

    async def both():
        server = await asyncio.start_server(site.serve, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        seen = await run(Job(port=port, paths=["/vol"], connections=2, seconds=0))
        server.close()
        return seen

    assert asyncio.run(both()).latencies == []


def test_asks_all_in_turn_and_begins_where_told():
    seen, site = visit(["/vol", "/brok", "/stuk"], connections=1, most=4, first=1)
    assert site.asked == {"/brok": 2, "/stuk": 1, "/vol": 1}
    assert (seen.statuses, seen.failed) == ({"200": 3, "500": 1}, ["/stuk"])


def test_connections_are_kept_and_then_renewed():
    _, site = visit(["/vol"], connections=1, most=41)
    assert site.connections == 3


def test_a_connection_that_the_server_closes_is_made_again():
    seen, site = visit(["/toe"], connections=1, most=3)
    assert (seen.statuses, site.connections) == ({"200": 3}, 3)


def test_a_body_in_pieces_is_put_together():
    assert one("/brok")[0].body == b"hallo"


def test_asks_for_compressed_pages_and_sends_the_headers_given():
    answer, site = one("/zelfde", If_None_Match="x")
    assert (answer.status, answer.body) == (304, b"")
    assert site.heads == [
        "GET /zelfde HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n"
        "If-None-Match: x\r\n\r\n"
    ]


def test_a_download_is_counted_to_its_end():
    came, _ = one("/brok", download)
    assert came.size == 5
    assert 0 < came.first <= came.whole


def test_a_download_that_fails_is_told():
    with pytest.raises(ValueError, match=r"^/stuk: HTTP/1\.1 500 Oops"):
        one("/stuk", download)
