"""Load the practices of the annual report over 2020, by the road that everybody's initiative
takes: entered, sent, confirmed, assessed, published."""

from __future__ import annotations

import json
from pathlib import Path

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand
from django.db import transaction
from post_office.models import Email

from initiatives import assessing, moderation
from initiatives.consents import record_consent
from initiatives.finding import postings
from initiatives.models import (
    Consent,
    Crisis,
    Criterion,
    Decision,
    Initiative,
    Meeting,
    Running,
    Status,
    TargetGroup,
    Theme,
    Verdict,
    Version,
)
from places.models import Municipality

PRACTICES = Path(__file__).resolve().parents[2] / "data" / "practices.json"
# Nobody is behind these yet; the address can't exist, so no mail may wait for it either.
EMAIL = "jaarverslag-2020@burgersaanzet.invalid"


class Command(BaseCommand):
    help = "Load the practices of the annual report over 2020. Can run again: adds what is missing."

    def handle(self, *args, **options) -> None:
        report = json.loads(PRACTICES.read_text(encoding="utf-8"))
        staff, _ = User.objects.get_or_create(
            username="jaarverslag-2020",
            defaults={"is_active": False, "first_name": "Jaarverslag", "last_name": "2020"},
        )
        known = set(
            Version.objects.filter(initiative__entered_by=staff).values_list("title", flat=True)
        )
        missing = [item for item in report["practices"] if item["title"] not in known]
        for practice in missing:
            load(practice, report, staff)
        for practice in report["practices"]:
            if "crisis" in practice:
                _mark(practice, staff)
        # BurgersAanZet agreed for these: to newer words too, until somebody else is behind one.
        for initiative in Initiative.objects.filter(entered_by=staff, contact__email=EMAIL):
            record_consent(initiative, Consent.Kind.TERMS, True)
        self.stdout.write(f"{len(missing)} practices loaded, {len(known)} were there.")


@transaction.atomic
def load(practice: dict, report: dict, staff: User) -> Initiative:
    """Bring one practice from entry to publication. Raises what the rules raise."""
    initiative = moderation.start_draft(staff=staff)
    _tell(initiative.latest_version, practice, report["answer"])
    moderation.send(initiative=initiative, staff=staff)
    moderation.confirm(initiative=initiative)
    reasons = report["reasons"][practice.get("reasons", "general")]
    values = {f"{criterion}_verdict": Verdict.MEETS for criterion in Criterion.values}
    values |= {f"{criterion}_reason": reasons[criterion] for criterion in Criterion.values}
    saved = assessing.save_assessment(initiative=initiative, revision=0, values=values, staff=staff)
    shown = moderation.decide(
        initiative=initiative, decision=Decision.PUBLISH, revision=saved.revision, staff=staff
    )
    Email.objects.filter(to=EMAIL).delete()
    return shown


@transaction.atomic
def _mark(practice: dict, staff: User) -> None:
    """Say of one that was loaded by an earlier release in which crisis it began, as long as nobody
    but the report told about it."""
    ours = Initiative.objects.filter(
        entered_by=staff,
        contact__email=EMAIL,
        live_version__title=practice["title"],
        status=Status.PUBLISHED,
        live_version__crisis=None,
    )
    for initiative in ours.select_for_update(of=["self"]):
        _tell_of_crisis(initiative.live_version, practice)
        initiative.live_version.save()
        postings.refresh(initiative)


def _tell_of_crisis(version: Version, practice: dict) -> None:
    version.crisis = Crisis.objects.get(slug=practice["crisis"])
    version.crisis_meaning = practice.get("crisis_meaning", "")


def _tell(version: Version, practice: dict, answer: str) -> None:
    version.title = practice["title"]
    version.summary = practice["summary"]
    version.story = practice["story"]
    version.spot = practice.get("spot", "")
    version.start_year = practice.get("start_year")
    version.running = Running.UNKNOWN
    version.bottom_up_answer = version.agency_answer = version.beyond_self_answer = answer
    version.meeting = practice.get("meeting", Meeting.UNDECIDED)
    if "municipality" in practice:
        version.municipality = Municipality.objects.get(slug=practice["municipality"])
    if "crisis" in practice:
        _tell_of_crisis(version, practice)
    version.save()
    version.themes.set(Theme.objects.filter(slug__in=practice["themes"]))
    groups = practice.get("target_groups", [])
    version.target_groups.set(TargetGroup.objects.filter(slug__in=groups))
    contact = version.initiative.contact
    contact.name, contact.email = "BurgersAanZet", EMAIL
    contact.save()
    record_consent(version.initiative, Consent.Kind.TERMS, True)
