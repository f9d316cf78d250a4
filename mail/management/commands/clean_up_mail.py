"""Removes old mails and loose files; for cron, each night."""

from __future__ import annotations

from django.core.management.base import BaseCommand

from mail.cleaning import delete_loose_files, delete_old_mails


class Command(BaseCommand):
    help = "Remove mails of 90 days ago with their files, and files that belong to no mail."

    def handle(self, **options) -> None:
        mails, files = delete_old_mails(), delete_loose_files()
        self.stdout.write(f"{mails} old mails removed, {files} loose files removed")
