"""Questions that are always the same but for their values."""

from __future__ import annotations

from itertools import count
from weakref import WeakSet

from django.db import connection

_numbers = count(1)


class Prepared:
    """A query that Postgres plans once on each connection: for a page, planning takes longer than
    finding its rows. $1, $2 ... stand for the values."""

    def __init__(self, sql: str, *values: str) -> None:
        """`values`: their types in Postgres, such as 'text[]'."""
        self._name = f"baz_{next(_numbers)}"
        self._prepare = f"PREPARE {self._name} ({', '.join(values)}) AS {sql}"
        self._execute = f"EXECUTE {self._name} ({', '.join(['%s'] * len(values))})"
        self._prepared_on: WeakSet = WeakSet()

    def rows(self, *values: object) -> list[tuple]:
        """What is found with these values."""
        with connection.cursor() as cursor:
            if connection.connection not in self._prepared_on:
                # Past Django, which counts questions: this is none.
                with connection.wrap_database_errors, connection.connection.cursor() as plain:
                    plain.execute(self._prepare)
                self._prepared_on.add(connection.connection)
            cursor.execute(self._execute, values)
            return cursor.fetchall()
