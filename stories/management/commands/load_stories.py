"""Load what the annual report over 2020 tells of the five tellers, their tips and the test beds."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils.text import slugify

from initiatives.models import Initiative
from stories import publishing
from stories.models import AssociationKind, Barrier, Story, TestBed, Tip

REPORT = Path(__file__).resolve().parents[2] / "data" / "stories.json"


class Command(BaseCommand):
    help = (
        "Load what the annual report tells of stories. Can run again: leaves alone what is there."
    )

    def handle(self, *args, **options) -> None:
        report = json.loads(REPORT.read_text(encoding="utf-8"))
        with transaction.atomic():
            # Staff may rename and remove: what was loaded once is never loaded again.
            if not Barrier.objects.exists():
                load_names(Barrier, report["barriers"])
            if not AssociationKind.objects.exists():
                load_names(AssociationKind, report["kinds"])
            if not Story.objects.exists():
                load_stories(report)
            if not Tip.objects.exists():
                load_tips(report["tips"])
            if not TestBed.objects.exists():
                load_test_beds(report["test_beds"])
        self.stdout.write(
            f"{Story.objects.count()} stories, {Tip.objects.count()} tips and "
            f"{TestBed.objects.count()} test beds are there."
        )


def load_names(model: type, names: list[str]) -> None:
    """Make the entries of a catalogue, in this order."""
    model.objects.bulk_create(
        model(name=name, slug=slugify(name), position=position)
        for position, name in enumerate(names)
    )


def load_stories(report: dict) -> None:
    """Announce the stories: the report doesn't hold them, only whom they are of."""
    for position, item in enumerate(report["stories"]):
        story = Story.objects.create(**item, summary=report["summary"], position=position)
        publishing.announce(story=story)


def load_tips(tips: list[dict]) -> None:
    """Show the tips that came up in each of the conversations."""
    Tip.objects.bulk_create(
        Tip(**tip, position=position, is_shown=True) for position, tip in enumerate(tips)
    )


def load_test_beds(test_beds: list[dict]) -> None:
    """Show the test beds, each thing that was tried with the practice that it became."""
    practices = {one.slug: one for one in Initiative.objects.published().exclude(slug=None)}
    for position, item in enumerate(test_beds):
        tried = item.pop("tried", [])
        test_bed = TestBed.objects.create(**item, position=position, is_shown=True)
        for number, thing in enumerate(tried):
            practice = practices.get(thing["practice"])
            test_bed.tried.create(title=thing["title"], practice=practice, position=number)
