"""Forgets who took part in what is long over; for cron, each night."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from agenda.cleaning import erase_old_registrations


class Command(BaseCommand):
    help = "Erase the personal data of registrations for sessions of more than a year ago."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{erase_old_registrations()} registrations erased")
