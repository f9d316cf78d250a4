"""Finding what was probably sent in before: a title that looks alike, more so in the same place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db import connection

from initiatives.for_staff import visible_to_staff
from initiatives.models import Status

# Likeness of titles runs from 0 to 1 (pg_trgm); the operator % already leaves out all below 0.3.
LIKELY = 0.55
SAME_MUNICIPALITY = 0.25
MOST_SHOWN = 3

QUERY = """
SELECT mine.initiative_id, other.initiative_id, other.title, municipality.name, initiative.status
FROM initiatives_version mine
JOIN initiatives_version other
    ON other.title %% mine.title AND other.initiative_id <> mine.initiative_id
JOIN initiatives_initiative initiative ON initiative.id = other.initiative_id
LEFT JOIN places_municipality municipality ON municipality.nis = other.municipality_id
CROSS JOIN LATERAL (
    SELECT similarity(mine.title, other.title)
        + CASE WHEN mine.municipality_id = other.municipality_id THEN %s ELSE 0 END AS score
) likeness
WHERE mine.id = ANY(%s) AND other.id IN ({visible}) AND likeness.score >= %s
ORDER BY likeness.score DESC, other.initiative_id
"""


class Duplicate(NamedTuple):
    """Another initiative that looks like the one at hand."""

    pk: int
    title: str
    place: str
    status: str


def likely_duplicates(version_ids: Iterable[int]) -> dict[int, list[Duplicate]]:
    """For each initiative of these versions: at most three others that look like it, the most
    alike first. One query, whatever the number of versions."""
    visible, parameters = visible_to_staff().values("shown_version_id").query.sql_with_params()
    found: dict[int, list[Duplicate]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(
            QUERY.format(visible=visible),
            [SAME_MUNICIPALITY, list(version_ids), *parameters, LIKELY],
        )
        for mine, pk, title, place, status in cursor.fetchall():
            if len(found[mine]) < MOST_SHOWN:
                found[mine].append(Duplicate(pk, title, place or "", Status(status).label))
    return found
