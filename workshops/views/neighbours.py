"""Pages of other parts of the site that may not be there."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from places.models import Municipality


def municipality_page(municipality: Municipality) -> str:
    """Where one reads what already lives in a municipality; '' on a site without such pages."""
    try:
        return reverse("municipality", args=[municipality.slug])
    except NoReverseMatch:
        return ""
