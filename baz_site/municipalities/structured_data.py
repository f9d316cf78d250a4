"""What search engines read of a municipality: schema.org, for JSON-LD."""

from __future__ import annotations

from django.conf import settings

from baz_site.municipalities.life import Life
from places.models import Municipality


def structured_data(place: Municipality, life: Life, *, url: str) -> dict:
    """A municipality and its newest initiatives as schema.org describes things. `url` is the whole
    address of its page. Says nothing that the page doesn't."""
    data = {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "url": url,
        "name": f"Burgerinitiatieven in {place.name}",
        "inLanguage": settings.LANGUAGE_CODE,
        "publisher": {"@type": "Organization", "name": "BurgersAanZet", "url": settings.SITE_URL},
        "about": _city(place),
    }
    if life.cards:
        data["mainEntity"] = {
            "@type": "ItemList",
            "numberOfItems": life.count,
            "itemListElement": [
                {"@type": "ListItem", "position": number, "url": settings.SITE_URL + card.url}
                for number, card in enumerate(life.cards, start=1)
            ],
        }
    return data


def _city(place: Municipality) -> dict:
    city = {
        "@type": "City",
        "name": place.name,
        "containedInPlace": {
            "@type": "AdministrativeArea",
            "name": place.province.name,
            "containedInPlace": {"@type": "Country", "name": "België", "identifier": "BE"},
        },
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": float(place.latitude),
            "longitude": float(place.longitude),
        },
    }
    if place.name_fr not in {"", place.name}:
        city["alternateName"] = place.name_fr
    return city
