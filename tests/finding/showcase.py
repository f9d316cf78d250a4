"""A showcase to look through: the practices of the report, and made-up neighbours that share their
words (neighbours.json)."""

from __future__ import annotations

import json
from pathlib import Path

from django.core.management import call_command

from initiatives.models import TargetGroup, Theme
from places.models import Municipality
from tests import factories

HERE = Path(__file__).parent


def read(name: str):
    """What stands in a JSON file beside this one."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))


def open_showcase() -> None:
    """Publish the practices of the report, then the neighbours."""
    call_command("load_places", verbosity=0)
    call_command("load_practices", verbosity=0)
    for neighbour in read("neighbours.json"):
        publish(**neighbour)


def publish(*, theme: str, target_group: str, municipality: str | None, **answers) -> None:
    """Publish one neighbour."""
    place = Municipality.objects.current().get(name=municipality) if municipality else None
    factories.published(
        themes=[Theme.objects.get(slug=theme)],
        target_groups=[TargetGroup.objects.get(slug=target_group)],
        municipality=place,
        **answers,
    )
