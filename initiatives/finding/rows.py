"""Reading a page of what is found: all that a card shows, in one query, however many there are."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from initiatives.finding.prepared import Prepared
from initiatives.models import Status

_ROWS = Prepared(
    """
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
WHERE initiative.status = $1 AND initiative.position = ANY($2)
""",
    *("text", "integer[]"),
)
# Own words about a crisis are found as the story is (postings.py), so they are shown like it.
_STORIES = Prepared(
    """
SELECT id, concat_ws(
    ' ', story, crisis_reasons_words, crisis_support_words, crisis_meaning, crisis_lasted_words
) FROM initiatives_version WHERE id = ANY($1)
""",
    "bigint[]",
)


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
    found = {row[0]: Row(*row) for row in _ROWS.rows(Status.PUBLISHED, positions)}
    return [found[position] for position in positions if position in found]


def stories_of(version_ids: Collection[int]) -> dict[int, str]:
    """The stories of these versions, by version."""
    return dict(_STORIES.rows(list(version_ids))) if version_ids else {}
