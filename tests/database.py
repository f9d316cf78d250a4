"""Looking through all that is stored, whatever table or column it is in."""

from __future__ import annotations

from django.db import connection


def tables_with(text: str) -> list[str]:
    """The tables of which some row holds `text` in some column, in capitals or not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables"
            " WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name"
        )
        names = [name for (name,) in cursor.fetchall()]
        return [name for name in names if _holds(cursor, name, text)]


def _holds(cursor, table: str, text: str) -> bool:
    name = connection.ops.quote_name(table)
    cursor.execute(
        f"SELECT EXISTS (SELECT FROM {name} row WHERE row::text ILIKE %s)", [f"%{text}%"]
    )
    return cursor.fetchone()[0]
