"""What the JSON file looks like, for programs that check it."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from initiatives.open_data.fields import FIELDS, Field

_TEXT = {"type": "string"}
_LINK = {"type": "string", "format": "uri"}
_META = {
    "source": _TEXT,
    "license": _TEXT,
    "license_url": _LINK,
    "documentation": _LINK,
    "schema": _LINK,
    "generated_at": {"type": "string", "format": "date-time"},
    "count": {"type": "integer", "minimum": 0},
}


def json_schema() -> dict:
    """A JSON Schema (2020-12) of the whole file. A field may come; none goes or changes."""
    initiative = _object({field.name: _schema_of(field) for field in FIELDS})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": settings.SITE_URL + reverse("open-data-schema"),
        "title": "Burgerinitiatieven, verzameld door BurgersAanZet",
        **_object({"initiatives": {"type": "array", "items": initiative}, "meta": _object(_META)}),
    }


def _object(properties: dict) -> dict:
    return {"type": "object", "required": list(properties), "properties": properties}


def _schema_of(field: Field) -> dict:
    schema = {**field.kind.schema, "description": field.meaning, "examples": [field.example]}
    if field.values:
        schema["enum"] = [*field.values, *([None] if field.kind.may_be_missing else [])]
    if field.kind.may_be_missing:
        schema["type"] = [schema["type"], "null"]
    return schema
