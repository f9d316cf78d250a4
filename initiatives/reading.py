"""One published initiative with all that its page shows, in as few questions to the database as can
be: what the index knows is not asked again."""

from __future__ import annotations

from initiatives.finding.index import Index
from initiatives.models import Initiative, TargetGroup


def published_at(slug: str, index: Index) -> Initiative | None:
    """The published initiative with this address, with its live version, or None. Two queries."""
    everything = Initiative.objects.select_related("contact", "live_version__assessment")
    initiative = everything.published().filter(slug=slug).order_by().first()
    if initiative is None:
        return None
    version = initiative.live_version
    # Where Django looks first, as after prefetch_related.
    version._prefetched_objects_cache = {
        "themes": index.themes_at(initiative.position),
        "target_groups": [
            TargetGroup(slug=slug, name=name)
            for slug, name in index.labels["voor"].items()
            if initiative.position in index.facet("voor", slug)
        ],
        "version_photos": list(version.version_photos.select_related("photo")),
    }
    if version.municipality_id:
        version.municipality = index.by_nis[version.municipality_id]
    return initiative
