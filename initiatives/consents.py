"""The words people agree to. A changed text gets a new version; the old ones stay in `Consent`,
word for word, with the moment."""

from __future__ import annotations

from typing import NamedTuple

from django.db.models import QuerySet
from django.utils import timezone

from initiatives.models import Consent, Initiative, Version, VersionPhoto


class Licence(NamedTuple):
    """On what terms others may reuse the texts; `url` explains them in Dutch."""

    name: str
    url: str


# A proposal that BurgersAanZet must confirm. The words people agree to name it: another licence is
# another text, so it needs a new TEXT_VERSION, and then REUSE_SINCE is that version too.
LICENCE = Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/deed.nl")

TEXT_VERSION = "2026-12"
# Who agreed to older words did not agree to reuse by others. Versions are in order as texts.
REUSE_SINCE = "2026-12"
TEXTS = {
    Consent.Kind.TERMS: "BurgersAanZet mag mijn tekst en mijn foto’s op deze site zetten. "
    f"Anderen mogen mijn tekst gebruiken als ze de bron noemen (licentie {LICENCE.name}). "
    "Naar mijn foto’s mogen ze alleen verwijzen.",
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


def agreements_to_terms(*, since: str = TEXT_VERSION) -> QuerySet[Consent]:
    """What stands of the consents to the terms, in words of version `since` or later."""
    return Consent.objects.filter(
        kind=Consent.Kind.TERMS, withdrawn_at__isnull=True, text_version__gte=since
    )
