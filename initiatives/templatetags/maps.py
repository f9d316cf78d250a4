"""Template tags for the maps of initiatives/map.py."""

from django import template

from initiatives.finding.results import Results
from initiatives.map import PROVINCES, draw_provinces, initiatives, mini_map, thousands

register = template.Library()
register.simple_tag(mini_map)
register.filter(thousands)
register.filter(initiatives)


@register.inclusion_tag("initiatives/_map.html")
def province_map(results: Results) -> dict:
    """{% province_map results %}: the panel with a ball on each province, beside the list."""
    facet = next(facet for facet in results.facets if facet.name == "provincie")
    by_slug = {entry.value: entry for entry in facet.entries}
    found = {
        nis: by_slug[province.slug]
        for nis, province in PROVINCES.items()
        if province.slug in by_slug
    }
    addresses = {nis: (entry.count, f"?{entry.address}") for nis, entry in found.items()}
    return {
        "svg": draw_provinces(addresses),
        "entries": [(PROVINCES[nis].name, entry) for nis, entry in found.items()],
        "address": results.query.address(),
    }
