"""Sends the queued mail: for ever, or once for cron."""

from __future__ import annotations

from argparse import ArgumentParser

from django.core.management.base import BaseCommand

from mail.delivery import send_due_mail
from mail.repeating import repeat

PAUSE = 3  # seconds between two looks at the queue


class Command(BaseCommand):
    help = "Send queued mail every few seconds, until SIGTERM or Ctrl-C."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--once", action="store_true", help="send what is due, then stop")

    def handle(self, *, once: bool, **options) -> None:
        if once:
            send_due_mail()
        else:
            repeat(send_due_mail, pause=PAUSE)
