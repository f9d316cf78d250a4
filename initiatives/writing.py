"""Writing a version: only while it is open, and never two hands at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import transaction

from initiatives.consents import record_consent
from initiatives.finding import postings
from initiatives.models import Consent, Initiative, Status, Version
from initiatives.steps import StepNotAllowed, lock


@contextmanager
def open_version(initiative: Initiative) -> Iterator[Version]:
    """The version that may be written now, held until the block ends, in one transaction.

    Raises StepNotAllowed when it was sent meanwhile (in another tab, by a double click).
    """
    with transaction.atomic():
        initiative = lock(initiative)
        if not initiative.is_open_for_writing:
            raise StepNotAllowed("Je initiatief is al verstuurd. Je kan het nu niet veranderen.")
        yield initiative.latest_version


def keep_unfinished(version: Version, step: str, answers: Mapping[str, list[str]]) -> None:
    """Keep what was typed in `step` although it isn't right yet, exactly as typed."""
    version.unfinished[step] = {name: list(values) for name, values in answers.items()}
    version.save(update_fields=["unfinished", "written_at"])


def finish(version: Version, step: str) -> None:
    """Step `step` is right now: what was kept of it as unfinished can go."""
    if version.unfinished.pop(step, None) is not None:
        version.save(update_fields=["unfinished", "written_at"])


def save_person(version: Version, answers: Mapping[str, object]) -> None:
    """Write down who is behind it and what may be shown. A name that may no longer be shown goes
    from the site at once; a name that may be shown waits for approval with its version."""
    initiative = version.initiative
    contact = initiative.contact
    contact.name = answers["name"]
    contact.phone = answers["phone"]
    contact.show_name = answers["show_name"]
    contact.welcomes_contact = answers["welcomes_contact"]
    if not contact.email_confirmed_at:
        contact.email = answers["email"]
    contact.save()
    if initiative.status == Status.PUBLISHED:
        postings.touch()
    shown = answers["contact_name"] or answers["name"]
    version.contact_name = shown if answers["show_name"] else ""
    version.website = answers["website"]
    version.save(update_fields=["contact_name", "website", "written_at"])
    record_consent(initiative, Consent.Kind.TERMS, answers["terms"])
    record_consent(initiative, Consent.Kind.NAME, answers["show_name"])
    record_consent(initiative, Consent.Kind.CONTACT, answers["welcomes_contact"])


def remember_address(initiative: Initiative, email: str) -> None:
    """Note the address that a link was asked for, so that it can be asked for again.

    Raises StepNotAllowed once it was sent: a link that confirms the address before is on its way.
    """
    with open_version(initiative) as version:
        contact = version.initiative.contact
        contact.email = email
        contact.save(update_fields=["email"])


def put_photo_first(version: Version, photo_id: str) -> None:
    """Make a photo the first one, which the card shows; the others keep their order."""
    shown = list(version.version_photos.all())
    shown.sort(key=lambda item: str(item.photo_id) != photo_id)
    for position, item in enumerate(shown):
        item.position = position
        item.save(update_fields=["position"])
