"""What a card says of an initiative, and why it was found."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from initiatives.finding.highlight import holds, marked, snippet
from initiatives.finding.results import Results
from initiatives.models import Initiative, Theme, Version
from places.models import Municipality


class Card(NamedTuple):
    """The words on a card; those that were looked for are marked. `why` is a piece of what the
    card doesn't show, when it was found there; `distance` says how far it is, or ''."""

    theme: Theme | None
    theme_name: str
    title: str
    summary: str
    place: str
    distance: str = ""
    why: str = ""


def card(initiative: Initiative, results: Results | None = None) -> Card:
    """The card of `initiative`, as one of `results` where there are any."""
    version = initiative.live_version
    theme = version.main_theme
    name = theme.name if theme else ""
    if results is None or not (results.match or results.near):
        return Card(theme, name, version.title, version.summary, version.place_label)
    texts = [name, version.title, version.summary, version.place_label]
    distance = _distance(version.municipality, results)
    forms = results.match.forms if results.match else frozenset()
    if not forms:
        return Card(theme, *texts, distance)
    why = "" if any(holds(text, forms) for text in texts) else _why(version, forms)
    return Card(theme, *(marked(text, forms) for text in texts), distance, why)


def _why(version: Version, forms: AbstractSet[str]) -> str:
    """Where the words stand that the card doesn't show."""
    municipality = version.municipality
    codes = [f"Postcode {code}" for code in municipality.postcodes] if municipality else []
    for text in (*codes, version.spot, *(theme.name for theme in version.themes.all())):
        if holds(text, forms):
            return marked(text, forms)
    return snippet(version.story, forms)


def _distance(municipality: Municipality | None, results: Results) -> str:
    if municipality is None or municipality.nis not in results.distances:
        return ""
    kilometres = results.distances[municipality.nis]
    return f"op {kilometres:.0f} km van {results.near.name}" if kilometres >= 1 else ""
