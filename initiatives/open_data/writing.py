"""The files: a piece of text for each batch of records."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from io import StringIO

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from initiatives.consents import LICENCE
from initiatives.open_data.fields import FIELDS
from initiatives.open_data.reading import Record

SOURCE = "BurgersAanZet"
# The spreadsheet of a Belgian office opens such a file with a double click.
BYTE_ORDER_MARK, DELIMITER, DECIMAL_SIGN = "\ufeff", ";", ","
BETWEEN_TEXTS = " | "
# A text that begins with one of these is a formula to a spreadsheet, and may do harm.
BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"


def as_json(batches: Iterable[list[Record]]) -> Iterator[str]:
    """One JSON object. What is said of the whole comes last, for only then the count is known."""
    generated_at = timezone.now()
    count = 0
    yield '{"initiatives":['
    for batch in batches:
        text = ",\n".join(_json(record) for record in batch)
        yield f",\n{text}" if count and text else text
        count += len(batch)
    meta = {
        "source": SOURCE,
        "license": LICENCE.name,
        "license_url": LICENCE.url,
        "documentation": settings.SITE_URL + reverse("open-data"),
        "schema": settings.SITE_URL + reverse("open-data-schema"),
        "generated_at": generated_at.isoformat(timespec="seconds"),
        "count": count,
    }
    yield f'],\n"meta":{_json(meta)}}}\n'


def as_csv(batches: Iterable[list[Record]]) -> Iterator[str]:
    """A table with a row of names (RFC 4180), as a spreadsheet in Belgium opens it."""
    yield BYTE_ORDER_MARK + _rows([[field.name for field in FIELDS]])
    for batch in batches:
        yield _rows([[_cell(value) for value in record.values()] for record in batch])


def table(rows: Iterable[list[object]]) -> str:
    """A whole table as the same spreadsheet opens it."""
    return BYTE_ORDER_MARK + _rows([[_cell(value) for value in row] for row in rows])


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _rows(rows: list[list[str]]) -> str:
    text = StringIO()
    csv.writer(text, delimiter=DELIMITER).writerows(rows)
    return text.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(value).replace(".", DECIMAL_SIGN)
    if isinstance(value, list):
        value = BETWEEN_TEXTS.join(text.replace("|", "¦") for text in value)
    text = str(value)
    return GUARD + text if text.startswith(BEGINS_FORMULA) else text
