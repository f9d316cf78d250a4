"""`make bench`: everything in one run. Prints the table and the bounds on standard output; what it
is doing goes to standard error. Its database is its own: made, filled and dropped here."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit, urlunsplit

import environ
import psutil
import psycopg2
from psycopg2 import sql

from baz_site.database import join_embedded_database
from bench import load, report
from bench.report import (
    CACHED,
    CONNECTIONS,
    FRESH,
    LIMIT_A,
    LIMIT_C,
    LIVE_PAGES,
    PAGES,
    Cell,
    Measure,
)
from bench.server import Postgres, Server, environment

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
SECONDS = 1  # that one cell lasts in one round
LONGEST = 16 * 60  # seconds; no new round begins after it
SAMPLE = 25  # pages of a kind, of which limit A sends the one of middle length


def database_url() -> str:
    """The database of this site: of the environment, or else the embedded one."""
    environ.Env.read_env(ROOT / ".env")
    if url := os.environ.get("DATABASE_URL"):
        return url
    host = join_embedded_database(ROOT / "var" / "postgres")["HOST"]
    return f"postgresql://postgres@/postgres?{urlencode({'host': host})}"


@contextmanager
def own_database(url: str):
    """A new, empty database beside the one of `url`, dropped at the end. Gives its address."""
    parts = urlsplit(url)
    name = f"{parts.path.strip('/')}_bench"
    connection = psycopg2.connect(url)
    connection.autocommit = True
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
    create = sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'")
    with connection.cursor() as cursor:
        cursor.execute(drop)
        cursor.execute(create.format(sql.Identifier(name)))
        try:
            yield urlunsplit(parts._replace(path=f"/{name}"))
        finally:
            cursor.execute(drop)
            connection.close()


class Bench:
    """The rounds at one size, on a site with its page cache and one without."""

    def __init__(
        self, size: int, fresh: Server, cached: Server, env: dict[str, str], *, with_a: bool
    ) -> None:
        """`with_a`: also hold ready pages against limit A. Their size does not depend on the
        number of initiatives, so once in a run is enough."""
        self._size, self._env, self._with_a = size, env, with_a
        self._fresh, self._cached = fresh, cached
        self._postgres = _postgres(env["DATABASE_URL"])
        self._visits = json.loads(_python("bench.visits", env=env))
        self.rounds: dict[Cell, list[Measure]] = {}

    def prepare(self) -> None:
        """Keep the bytes that limit A sends, then ask every address once of both sites."""
        for page, paths in self._visits.items():
            answers = [asyncio.run(load.ask(self._fresh.port, path)) for path in paths[:SAMPLE]]
            if {answer.status for answer in answers} != {200}:
                raise RuntimeError(f"{page}: not every address of {paths[:SAMPLE]} gave a page.")
            bodies = sorted((answer.body for answer in answers), key=len)
            folder = Path(self._env["BENCH_DIR"])
            (folder / f"{page}.gz").write_bytes(bodies[len(bodies) // 2])
        for server in (self._fresh, self._cached):
            for paths in self._visits.values():
                self._load(server, paths, connections=8, seconds=30, most=len(paths))

    def one_round(self, number: int) -> None:
        """Every cell once; the limits stand between the pages, so that all see the same weather."""
        for connections in CONNECTIONS:
            self._cell(number, "cards", LIMIT_C, connections, self._fresh, ["/limiet/c/"])
            for page in (*PAGES, *LIVE_PAGES):
                paths = self._visits[page]
                self._cell(number, page, FRESH, connections, self._fresh, paths)
                if page in LIVE_PAGES or not self._with_a:
                    continue
                same = [f"/limiet/a/{page}/"]
                # Of the site without ready pages: what looks for those is no part of the limit.
                self._cell(number, page, LIMIT_A, connections, self._fresh, same)
                self._cell(number, page, CACHED, connections, self._cached, paths)

    def exports(self) -> list[str]:
        """A sentence for each file with everything in it: when it began, when it was whole."""
        said = []
        for ending in ("json", "csv"):
            path = f"/open-data/initiatieven.{ending}"
            came = asyncio.run(load.download(self._fresh.port, path))
            said.append(
                f"- {ending} of {self._size:,}: begins after {1000 * came.first:.0f} ms, whole "
                f"after {came.whole:.1f} s, {came.size / report.MB:.1f} MB sent"
            )
        return said

    def not_modified(self) -> list[str]:
        """A sentence for each kind of page that does not answer 304 to who has it already."""
        wrong = []
        for page in PAGES:
            paths = self._visits[page]
            first = asyncio.run(load.ask(self._cached.port, paths[0]))
            tag = first.headers.get("etag", "")
            again = asyncio.run(load.ask(self._cached.port, paths[0], If_None_Match=tag))
            if not tag or again.status != 304:
                wrong.append(f"{page} (ETag {tag or 'missing'}, then {again.status})")
        return wrong

    def _cell(
        self,
        number: int,
        page: str,
        how: str,
        connections: int,
        server: Server,
        paths: list[str],
    ) -> None:
        cell = Cell(self._size, page, how, connections)
        site, postgres = server.cpu_seconds(), self._postgres.cpu_seconds()
        seen = self._load(
            server, paths, connections=connections, seconds=SECONDS, first=number * 41
        )
        site, postgres = server.cpu_seconds() - site, self._postgres.cpu_seconds() - postgres
        times = sorted(1000 * latency for latency in seen["latencies"])
        measure = Measure(
            len(times) / seen["seconds"],
            *(report.percentile(times, share) for share in (0.50, 0.95, 0.99)),
            *(1000 * seconds / len(times) for seconds in (site, postgres)),
        )
        self.rounds.setdefault(cell, []).append(measure)

    def _load(self, server: Server, paths: list[str], **job: object) -> dict:
        job = {"port": server.port, "paths": paths, **job}
        seen = json.loads(_python("bench.load", env=self._env, said=json.dumps(job)))
        if seen["failed"]:
            raise RuntimeError(f"Answers {seen['statuses']}, not a page: {seen['failed'][:9]}")
        return seen


def _python(module: str, *arguments: str, env: dict[str, str], said: str = "") -> str:
    """Run one of our modules in a process of its own; what it wrote."""
    command = [sys.executable, "-m", module, *arguments]
    done = subprocess.run(  # noqa: S603 - our own words, no shell
        command, env=env, input=said, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT
    )
    return done.stdout


def _postgres(url: str) -> Postgres:
    connection = psycopg2.connect(url)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = Postgres(cursor.fetchone()[0])
    connection.close()
    return server


def _tell(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


def machine(url: str) -> str:
    """On what this ran, for beside the table."""
    connection = psycopg2.connect(url)
    version = connection.server_version // 10_000
    connection.close()
    cpu = platform.processor() or platform.machine()
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text().splitlines()
        cpu = next((line.split(": ")[1] for line in lines if line.startswith("model name")), cpu)
    memory = psutil.virtual_memory().total / 2**30
    return (
        f"{psutil.cpu_count()} cores ({cpu}), {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, PostgreSQL {version}; "
        f"load before the run {os.getloadavg()[0]:.1f}"
    )


def measure(
    size: int, url: str, deadline: float, *, with_a: bool
) -> tuple[dict[Cell, Measure], list[str]]:
    """Fill a database with `size` initiatives and measure; the medians, and lines to print."""
    with own_database(url) as own, tempfile.TemporaryDirectory(prefix="baz-bench-") as folder:
        env = environment(own, Path(folder))
        _tell(f"{size} initiatives")
        _python("bench.generate", str(size), env=env)
        _python("django", "collectstatic", "--noinput", "--verbosity=0", env=env)
        with Server(env, page_cache=False) as fresh, Server(env, page_cache=True) as cached:
            bench = Bench(size, fresh, cached, env, with_a=with_a)
            bench.prepare()
            for number in range(ROUNDS):
                if number and time.monotonic() > deadline:
                    _tell(f"out of time: {number} of {ROUNDS} rounds at {size}")
                    break
                bench.one_round(number)
                _tell(f"round {number + 1} of {ROUNDS}")
            most = max(server.worker_memory() for server in (fresh, cached))
            wrong = bench.not_modified()
            downloads = bench.exports()
            after = max(server.worker_memory() for server in (fresh, cached))
    lines = [str(report.memory_bound(size, most))]
    lines.append(
        f"- **NOT reached**: 304 at {size:,}: {', '.join(wrong)}"
        if wrong
        else f"- **reached**: 304 for who has the page already, at {size:,}"
    )
    lines += [*downloads, str(report.memory_bound(size, after, "the files"))]
    return report.medians(bench.rounds), lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", default="1000,10000,100000")
    sizes = [int(size) for size in parser.parse_args().sizes.split(",")]
    deadline = time.monotonic() + LONGEST
    url = database_url()
    where = machine(url)
    measured: dict[Cell, Measure] = {}
    lines: list[str] = []
    for size in sizes:
        with_a = size == report.reference_size(sizes)
        some, said = measure(size, url, deadline, with_a=with_a)
        measured |= some
        lines += said
    print(f"{where}.\n\n{report.table(measured)}\n")
    print("\n".join([*(str(bound) for bound in report.bounds(measured)), *lines]))


if __name__ == "__main__":
    main()
