"""Reading a page of what is found: all that a card shows, in one query, however many there are."""

from __future__ import annotations

from typing import NamedTuple

from django.db import connection

from initiatives.models import Status, Version

_ROWS = """
SELECT initiative.position, initiative.slug, initiative.is_example, version.id, version.title,
    version.summary, version.spot, version.meeting, version.municipality_id,
    cover.id, cover.width, cover.height, cover.alt
FROM initiatives_initiative AS initiative
JOIN initiatives_version AS version ON version.id = initiative.live_version_id
LEFT JOIN LATERAL (
    SELECT photo.id, photo.width, photo.height, shown.alt
    FROM initiatives_versionphoto AS shown
    JOIN initiatives_photo AS photo ON photo.id = shown.photo_id
    WHERE shown.version_id = version.id
    ORDER BY shown.position, shown.id
    LIMIT 1
) AS cover ON true
WHERE initiative.status = %s AND initiative.position = ANY(%s)
"""


class Row(NamedTuple):
    """What a card is made of, as the database has it."""

    position: int
    slug: str
    is_example: bool
    version_id: int
    title: str
    summary: str
    spot: str
    meeting: str
    nis: str | None
    photo_id: str | None
    photo_width: int
    photo_height: int
    photo_alt: str

    def __str__(self) -> str:
        return self.title


def rows_at(positions: list[int]) -> list[Row]:
    """What is published at these positions, in their order. What is gone is left out, also where
    a bitmap still had it."""
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [Status.PUBLISHED, positions])
        found = {row[0]: Row(*row) for row in cursor.fetchall()}
    return [found[position] for position in positions if position in found]


def stories_of(rows: list[Row]) -> dict[int, str]:
    """The stories of these rows, by version."""
    versions = Version.objects.filter(pk__in=[row.version_id for row in rows])
    return dict(versions.values_list("pk", "story")) if rows else {}
