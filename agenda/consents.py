"""The words people agree to. A changed text gets a new version; each registration keeps the words
that were agreed to, with the moment."""

from __future__ import annotations

from django.utils import timezone

TEXT_VERSION = "2026-11"
REGISTER = (
    "BurgersAanZet mag mijn gegevens bewaren om deze sessie te regelen, en mij erover mailen."
)
HAND_OVER = "Mijn collega weet dat ik dit doorgeef, en vindt het goed."


def consent_to(text: str) -> dict:
    """The values of a registration that say: somebody agreed to `text`, now."""
    return {"consent_version": TEXT_VERSION, "consent_text": text, "consent_at": timezone.now()}
