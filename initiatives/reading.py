"""One published initiative with all that its page shows, read at the least cost. Most of what
Django does for a query is putting it into words, and here those are always the same; and what the
index knows is not asked again."""

from __future__ import annotations

from typing import NamedTuple

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Model

from initiatives.finding.index import Index
from initiatives.finding.prepared import Prepared
from initiatives.models import (
    Assessment,
    Contact,
    Initiative,
    Photo,
    Status,
    TargetGroup,
    Version,
    VersionPhoto,
)


class Part(NamedTuple):
    """The columns of one table in a query. A field that is left out is read when it is asked."""

    model: type[Model]
    attributes: list[str]
    columns: str

    @classmethod
    def of(cls, model: type[Model], *left_out: str) -> Part:
        fields = [field for field in model._meta.concrete_fields if field.name not in left_out]
        table = model._meta.db_table
        columns = ", ".join(f'"{table}"."{field.column}"' for field in fields)
        return cls(model, [field.attname for field in fields], columns)


PAGE = [
    Part.of(Initiative, "link_key"),
    Part.of(Version, "unfinished", "search"),
    Part.of(Assessment, "message"),
    Part.of(Contact, "email", "phone"),
]
PHOTOS = [Part.of(VersionPhoto), Part.of(Photo)]
# Nothing but names of our own tables and columns is put into this.
_PAGE = Prepared(
    f"""
SELECT {", ".join(part.columns for part in PAGE + PHOTOS)} FROM initiatives_initiative
JOIN initiatives_version ON initiatives_version.id = live_version_id
JOIN initiatives_assessment ON initiatives_assessment.version_id = live_version_id
LEFT JOIN initiatives_contact ON initiatives_contact.initiative_id = initiatives_initiative.id
LEFT JOIN initiatives_versionphoto ON initiatives_versionphoto.version_id = live_version_id
LEFT JOIN initiatives_photo ON initiatives_photo.id = photo_id
WHERE slug = $1 AND status = $2
ORDER BY initiatives_versionphoto.position, initiatives_versionphoto.id
""",  # noqa: S608
    *("text", "text"),
)


def published_at(slug: str, index: Index) -> Initiative | None:
    """The published initiative with this address, with its live version, or None. One query, with
    a row for each photo."""
    rows = _PAGE.rows(slug, Status.PUBLISHED)
    if not rows:
        return None
    initiative, version, assessment, contact = _objects(PAGE, rows[0])
    initiative.live_version = version
    version.assessment = assessment
    # Where Django looks first, also when there is none.
    Initiative.contact.related.set_cached_value(initiative, contact if contact.pk else None)
    if version.municipality_id:
        version.municipality = index.by_nis[version.municipality_id]
    version.crisis = next((one for one in index.crises if one.pk == version.crisis_id), None)
    # Where Django looks first, as after prefetch_related.
    version._prefetched_objects_cache = {
        "themes": index.themes_at(initiative.position),
        "target_groups": [
            TargetGroup(slug=slug, name=name)
            for slug, name in index.labels["voor"].items()
            if initiative.position in index.facet("voor", slug)
        ],
        "version_photos": _photos(rows),
    }
    return initiative


def _photos(rows: list[tuple]) -> list[VersionPhoto]:
    shown_photos = []
    after_page = sum(len(part.attributes) for part in PAGE)
    for row in rows:
        shown, photo = _objects(PHOTOS, row[after_page:])
        if photo.pk:
            shown.photo = photo
            shown_photos.append(shown)
    return shown_photos


def _objects(parts: list[Part], row: tuple) -> list[Model]:
    """The cells at the beginning of a row as one object for each of `parts`."""
    cells = iter(row)
    return [
        part.model.from_db(
            DEFAULT_DB_ALIAS, part.attributes, [next(cells) for _ in part.attributes]
        )
        for part in parts
    ]
