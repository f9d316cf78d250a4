"""The whole site on one machine, for development: `make run` calls this."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from types import FrameType

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from baz_site.management.commands.create_demo_staff import demo_password

STOP_TIMEOUT = 10  # seconds that a child gets to finish what it is doing
START_TIMEOUT = 60  # seconds

INVITATION = """
  The site:  {url}/
  Staff:     {url}/admin/   sign in as 'beheer' or 'moderator', password {password}
  Mail:      as files in var/mail/
  Stop with Ctrl-C.
"""


class Command(BaseCommand):
    help = "Bring the database up to date, then run the web server and the workers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port: int, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("This server is for development. See docs/operations.md.")
        refuse_taken_port(port)
        for sign in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sign, stop)
        children: list[subprocess.Popen] = []
        try:
            self.prepare()
            children.append(start("run_worker"))
            children.append(start("run_agenda"))
            children.append(start("runserver", f"127.0.0.1:{port}"))
            wait_until_answering(port, children)
            password = demo_password(settings.VAR_DIR)
            self.stdout.write(INVITATION.format(url=settings.SITE_URL, password=password))
            self.stdout.flush()
            wait_until_one_ends(children)
        except KeyboardInterrupt:
            self.stdout.write("\nStopping.")
        finally:
            stop_all(children)

    def prepare(self) -> None:
        """Migrate and load; each step leaves alone what is already there."""
        call_command("migrate", verbosity=0)
        call_command("createcachetable")
        call_command("load_places")
        call_command("load_practices")
        call_command("load_examples")
        call_command("rebuild_index")
        call_command("load_stories")
        call_command("load_workshops")
        call_command("load_sessions")
        call_command("load_roadshow")
        call_command("load_doors")
        call_command("load_lessons")
        call_command("load_pages")
        call_command("create_demo_staff", verbosity=0)
        connections.close_all()


def refuse_taken_port(port: int) -> None:
    """Raises CommandError where another program already serves on `port`."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            message = f"Port {port}: {error.strerror}. Try: make run PORT={port + 1}"
            raise CommandError(message) from error


def start(*command: str) -> subprocess.Popen:
    """Start a management command in a process group of its own.

    Ctrl-C in a terminal reaches a whole group. This way it reaches only us, and we stop the
    children in order, with whatever they started.
    """
    arguments = [sys.executable, sys.argv[0], *command]
    return subprocess.Popen(arguments, stdin=subprocess.DEVNULL, start_new_session=True)  # noqa: S603


def stop(signum: int, frame: FrameType | None) -> None:
    """What Ctrl-C does; also where SIGINT was ignored, as in a script's background job."""
    raise KeyboardInterrupt


def wait_until_answering(port: int, children: list[subprocess.Popen]) -> None:
    """Wait until the web server takes connections. Raises CommandError when it doesn't."""
    deadline = time.monotonic() + START_TIMEOUT
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        refuse_ended(children)
        time.sleep(0.2)
    raise CommandError(f"The web server did not start within {START_TIMEOUT} seconds.")


def wait_until_one_ends(children: list[subprocess.Popen]) -> None:
    """All run until we are told to stop: one that ends by itself is an error."""
    while True:
        refuse_ended(children)
        time.sleep(0.5)


def refuse_ended(children: list[subprocess.Popen]) -> None:
    """Raises CommandError naming a child that has ended."""
    for child in children:
        if child.poll() is not None:
            raise CommandError(f"{child.args[2]} ended with code {child.returncode}.")


def stop_all(children: list[subprocess.Popen]) -> None:
    """Stop the children's process groups; a second Ctrl-C must not leave half of them."""
    for sign in (signal.SIGINT, signal.SIGTERM):
        signal.signal(sign, signal.SIG_IGN)
    for child in children:
        signal_group(child, signal.SIGTERM)
    deadline = time.monotonic() + STOP_TIMEOUT
    for child in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            child.wait(max(0, deadline - time.monotonic()))
        # The reloader's own child may outlive its parent.
        signal_group(child, signal.SIGKILL)
        child.wait()


def signal_group(child: subprocess.Popen, sign: signal.Signals) -> None:
    """Send a signal to a child's whole process group, if anything of it is left."""
    try:
        os.killpg(child.pid, sign)
    except ProcessLookupError:
        return
