"""What search engines read of an initiative: schema.org, as JSON-LD."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from initiatives.consents import LICENCE
from initiatives.models import Initiative, Version
from places.models import Municipality


def structured_data(initiative: Initiative, *, url: str, picture: str) -> dict:
    """A published initiative as schema.org describes things. `url` and `picture` are whole
    addresses. Says nothing that the page doesn't."""
    version = initiative.live_version
    return {
        "@context": "https://schema.org",
        "@type": "Article",
        "mainEntityOfPage": url,
        "headline": version.title,
        "description": version.summary,
        "inLanguage": settings.LANGUAGE_CODE,
        "image": picture,
        "datePublished": initiative.published_at.isoformat(),
        "dateModified": version.assessment.decided_at.isoformat(),
        "publisher": _ourselves(),
        "keywords": [theme.name for theme in version.themes.all()],
        "audience": [
            {"@type": "Audience", "audienceType": group.name}
            for group in version.target_groups.all()
        ],
        "about": _project(version),
    }


def dataset() -> dict:
    """The open data as schema.org describes a set of data."""
    address = settings.SITE_URL + reverse("open-data")
    files = [("open-data-json", "application/json"), ("open-data-csv", "text/csv")]
    return {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": "Burgerinitiatieven in Vlaanderen en Brussel",
        "description": "Wat burgers voor elkaar doen: alle burgerinitiatieven die BurgersAanZet "
        "verzamelde, met hun verhaal, thema’s, doelgroepen en gemeente.",
        "url": address,
        "license": LICENCE.url,
        "isAccessibleForFree": True,
        "inLanguage": settings.LANGUAGE_CODE,
        "creator": _ourselves(),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": content_type,
                "contentUrl": settings.SITE_URL + reverse(name),
            }
            for name, content_type in files
        ],
    }


def _ourselves() -> dict:
    return {"@type": "Organization", "name": "BurgersAanZet", "url": settings.SITE_URL}


def _project(version: Version) -> dict:
    project: dict = {
        "@type": "Project",
        "name": version.title,
        "description": version.summary,
    }
    if version.start_year:
        project["foundingDate"] = str(version.start_year)
    if version.website:
        project["url"] = version.website
    if version.municipality:
        project["location"] = _place(version.municipality)
    return project


def _place(municipality: Municipality) -> dict:
    return {
        "@type": "Place",
        "name": municipality.name,
        "address": {
            "@type": "PostalAddress",
            "addressLocality": municipality.name,
            "addressRegion": municipality.province.name,
            "addressCountry": "BE",
        },
        # The middle of the municipality: where exactly is told in words, if at all.
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": float(municipality.latitude),
            "longitude": float(municipality.longitude),
        },
    }
