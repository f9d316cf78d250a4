"""Follows up what nobody answered; for cron, every hour in the daytime."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from workshops.following_up import follow_up


class Command(BaseCommand):
    help = "Remind people of proposals, and end those that nobody answered."

    def handle(self, **options) -> None:
        self.stdout.write(follow_up())
