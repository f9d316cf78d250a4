"""A secret in every field that is private, each in a place where it could leak from."""

from __future__ import annotations

from itertools import count

from initiatives import contacting, emails, moderation, photos, reporting, writing
from initiatives.models import Decision, FormerSlug, Initiative, Status, Verdict, Version
from tests import factories
from tests.submitting.photos import jpeg

TEXTS = (
    *("title", "summary", "story", "learned", "spot", "contact_name"),
    *("time_needed", "people_needed", "needs", "costs", "support_needed"),
    *("crisis_reasons_words", "crisis_support_words", "crisis_meaning", "crisis_lasted_words"),
)
ANSWERS = ("bottom_up_answer", "agency_answer", "beyond_self_answer")
REMARKS = ("bottom_up_remark", "agency_remark", "beyond_self_remark", "message", "local_link")


class Secrets:
    """Words that stand nowhere else, each with the place where it was hidden."""

    def __init__(self) -> None:
        self.hidden: dict[str, str] = {}
        self.numbers = count(100)

    def new(self, place: str) -> str:
        word = f"zwijg{next(self.numbers)}x"
        self.hidden[word] = place
        return word

    def found_in(self, text: str) -> list[str]:
        return [place for word, place in self.hidden.items() if word in text.lower()]


def tell(secrets: Secrets, version: Version, where: str, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(version, name, secrets.new(f"{where}: {name}"))
    version.crisis = factories.crisis()
    version.website = f"https://{secrets.new(f'{where}: website')}.example"
    version.save()
    photo = photos.add_photo(version=version, upload=jpeg())
    photo.alt, photo.people = secrets.new(f"{where}: alt"), "none"
    photo.save()


def name_person(secrets: Secrets, initiative: Initiative, where: str) -> None:
    contact = Initiative.objects.get(pk=initiative.pk).contact
    contact.name = secrets.new(f"{where}: name")
    contact.email = f"{secrets.new(f'{where}: email')}@example.org"
    contact.phone = secrets.new(f"{where}: phone")
    contact.save()


def visit(secrets: Secrets, shown: Initiative, where: str) -> None:
    """Visitors write to its people and to us; staff settle one of two reports."""
    contact = Initiative.objects.get(pk=shown.pk).contact
    contact.welcomes_contact = True
    contact.save()
    contacting.pass_on(
        initiative=shown,
        key="1",
        name=secrets.new(f"{where}: name of a sender"),
        email=f"{secrets.new(f'{where}: address of a sender')}@example.org",
        text=secrets.new(f"{where}: text of a message"),
        network="192.0.2.1",
    )
    for key in ("settled", "waiting"):
        report = reporting.receive(
            initiative=shown,
            key=key,
            kind="wrong",
            text=secrets.new(f"{where}: text of a report"),
            email=f"{secrets.new(f'{where}: address of a reporter')}@example.org",
            network="192.0.2.1",
        )
        if key == "settled":
            answer = secrets.new(f"{where}: answer to a reporter")
            staff = factories.moderator()
            reporting.settle(report=report, outcome="changed", answer=answer, staff=staff)


def unpublished(secrets: Secrets, status: Status) -> Initiative:
    """Everything it says is a secret, for it never was or no longer is online."""
    draft = factories.initiative()
    tell(secrets, draft.latest_version, status, TEXTS + ANSWERS)
    name_person(secrets, draft, status)
    if status == Status.DRAFT:
        writing.keep_unfinished(
            draft.latest_version, "kort", {"title": [secrets.new("unfinished title")]}
        )
        emails.send_draft_link(draft, f"{secrets.new('address of a link')}@example.org")
        return draft
    sent = moderation.send(initiative=draft)
    if status == Status.UNCONFIRMED:
        return sent
    waiting = moderation.confirm(initiative=sent)
    staff = factories.moderator()
    if status == Status.REJECTED:
        return assess(secrets, waiting, Decision.REJECT)
    if status == Status.CHANGES_REQUESTED:
        return assess(secrets, waiting, Decision.REQUEST_CHANGES)
    if status == Status.SUBMITTED:
        return waiting
    shown = factories.publish(waiting)
    visit(secrets, shown, status)
    if status == Status.ARCHIVED:
        return moderation.archive(initiative=shown, staff=staff)
    FormerSlug.objects.create(initiative=shown, slug=secrets.new("former address"))
    return moderation.withdraw(initiative=shown)


def assess(secrets: Secrets, waiting: Initiative, decision: Decision) -> Initiative:
    """A decision with a secret in all that staff write but that is not meant for the site."""
    values = {name: secrets.new(f"{decision}: {name}") for name in REMARKS}
    verdict = Verdict.MEETS if decision == Decision.PUBLISH else Verdict.FAILS
    for name in ("bottom_up", "agency", "beyond_self"):
        values[f"{name}_verdict"] = verdict
        public = decision == Decision.PUBLISH
        reason = "Zo is het." if public else secrets.new(f"{decision}: {name}_reason")
        values[f"{name}_reason"] = reason
    return factories.decide(waiting, decision, **values)


def published(secrets: Secrets, *, edit_is_sent: bool) -> Initiative:
    """Online under 'Soep op de stoep'; private around it is all the rest, an edit included."""
    draft = factories.initiative()
    version = draft.latest_version
    for name in ("contact_name", *ANSWERS):
        setattr(version, name, secrets.new(f"published: {name}"))
    version.save()
    photo = photos.add_photo(version=version, upload=jpeg())
    photo.alt, photo.people = "Een kom soep", "none"
    photo.save()
    name_person(secrets, draft, "published")
    waiting = moderation.confirm(initiative=moderation.send(initiative=draft))
    asked = assess(secrets, waiting, Decision.REQUEST_CHANGES)
    shown = assess(secrets, moderation.send(initiative=asked), Decision.PUBLISH)
    visit(secrets, shown, "published")
    moderation.start_edit(initiative=shown)
    edit = shown.latest_version
    tell(secrets, edit, "edit", TEXTS + ANSWERS)
    if edit_is_sent:
        return moderation.send(initiative=shown)
    writing.keep_unfinished(edit, "verhaal", {"story": [secrets.new("unfinished edit")]})
    return shown
