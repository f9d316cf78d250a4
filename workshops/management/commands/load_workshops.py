"""Load the workshops of the annual report over 2020, with only what the report says of them."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction

from initiatives.models import Initiative
from stories.models import Story
from workshops.models import Part, Workshop

WORKSHOPS = Path(__file__).resolve().parents[2] / "data" / "workshops.json"
# 'question' is the title of a workshop's page, so its questions and answers go by another name.
NAMES = {Part.Kind.QUESTION: "question_parts"}


class Command(BaseCommand):
    help = "Load the workshops of the annual report. Can run again: adds what is missing."

    def handle(self, *args, **options) -> None:
        report = json.loads(WORKSHOPS.read_text(encoding="utf-8"))
        known = set(Workshop.objects.values_list("slug", flat=True))
        missing = [item for item in report["workshops"] if item["slug"] not in known]
        for item in missing:
            load(item, position=report["workshops"].index(item))
        self.stdout.write(f"{len(missing)} workshops loaded, {len(known)} were there.")


@transaction.atomic
def load(item: dict, *, position: int) -> Workshop:
    """Make one workshop with its parts, shown on the site."""
    fields = ("slug", "title", "kicker", "question", "summary", "lead", "audiences")
    workshop = Workshop.objects.create(
        **{name: item[name] for name in fields},
        has_plan=item.get("has_plan", False),
        position=position,
        is_shown=True,
    )
    Part.objects.bulk_create(
        Part(workshop=workshop, kind=kind, position=number, **part)
        for kind in Part.Kind
        for number, part in enumerate(item.get(NAMES.get(kind, kind.value), []))
    )
    workshop.stories.set(Story.objects.public().filter(title__in=item.get("stories", [])))
    workshop.practices.set(Initiative.objects.published().filter(slug__in=item["practices"]))
    return workshop
