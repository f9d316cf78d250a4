"""Made-up submissions, marked `voorbeeld`, that wait in the queue for who tries the platform."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand, CommandError
from PIL import Image, ImageDraw

from initiatives import assessing, moderation, photos
from initiatives.consents import record_consent
from initiatives.models import (
    Consent,
    Crisis,
    Criterion,
    Decision,
    Initiative,
    Meeting,
    Running,
    TargetGroup,
    Theme,
    Verdict,
    Version,
    VersionPhoto,
)
from places.models import Municipality

TEXTS = [
    *("title", "summary", "story", "learned", "spot"),
    *("time_needed", "people_needed", "needs", "costs", "support_needed"),
]
EXAMPLES = Path(__file__).resolve().parents[2] / "data" / "examples.json"


class Command(BaseCommand):
    help = "Put made-up submissions in the queue. For development; does nothing the second time."

    def handle(self, *args, **options) -> None:
        if not settings.DEBUG:
            raise CommandError("Made-up submissions are for development only.")
        if Initiative.objects.filter(is_example=True).exists():
            return
        examples = json.loads(EXAMPLES.read_text(encoding="utf-8"))
        for number, example in enumerate(examples, start=1):
            submit(example, email=f"voorbeeld{number}@burgersaanzet.invalid")
        self.stdout.write(f"{len(examples)} made-up submissions wait in the queue.")


def submit(example: dict, *, email: str) -> Initiative:
    """Let a made-up person submit `example`, and answer where staff asked for more."""
    initiative = moderation.start_draft()
    Initiative.objects.filter(pk=initiative.pk).update(is_example=True)
    _tell(initiative.latest_version, example, email)
    moderation.send(initiative=initiative)
    initiative = moderation.confirm(initiative=initiative)
    if "asked" in example:
        _ask(initiative, example["asked"])
        version = initiative.latest_version
        version.agency_answer = example["agency_answer_then"]
        version.save()
        moderation.send(initiative=initiative)
    return initiative


def _tell(version: Version, example: dict, email: str) -> None:
    for field in TEXTS:
        setattr(version, field, example.get(field, ""))
    version.meeting, version.running = Meeting.ON_SITE, Running.YES
    version.municipality = Municipality.objects.get(slug=example["municipality"])
    if "crisis" in example:
        version.crisis = Crisis.objects.get(slug="corona")
        for field, answer in example["crisis"].items():
            setattr(version, f"crisis_{field}", answer)
    for criterion, answer in zip(Criterion.values, example["answers"], strict=True):
        setattr(version, f"{criterion}_answer", answer)
    version.save()
    version.themes.set(Theme.objects.filter(slug__in=example["themes"]))
    version.target_groups.set(TargetGroup.objects.filter(slug__in=example["target_groups"]))
    contact = version.initiative.contact
    contact.name, contact.email, contact.welcomes_contact = "Voorbeeld", email, True
    contact.save()
    record_consent(version.initiative, Consent.Kind.TERMS, True)
    record_consent(version.initiative, Consent.Kind.CONTACT, True)
    if "photo" in example:
        shown = photos.add_photo(version=version, upload=_drawing())
        shown.alt = "Tekening van een tafel in de zon, als voorbeeld van een foto."
        shown.people = VersionPhoto.People.NONE
        shown.save()


def _ask(initiative: Initiative, remark: str) -> None:
    staff = User.objects.get(username="jaarverslag-2020")
    values = {
        "bottom_up_verdict": Verdict.MEETS,
        "agency_verdict": Verdict.UNCLEAR,
        "agency_remark": remark,
        "beyond_self_verdict": Verdict.MEETS,
    }
    saved = assessing.save_assessment(initiative=initiative, revision=0, values=values, staff=staff)
    moderation.decide(
        initiative=initiative,
        decision=Decision.REQUEST_CHANGES,
        revision=saved.revision,
        staff=staff,
    )


def _drawing() -> ContentFile:
    """A drawing where a photo would be, so that nobody's photo need be borrowed."""
    image = Image.new("RGB", (1200, 800), "#dceff3")
    draw = ImageDraw.Draw(image)
    draw.ellipse((880, 80, 1040, 240), fill="#ffd23f")
    draw.rectangle((0, 560, 1200, 800), fill="#9bcb88")
    draw.rectangle((300, 420, 900, 460), fill="#a5512a")
    for left in (340, 820):
        draw.rectangle((left, 460, left + 40, 660), fill="#57200d")
    for left in (420, 560, 700):
        draw.ellipse((left, 360, left + 70, 430), fill="#fdfdfd", outline="#35104a", width=6)
    buffer = BytesIO()
    image.save(buffer, "JPEG")
    return ContentFile(buffer.getvalue(), name="voorbeeld.jpg")
