"""The words people agree to. A changed text gets a new version; the old ones stay in `Consent`,
word for word, with the moment."""

from __future__ import annotations

from django.utils import timezone

from initiatives.models import Consent, Initiative, Version, VersionPhoto

TEXT_VERSION = "2026-11"
TEXTS = {
    Consent.Kind.TERMS: "BurgersAanZet mag mijn tekst en mijn foto’s op deze site zetten.",
    Consent.Kind.NAME: "Mijn naam mag bij het initiatief op de site staan.",
    Consent.Kind.CONTACT: "Anderen mogen mij een bericht sturen via de site. "
    "Zij zien mijn e-mailadres niet.",
    Consent.Kind.PEOPLE: "De mensen die te herkennen zijn op de foto’s, "
    "vinden het goed dat de foto’s op de site staan.",
}


def record_consent(initiative: Initiative, kind: Consent.Kind, agreed: bool) -> None:
    """Write down that someone agreed, or agrees no longer. Does nothing when nothing changed."""
    standing = initiative.consents.filter(
        kind=kind, text_version=TEXT_VERSION, withdrawn_at__isnull=True
    )
    if not agreed:
        initiative.consents.filter(kind=kind, withdrawn_at__isnull=True).update(
            withdrawn_at=timezone.now()
        )
    elif not standing.exists():
        initiative.consents.create(kind=kind, text_version=TEXT_VERSION, text=TEXTS[kind])


def record_people_on_photos(initiative: Initiative, version: Version) -> None:
    """Write down what `version`, sent now, says of people on its photos: that they agree, or that
    none are to be recognised. What is online keeps its consent for as long as it stands there."""
    shown = VersionPhoto.objects.filter(people=VersionPhoto.People.AGREED)
    agreed = shown.filter(version__in=[version.pk, initiative.live_version_id]).exists()
    record_consent(initiative, Consent.Kind.PEOPLE, agreed)
