"""Where the pages of admin are, and what the assessment page sends."""

from django.urls import reverse

from initiatives.assessing import assessment_for
from initiatives.models import Criterion, Initiative
from tests.factories import REASONS

QUEUE = "/admin/initiatives/initiative/"


def page(initiative: Initiative, name: str = "change", *more: str) -> str:
    """A page about one initiative."""
    return reverse(f"admin:initiatives_initiative_{name}", args=[initiative.pk, *more])


def answers(initiative: Initiative, **changed) -> dict:
    """Everything a moderator must fill in to publish, from the page as it is now."""
    return {
        "revision": assessment_for(initiative).revision,
        **{f"{name}_verdict": "meets" for name in Criterion.values},
        **{f"{name.value}_reason": reason for name, reason in REASONS.items()},
        **changed,
    }
