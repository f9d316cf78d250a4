"""Make the index of the showcase anew from what is published."""

from django.core.management.base import BaseCommand

from initiatives.finding.postings import rebuild


class Command(BaseCommand):
    help = "Make the index of the showcase anew, after a change of how words are found."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{rebuild()} initiatives in the index.")
