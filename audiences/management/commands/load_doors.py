"""Load the four doors of 'BAZ inspireert' and the wishes that lead to them."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction

from audiences.models import Block, Door, Wish

DOORS = Path(__file__).resolve().parents[2] / "data" / "doors.json"


class Command(BaseCommand):
    help = "Load the doors of 'BAZ inspireert'. Can run again: leaves what staff changed."

    @transaction.atomic
    def handle(self, *args, **options) -> None:
        data = json.loads(DOORS.read_text(encoding="utf-8"))
        known = set(Door.objects.values_list("audience", flat=True))
        missing = [item for item in data["doors"] if item["audience"] not in known]
        for item in missing:
            blocks = item.pop("blocks")
            door = Door.objects.create(**item, position=data["doors"].index(item))
            Block.objects.bulk_create(
                Block(door=door, kind=kind, title=title, sentence=sentence, position=number)
                for number, (kind, title, sentence) in enumerate(blocks)
            )
        if not known:
            Wish.objects.bulk_create(
                Wish(text=text, target=target, position=number)
                for number, (text, target) in enumerate(data["wishes"])
            )
        self.stdout.write(f"{len(missing)} doors loaded, {len(known)} were there.")
