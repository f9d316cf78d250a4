"""Ends the offers that nobody answered in time; for cron, every five minutes."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from agenda.registration import lapse_offers


class Command(BaseCommand):
    help = "End the offers of seats that nobody answered in time, and offer them to the next."

    def handle(self, **options) -> None:
        self.stdout.write(f"{lapse_offers()} offers lapsed")
