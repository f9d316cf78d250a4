"""Forget what need not be kept; to be run each night."""

from django.core.management.base import BaseCommand

from initiatives.cleaning import clean_up


class Command(BaseCommand):
    help = "Erase old drafts and forget old tallies."

    def handle(self, *args, **options) -> None:
        self.stdout.write(clean_up())
