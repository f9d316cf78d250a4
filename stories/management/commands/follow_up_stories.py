"""Does what the clock asks of stories; for cron, every hour, just after midnight too."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from stories.rounds import do_what_is_due


class Command(BaseCommand):
    help = "Ask whether stories may stay, and take off those of which the consent ended."

    def handle(self, **options) -> None:
        do_what_is_due()
