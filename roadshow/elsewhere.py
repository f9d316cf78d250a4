"""What the pages of initiatives and municipalities tell of events, in one planned question each:
most of these pages have nothing to tell."""

from __future__ import annotations

from initiatives.finding.prepared import Prepared
from initiatives.models import Initiative
from places.models import Municipality
from roadshow.showing import Line, line

MOST = 3  # lines on the page of a municipality
# What takes place for everybody: published, not called off, not for one group.
_EVENTS = """
SELECT session.title, event.slug, session.kind, session.begins_at, session.ends_at,
    EXISTS (SELECT 1 FROM roadshow_inspired WHERE event_id = event.session_id
        AND initiative_id = {initiative}) AS is_origin
FROM roadshow_roadshowevent AS event JOIN agenda_session AS session ON session.id = event.session_id
WHERE session.status = 'open' AND NOT session.is_closed AND {which}
ORDER BY session.begins_at, session.id
"""
_OF_INITIATIVE = Prepared(
    _EVENTS.format(
        initiative="$1",
        which="event.session_id IN (SELECT event_id FROM roadshow_shownpractice"
        " WHERE initiative_id = $1 UNION SELECT event_id FROM roadshow_inspired"
        " WHERE initiative_id = $1)",
    ),
    "bigint",
)
_IN_MUNICIPALITY = Prepared(
    _EVENTS.format(
        initiative="0",
        which="(event.host_id IN (SELECT nis FROM places_municipality"
        " WHERE nis = $1 OR successor_id = $1) OR session.municipality_id = $1)",
    ),
    "text",
)


def shown_at(initiative: Initiative) -> tuple[Line | None, list[Line]]:
    """The event that an initiative was born of, if any, and those where it was or will be shown,
    the soonest last."""
    rows = _OF_INITIATIVE.rows(initiative.pk)
    origin = next((line(*row[:-1]) for row in rows if row[-1]), None)
    return origin, [line(*row[:-1]) for row in reversed(rows) if not row[-1]]


def in_municipality(place: Municipality) -> list[Line]:
    """What comes in a municipality, the soonest first, and what took place there, the last first;
    at most MOST of each."""
    lines = [line(*row[:-1]) for row in _IN_MUNICIPALITY.rows(place.nis)]
    coming = [one for one in lines if not one.is_past]
    held = [one for one in reversed(lines) if one.is_past]
    return [*coming[:MOST], *held[:MOST]]
