"""Load the pages that come with the site, and the five partners of the annual report over 2020."""

from __future__ import annotations

import json

from django.core.management.base import BaseCommand
from django.db import transaction

from pages.models import Page, Partner
from pages.reading import DATA, delivered, delivered_page
from pages.writing import save_page


class Command(BaseCommand):
    help = "Load pages and partners. Can run again: what staff changed stays as it is."

    @transaction.atomic
    def handle(self, *args, **options) -> None:
        known = set(Page.objects.values_list("key", flat=True))
        missing = [key for key in delivered() if key not in known]
        for key in missing:
            save_page(page=delivered_page(key), revision=0, staff=None)
        partners = json.loads((DATA / "partners.json").read_text(encoding="utf-8"))
        if not Partner.objects.exists():
            for position, partner in enumerate(partners):
                Partner.objects.create(position=position, is_shown=True, **partner)
        self.stdout.write(f"{len(missing)} pages loaded, {Partner.objects.count()} partners.")
