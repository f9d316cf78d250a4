"""What an initiative must tell before it can be sent. The forms ask it; this rule decides it."""

from __future__ import annotations

from typing import NamedTuple

from initiatives.consents import agreements_to_terms
from initiatives.models import Initiative, Meeting, Version

# At most as many as people can look at on a phone without getting lost.
MAX_PHOTOS = 6


class Missing(NamedTuple):
    """One thing that is still to be told, and the step of the form where that is done."""

    step: str
    sentence: str


def missing_answers(initiative: Initiative, version: Version) -> list[Missing]:
    """All that `version` still lacks, in the order of the form; an empty list when complete."""
    missing = [
        Missing(step, "In deze stap staat nog iets dat niet in orde is.")
        for step in version.unfinished
    ]
    for step, field, sentence in (
        ("kort", "title", "Schrijf de naam van het initiatief."),
        ("kort", "summary", "Vertel in één zin wat jullie doen."),
        ("verhaal", "story", "Schrijf het verhaal van het initiatief."),
        ("waar", "meeting", "Kies hoe mensen samenkomen."),
        ("waar", "running", "Kies of het initiatief nog bezig is."),
        ("criteria", "bottom_up_answer", "Vertel hoe het begonnen is."),
        ("criteria", "agency_answer", "Vertel wie er mee beslist."),
        ("criteria", "beyond_self_answer", "Vertel wat het met mensen doet."),
    ):
        if not getattr(version, field):
            missing.append(Missing(step, sentence))
    if version.meeting in {Meeting.ON_SITE, Meeting.BOTH} and not version.municipality_id:
        missing.append(Missing("waar", "Schrijf in welke gemeente het is."))
    if not version.themes.exists():
        missing.append(Missing("waar", "Kies minstens één thema."))
    # Staff who write down what they heard may leave open whom it is for.
    if not initiative.entered_by_id and not version.target_groups.exists():
        missing.append(Missing("waar", "Kies voor wie het is."))
    missing += _missing_with_photos(version)
    missing += _missing_with_people(initiative)
    return _in_order(missing)


def _missing_with_photos(version: Version) -> list[Missing]:
    missing = []
    for number, photo in enumerate(version.version_photos.all(), start=1):
        if not photo.alt:
            missing.append(Missing("fotos", f"Vertel wat er op foto {number} te zien is."))
        if not photo.people:
            missing.append(Missing("fotos", f"Kies of je mensen herkent op foto {number}."))
    return missing


def _missing_with_people(initiative: Initiative) -> list[Missing]:
    contact = getattr(initiative, "contact", None)
    missing = []
    if not (contact and contact.name):
        missing.append(Missing("jij", "Schrijf je naam."))
    if not (contact and contact.email):
        missing.append(Missing("jij", "Schrijf je e-mailadres."))
    if not agreements_to_terms().filter(initiative=initiative).exists():
        missing.append(Missing("jij", "Geef toestemming om het te tonen."))
    return missing


STEPS_IN_ORDER = ["kort", "verhaal", "waar", "crisis", "criteria", "fotos", "jij", "nakijken"]


def steps_of(version: Version) -> list[str]:
    """The steps of the form for `version`: what began in no crisis is asked nothing about one."""
    return [step for step in STEPS_IN_ORDER if step != "crisis" or version.crisis_id]


def _in_order(missing: list[Missing]) -> list[Missing]:
    return sorted(missing, key=lambda item: STEPS_IN_ORDER.index(item.step))
