"""The site as in production, on the loopback: starts it, stops it, reads what it costs."""

from __future__ import annotations

import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import psutil

WORKERS, THREADS = 2, 4
START_TIMEOUT = 60  # seconds
STOP_TIMEOUT = 10


def environment(database_url: str, folder: Path) -> dict[str, str]:
    """The variables of a site in production, with what it keeps in `folder`."""
    return {
        **os.environ,
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_hex(32),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SITE_URL": "https://www.burgersaanzet.example",
        "DATABASE_URL": database_url,
        "EMAIL_URL": "dummymail://",
        "DEFAULT_FROM_EMAIL": "BurgersAanZet <info@burgersaanzet.example>",
        "CONTACT_EMAIL": "info@burgersaanzet.example",
        "MEDIA_ROOT": str(folder / "media"),
        "SECURE_SSL_REDIRECT": "false",  # a proxy would be there for TLS; here is none
        "DJANGO_SETTINGS_MODULE": "bench.settings",
        "BENCH_DIR": str(folder),
    }


class Server:
    """One gunicorn with its workers; use it in a with-statement."""

    def __init__(self, env: dict[str, str], *, page_cache: bool) -> None:
        self.port = _free_port()
        command = [
            *(sys.executable, "-m", "gunicorn", "baz_site.wsgi"),
            *("--bind", f"127.0.0.1:{self.port}", "--log-level", "warning"),
            *("--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS)),
        ]
        env = {**env, "PAGE_CACHE": str(page_cache).lower()}
        self._process = subprocess.Popen(  # noqa: S603 - our own words, no shell
            command, env=env, stdin=subprocess.DEVNULL, start_new_session=True
        )

    def __enter__(self) -> Server:
        deadline = time.monotonic() + START_TIMEOUT
        while time.monotonic() < deadline and self._process.poll() is None:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.1)
        self.__exit__()
        raise RuntimeError("gunicorn did not start.")

    def __exit__(self, *error: object) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(STOP_TIMEOUT)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    @property
    def processes(self) -> list[psutil.Process]:
        """The master and its workers."""
        master = psutil.Process(self._process.pid)
        return [master, *master.children(recursive=True)]

    def cpu_seconds(self) -> float:
        """The CPU time that it took so far, with that of workers that have ended."""
        return sum(_cpu_seconds(process) for process in self.processes)

    def worker_memory(self) -> int:
        """The memory in bytes (RSS) of the worker that holds most."""
        return max(process.memory_info().rss for process in self.processes[1:])


class Postgres:
    """The database server as a process of this machine, where it is one."""

    def __init__(self, backend_pid: int) -> None:
        """`backend_pid`: what pg_backend_pid() says."""
        self._postmaster = None
        with contextlib.suppress(psutil.Error):
            parent = psutil.Process(backend_pid).parent()
            if parent and parent.name().startswith("postgres"):
                self._postmaster = parent

    def cpu_seconds(self) -> float:
        """The CPU time of the whole database server so far; 0 where it runs on another machine."""
        if self._postmaster is None:
            return 0.0
        total = _cpu_seconds(self._postmaster)
        for process in self._postmaster.children():
            with contextlib.suppress(psutil.NoSuchProcess):
                total += _cpu_seconds(process)
        return total


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system + times.children_user + times.children_system


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
