"""Rows into the database the fastest way it knows: COPY, from plain values, without objects."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from io import StringIO

from django.db import connection
from django.db.models import AutoField, Field, Model

_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Rows:
    """Rows of one table that wait to be written. `given`: the fields (attribute names) that each
    row has a value for; the model's defaults fill the others."""

    def __init__(self, model: type[Model], *given: str) -> None:
        fields = {field.attname: field for field in model._meta.concrete_fields}
        others = [field for name, field in fields.items() if name not in given and _is_ours(field)]
        columns = [fields[name].column for name in given] + [field.column for field in others]
        names = ", ".join(f'"{column}"' for column in columns)
        self._statement = f'COPY "{model._meta.db_table}" ({names}) FROM STDIN'
        self._tail = "".join(f"\t{_text(value)}" for value in _defaults(others))
        self._lines: list[str] = []

    def add(self, *values: object) -> None:
        """One row, its values in the order of the fields."""
        self._lines.append("\t".join(map(_text, values)) + self._tail)

    def write(self) -> None:
        """Write all that waits. Raises IntegrityError where the database refuses a row."""
        lines, self._lines = self._lines, []
        with connection.cursor() as cursor, connection.wrap_database_errors:
            cursor.copy_expert(self._statement, StringIO("".join(f"{line}\n" for line in lines)))


def _is_ours(field: Field) -> bool:
    """Whether we write the field, and not the database itself."""
    return not (field.generated or isinstance(field, AutoField))


def _defaults(fields: list[Field]) -> Iterator[object]:
    for field in fields:
        is_moment = getattr(field, "auto_now", False) or getattr(field, "auto_now_add", False)
        yield datetime.now(UTC) if is_moment else field.get_default()


def _text(value: object) -> str:
    """A value as COPY reads it."""
    if value is None:
        return "\\N"
    if isinstance(value, str):
        return str(value).translate(_ESCAPES)
    if isinstance(value, dict | list):
        return json.dumps(value).translate(_ESCAPES)
    return str(value)
