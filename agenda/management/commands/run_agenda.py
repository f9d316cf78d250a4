"""Does what the clock asks of the agenda: for ever, or once for cron."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from agenda.rounds import do_what_is_due
from mail.repeating import repeat

PAUSE = 30  # seconds between two looks at the clock


class Command(BaseCommand):
    help = "End offers, remind and thank participants, until SIGTERM or Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="do what is due, then stop")

    def handle(self, *, once: bool, **options) -> None:
        if once:
            do_what_is_due()
        else:
            repeat(do_what_is_due, pause=PAUSE)
