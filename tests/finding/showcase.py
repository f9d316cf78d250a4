"""A showcase to look through: the practices of the report, and made-up neighbours that share their
words (neighbours.json)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.http import QueryDict
from pytest_django.plugin import DjangoDbBlocker

from initiatives.finding import index
from initiatives.finding.index import Index, current_index
from initiatives.finding.query import Query
from initiatives.finding.results import Results
from initiatives.models import Formality, Running, Status, TargetGroup, Theme
from places.models import Municipality
from tests import factories

HERE = Path(__file__).parent


def read(name: str):
    """What stands in a JSON file beside this one."""
    return json.loads((HERE / name).read_text(encoding="utf-8"))


@contextmanager
def made_once(blocker: DjangoDbBlocker, fill: Callable[[], None]) -> Iterator[None]:
    """A database with what `fill` makes, for tests that change nothing; then it is as before."""
    with blocker.unblock(), transaction.atomic(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(index, "_kept", None)
        if not Theme.objects.exists():
            # Emptied by a test with real transactions, which pytest may run before these.
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
        fill()
        yield
        transaction.set_rollback(True)


def open_showcase() -> None:
    """Publish the practices of the report, then the neighbours."""
    call_command("load_places", verbosity=0)
    call_command("load_practices", verbosity=0)
    varied = zip(read("neighbours.json"), cycle(Formality), cycle(Running), strict=False)
    for neighbour, formality, running in varied:
        publish(**neighbour, formality=formality, running=running)


def publish(
    *, theme: str, target_group: str, municipality: str | None, formality: Formality, **answers
) -> None:
    """Publish one neighbour."""
    place = Municipality.objects.current().get(name=municipality) if municipality else None
    waiting = factories.initiative(
        Status.SUBMITTED,
        themes=[Theme.objects.get(slug=theme)],
        target_groups=[TargetGroup.objects.get(slug=target_group)],
        municipality=place,
        **answers,
    )
    factories.publish(waiting, formality=formality)


def ask(index: Index | None = None, /, **parameters) -> Results:
    """What these parameters of an address find, in `index` or in the one of now."""
    asked = QueryDict(mutable=True)
    for name, value in parameters.items():
        asked.setlist(name, value if isinstance(value, list) else [value])
    index = index or current_index()
    return Results(Query.read(asked, index), index)


def titles(**parameters) -> list[str]:
    """The names on the first page of what these parameters find."""
    return [str(found) for found in ask(**parameters).page]
