"""The words people agree to. A changed text gets a new version; each request keeps the words that
were agreed to, with the moment."""

from __future__ import annotations

from django.utils import timezone

TEXT_VERSION = "2026-11"
REQUEST = "BurgersAanZet mag mijn gegevens bewaren om deze aanvraag te regelen, en mij contacteren."


def consent() -> dict:
    """The values of a request that say: somebody agreed to REQUEST, now."""
    return {
        "consent_version": TEXT_VERSION,
        "consent_text": REQUEST,
        "consent_at": timezone.now(),
    }
