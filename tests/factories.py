"""Things to test with. An initiative gets its status the way everybody's does: by the rules."""

from __future__ import annotations

from itertools import count

from django.contrib.auth.models import Group, User
from django.utils.text import slugify

from initiatives import assessing, moderation, photos, reporting
from initiatives.consents import record_consent
from initiatives.models import (
    Consent,
    Crisis,
    Criterion,
    Decision,
    Initiative,
    Meeting,
    Report,
    Running,
    Status,
    TargetGroup,
    Theme,
    Verdict,
    Version,
    VersionPhoto,
)
from places.models import Municipality, Province
from tests.pictures import upload

PROVINCES = {"Antwerpen": "10000", "Oost-Vlaanderen": "40000", "Limburg": "70000"}
ANSWERS = {
    "title": "Soep op de stoep",
    "summary": "Buren eten samen soep.",
    "story": "Elke vrijdag staat er soep.\n\nWie langskomt, krijgt een kom.",
    "meeting": Meeting.ON_SITE,
    "running": Running.YES,
    "bottom_up_answer": "Twee buren begonnen ermee.",
    "agency_answer": "Wie meedoet, beslist mee.",
    "beyond_self_answer": "Buren leren elkaar kennen.",
}
REASONS = {
    Criterion.BOTTOM_UP: "Twee buren begonnen er zelf mee.",
    Criterion.AGENCY: "Wie meedoet, beslist mee.",
    Criterion.BEYOND_SELF: "De hele straat leert elkaar kennen.",
}
CRISIS_ANSWERS = {
    "crisis_reasons": ["help", "alone"],
    "crisis_reasons_words": "De winkels gingen dicht.",
    "crisis_support": ["neighbours"],
    "crisis_support_words": "Iemand gaf een pot.",
    "crisis_meaning": "Niemand at nog alleen.",
    "crisis_lasted": "changed",
    "crisis_lasted_words": "Nu eten we binnen.",
}
_number = count(1)


def municipality(
    name: str = "Nijlen", *, province: str = "Antwerpen", postcodes: tuple[str, ...] = ("2560",)
) -> Municipality:
    """A municipality of that name, the same one each time."""
    region, _ = Province.objects.get_or_create(
        nis=PROVINCES[province], defaults={"name": province, "slug": province.lower()}
    )
    found = Municipality.objects.filter(name=name).first()
    return found or Municipality.objects.create(
        nis=f"{next(_number):05}",
        name=name,
        slug=slugify(name),
        province=region,
        latitude="51.1600",
        longitude="4.6700",
        postcodes=list(postcodes),
    )


def theme(slug: str = "samen-eten") -> Theme:
    """One of the themes that a migration made, or one of that name where it is gone."""
    return Theme.objects.get_or_create(slug=slug, defaults={"name": slug, "weave": "satijn"})[0]


def target_group(slug: str = "ouderen") -> TargetGroup:
    """One of the target groups that a migration made, or one of that name where it is gone."""
    return TargetGroup.objects.get_or_create(slug=slug, defaults={"name": slug})[0]


def crisis(slug: str = "corona") -> Crisis:
    """The crisis that a migration made, or one of that name where it is gone."""
    return Crisis.objects.get_or_create(
        slug=slug, defaults={"name": slug.title(), "text": "Toen begon er veel.", "is_shown": True}
    )[0]


def moderator(username: str = "mo") -> User:
    """A member of staff with a moderator's rights, the same one each time."""
    user, is_new = User.objects.get_or_create(username=username, defaults={"is_staff": True})
    if is_new:
        user.groups.add(Group.objects.get(name="moderator"))
    return user


def fill(version: Version, **answers) -> Version:
    """Answer everything the form asks; `themes`, `target_groups` and any field may differ.
    `photos`: how many to add."""
    themes = answers.pop("themes", None) or [theme()]
    target_groups = answers.pop("target_groups", None) or [target_group()]
    for number in range(answers.pop("photos", 0)):
        shown = photos.add_photo(version=version, upload=upload())
        shown.alt, shown.people = f"Buren aan tafel {number}", VersionPhoto.People.NONE
        shown.save()
    if "municipality" not in answers:
        answers["municipality"] = municipality()
    for name, value in {**ANSWERS, **answers}.items():
        setattr(version, name, value)
    version.save()
    version.themes.set(themes)
    version.target_groups.set(target_groups)
    contact = version.initiative.contact
    contact.name, contact.email = "Mia Peeters", f"mia{version.initiative_id}@example.org"
    contact.save()
    record_consent(version.initiative, Consent.Kind.TERMS, True)
    return version


def initiative(status: Status = Status.DRAFT, **answers) -> Initiative:
    """A complete initiative, brought to `status` by the rules."""
    started = moderation.start_draft()
    fill(started.latest_version, **answers)
    if status == Status.DRAFT:
        return started
    sent = moderation.send(initiative=started)
    if status == Status.UNCONFIRMED:
        return sent
    waiting = moderation.confirm(initiative=sent)
    if status == Status.SUBMITTED:
        return waiting
    if status in {Status.CHANGES_REQUESTED, Status.REJECTED}:
        return {Status.CHANGES_REQUESTED: request_changes, Status.REJECTED: reject}[status](waiting)
    shown = publish(waiting)
    if status == Status.WITHDRAWN:
        return moderation.withdraw(initiative=shown)
    if status == Status.ARCHIVED:
        return moderation.archive(initiative=shown, staff=moderator())
    return shown


def published(**answers) -> Initiative:
    """An initiative that everybody may see."""
    return initiative(Status.PUBLISHED, **answers)


def welcoming(**answers) -> Initiative:
    """One whose people want messages of others."""
    shown = published(**answers)
    shown.contact.welcomes_contact = True
    shown.contact.save()
    return shown


def report(about: Initiative | None = None, **told) -> Report:
    """What a visitor says is not right; `told` may differ from something that is wrong, with an
    address."""
    told = {"kind": Report.Kind.WRONG, "text": "Het is op zaterdag.", "email": "jan@x.be"} | told
    return reporting.receive(
        initiative=about or published(), key=f"{next(_number)}", network="192.0.2.1", **told
    )


def publish(waiting: Initiative, **values) -> Initiative:
    """Let a moderator accept what waits; `values` go into the assessment too."""
    values |= {f"{name}_verdict": Verdict.MEETS for name in Criterion.values}
    values |= {f"{name.value}_reason": reason for name, reason in REASONS.items()}
    return decide(waiting, Decision.PUBLISH, **values)


def request_changes(waiting: Initiative) -> Initiative:
    """Let a moderator ask for more."""
    return decide(
        waiting,
        Decision.REQUEST_CHANGES,
        agency_verdict=Verdict.UNCLEAR,
        agency_remark="Wie beslist er mee?",
    )


def reject(waiting: Initiative) -> Initiative:
    """Let a moderator turn it down."""
    return decide(
        waiting,
        Decision.REJECT,
        beyond_self_verdict=Verdict.FAILS,
        message="Dit is een winkel.",
    )


def decide(waiting: Initiative, decision: Decision, **values) -> Initiative:
    """Let a moderator fill in the assessment and settle it."""
    revision = assessing.assessment_for(waiting).revision
    saved = assessing.save_assessment(
        initiative=waiting, revision=revision, values=values, staff=moderator()
    )
    return moderation.decide(
        initiative=waiting, decision=decision, revision=saved.revision, staff=moderator()
    )
