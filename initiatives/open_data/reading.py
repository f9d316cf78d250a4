"""Reading what is published, in pieces."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, Model, OuterRef
from pyroaring import BitMap

from initiatives.consents import REUSE_SINCE, agreements_to_terms
from initiatives.finding.index import Index
from initiatives.models import Status, Version, VersionPhoto
from initiatives.open_data.fields import FIELDS

BATCH = 500  # initiatives; about a megabyte
# All that is read, and so all that can be told: no name, no answer to the three questions.
COLUMNS = [
    *("title", "summary", "story", "learned"),
    *("time_needed", "people_needed", "needs", "costs", "support_needed"),
    *("municipality_id", "spot", "meeting", "running", "start_year", "website"),
    *("crisis__name", "crisis_reasons", "crisis_reasons_words", "crisis_support"),
    *("crisis_support_words", "crisis_meaning", "crisis_lasted", "crisis_lasted_words"),
    *(f"live_for__{name}" for name in ("uuid", "slug", "published_at", "is_example")),
    *("assessment__formality", "assessment__decided_at", "assessment__bottom_up_reason"),
    *("assessment__agency_reason", "assessment__beyond_self_reason"),
]

Record = dict[str, object]


def records(positions: BitMap, index: Index) -> Iterator[list[Record]]:
    """What the open data tells of what is published at these positions, newest first, a batch at a
    time. Left out is whatever may not be reused, or went off the site while others were read.

    Between two batches nothing is held in the database: no cursor, no transaction. So a reader who
    is slow or goes away costs nothing, and nobody gets from a later batch what was withdrawn.
    """
    end = len(positions)
    while end > 0:
        start = max(end - BATCH, 0)
        yield [_record(version) for version in _versions(positions[start:end], index)]
        end = start


def _record(version: Version) -> Record:
    return {field.name: field.read(version) for field in FIELDS}


def _versions(positions: BitMap, index: Index) -> list[Version]:
    """The live versions at these positions, with what belongs to them: in one query, so that what
    is told of each is of one moment."""
    agreed = agreements_to_terms(since=REUSE_SINCE).filter(initiative=OuterRef("initiative"))
    themes, groups = Version.themes.through, Version.target_groups.through
    versions = list(
        Version.objects.filter(
            Exists(agreed),
            live_for__status=Status.PUBLISHED,
            live_for__position__in=list(positions),
        )
        .select_related("live_for", "assessment", "crisis")
        .only(*COLUMNS)
        .annotate(
            theme_names=_several(themes, "theme__name", "theme__position", "theme__name"),
            group_names=_several(
                groups, "targetgroup__name", "targetgroup__position", "targetgroup__name"
            ),
            photo_ids=_several(VersionPhoto, "photo_id", "position", "pk"),
            photo_alts=_several(VersionPhoto, "alt", "position", "pk"),
        )
        .order_by("-live_for__position")
    )
    for version in versions:
        if version.municipality_id in index.by_nis:
            version.municipality = index.by_nis[version.municipality_id]
    return versions


def _several(model: type[Model], value: str, *order: str) -> ArraySubquery:
    rows = model.objects.filter(version=OuterRef("pk")).order_by(*order)
    return ArraySubquery(rows.values(value))
