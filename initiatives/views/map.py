"""The map of Flanders: where what was looked for happens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from initiatives.finding.index import current_index
from initiatives.finding.query import Query
from initiatives.finding.results import Results
from initiatives.map import (
    MOST_BALLS,
    PROVINCES,
    Place,
    draw_crowded_map,
    draw_map,
    places,
)

MOST_NAMED = 12  # municipalities listed where there are too many to list them all


@dataclass(frozen=True)
class Region:
    """A province in the list: what is found there, and the address of its own map."""

    name: str
    places: list[Place]
    url: str
    is_chosen: bool

    @property
    def count(self) -> int:
        """How many initiatives are found there."""
        return sum(place.count for place in self.places)


def initiative_map(request: HttpRequest) -> HttpResponse:
    """What the address asks for, on the map and in the list below it; any address gives a page.
    A chosen province is not a filter here: it fills the map, and the others keep their counts."""
    index = current_index()
    asked = Query.read(request.GET, index)
    results = Results(replace(asked, chosen={**asked.chosen, "provincie": []}), index)
    found = {index.municipalities[nis]: count for nis, count in results.by_municipality.items()}
    placed = places(found, _address(results.query, "gemeente"))
    own_map = _address(results.query, "provincie")
    regions = {
        nis: Region(
            province.name,
            [place for place in placed if place.municipality.province_id == nis],
            own_map(province.slug),
            province.slug in asked.chosen["provincie"],
        )
        for nis, province in PROVINCES.items()
    }
    return render(request, "initiatives/map.html", _context(asked, results, regions, own_map))


def _context(
    asked: Query, results: Results, regions: dict[str, Region], own_map: Callable[[str], str]
) -> dict:
    chosen = [nis for nis, region in regions.items() if region.is_chosen]
    shown = {nis: regions[nis] for nis in chosen or regions if regions[nis].places}
    placed = [place for region in shown.values() for place in region.places]
    is_crowded = len(shown) > 1 and len(placed) > MOST_BALLS
    if is_crowded:
        entries = {nis: (region.count, region.url) for nis, region in shown.items()}
        svg = draw_crowded_map(placed, entries, chosen=chosen)
    else:
        svg = draw_map(placed, own_map, chosen=chosen)
    return {
        "query": asked,
        "chips": results.chips,
        "svg": svg,
        "is_crowded": is_crowded,
        "most": sorted(placed, key=lambda place: -place.count)[:MOST_NAMED],
        "regions": regions.values(),
        "shown": shown.values(),
        "where": " en ".join(regions[nis].name for nis in chosen),
        "count": sum(place.count for place in placed),
        "municipalities": len(placed),
        "nowhere": 0 if chosen else results.count - sum(place.count for place in placed),
        "address": results.query.address(),
        "list_address": asked.address(),
    }


def _address(query: Query, facet: str) -> Callable[[str], str]:
    """What gives the address of what is found with a value of a facet, by its slug: of a
    municipality in the list, of a province on its own map."""
    page = reverse("initiatives:list") if facet == "gemeente" else ""
    others = query.address(chosen={**query.chosen, facet: []})
    start = f"{page}?{others}{'&' if others else ''}{facet}="
    return lambda slug: f"{start}{slug}"
