"""Weighing a version against the three criteria, before and while it is settled."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from initiatives.models import (
    Assessment,
    Criterion,
    Decision,
    Initiative,
    Status,
    Step,
    TrailEntry,
    Verdict,
)
from initiatives.models.assessment import Judgement
from initiatives.steps import StepNotAllowed, lock

# Remarks and the message are about one version; verdicts and sentences usually still hold.
CARRIED_OVER = [
    *[f"{criterion}_verdict" for criterion in Criterion.values],
    *[f"{criterion}_reason" for criterion in Criterion.values],
    "local_link",
    "position",
    "formality",
]


class AlreadyDecided(StepNotAllowed):
    """A colleague was first; the message says who, and what they decided."""


class SavedMeanwhile(StepNotAllowed):
    """A colleague saved this assessment after this page was opened; nothing is overwritten."""


def assessment_for(initiative: Initiative) -> Assessment:
    """The assessment of the latest version; a new, unsaved one starts from what was said of the
    version before, so that staff need not write it twice."""
    version = initiative.latest_version
    assessment = Assessment.objects.select_related("version", "saved_by").filter(version=version)
    if found := assessment.first():
        return found
    fresh = Assessment(version=version)
    before = Assessment.objects.filter(version__initiative=initiative).order_by("version__number")
    if earlier := before.last():
        for name in CARRIED_OVER:
            setattr(fresh, name, getattr(earlier, name))
        # The count goes on, so that a page made from an older version is told too.
        fresh.revision = earlier.revision + 1
    return fresh


def save_assessment(
    *, initiative: Initiative, revision: int, values: dict[str, object], staff: User
) -> Assessment:
    """Keep what a moderator wrote so far, without deciding. `revision` is the count of saves on
    the page the moderator worked from.

    Raises AlreadyDecided or SavedMeanwhile.
    """
    with transaction.atomic():
        assessment = locked_assessment(lock(initiative), revision=revision)
        for name, value in values.items():
            setattr(assessment, name, value)
        assessment.revision += 1
        assessment.saved_by = staff
        assessment.saved_at = timezone.now()
        assessment.save()
    return assessment


def assign(*, initiative: Initiative, to: User | None) -> None:
    """Say who looks at it; taking over from a colleague is the same step."""
    Initiative.objects.filter(pk=initiative.pk).update(assigned_to=to)


def locked_assessment(initiative: Initiative, *, revision: int) -> Assessment:
    """The assessment of the version that waits, for one who read it at count `revision`; the
    initiative must be locked.

    Raises AlreadyDecided or SavedMeanwhile.
    """
    if initiative.review_status != Status.SUBMITTED:
        raise AlreadyDecided(_who_decided(initiative))
    assessment = assessment_for(initiative)
    if assessment.revision != revision:
        raise SavedMeanwhile(_who_saved(assessment))
    return assessment


def obstacles_to(decision: Decision, assessment: Assessment) -> dict[str, str]:
    """What `assessment` lacks to carry `decision`: by field, a sentence that says what to do.

    Publishing asks that all three criteria are met (report, chapter 3.2). Empty when nothing
    stands in the way.
    """
    judgements = assessment.judgements
    if decision == Decision.PUBLISH:
        return _unmet(judgements) | _without_reason(judgements)
    if decision == Decision.REQUEST_CHANGES and not any(item.remark for item in judgements):
        sentence = "Schrijf bij minstens één criterium een opmerking voor de indiener."
        return {f"{judgements[0].criterion}_remark": sentence}
    if decision == Decision.REJECT:
        return _without_ground(assessment)
    return {}


def obstacle_to(decision: Decision, assessment: Assessment) -> str:
    """The first of `obstacles_to`, as a sentence, or '' when there is none."""
    return next(iter(obstacles_to(decision, assessment).values()), "")


def _unmet(judgements: list[Judgement]) -> dict[str, str]:
    return {
        f"{item.criterion}_verdict": f"‘{item.criterion.label}’ staat niet op ‘voldoet’. "
        "Publiceren kan alleen als alle drie de criteria daarop staan."
        for item in judgements
        if item.verdict != Verdict.MEETS
    }


def _without_reason(judgements: list[Judgement]) -> dict[str, str]:
    return {
        f"{item.criterion}_reason": f"Schrijf de zin voor de site bij ‘{item.criterion.label}’."
        for item in judgements
        if not item.reason
    }


def _without_ground(assessment: Assessment) -> dict[str, str]:
    lacking = {}
    judgements = assessment.judgements
    if all(item.verdict != Verdict.FAILS for item in judgements):
        lacking[f"{judgements[0].criterion}_verdict"] = (
            "Niet weerhouden kan alleen als minstens één criterium op ‘voldoet niet’ staat."
        )
    if not assessment.message:
        lacking["message"] = "Schrijf in de boodschap een reden die de indiener kan begrijpen."
    return lacking


def _who_saved(assessment: Assessment) -> str:
    if assessment.pk is None:
        return "De indiener stuurde intussen een nieuwe versie. Er is niets overschreven."
    who = assessment.saved_by.get_full_name() or assessment.saved_by.get_username()
    return f"{who} bewaarde deze beoordeling intussen. Er is niets overschreven."


def _who_decided(initiative: Initiative) -> str:
    # A report may be settled beside any decision.
    steps = initiative.trail.exclude(step=Step.SETTLE_REPORT)
    last = steps.select_related("staff").last()
    if last is None or last.actor != TrailEntry.Actor.STAFF:
        return "De indiener was je voor. Kijk de pagina opnieuw na: de status is veranderd."
    who = last.staff.get_full_name() or last.staff.get_username()
    return f"{who} was je voor: {last.get_step_display()}. Er is niets overschreven."
