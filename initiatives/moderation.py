"""The one door for every change of an initiative's status.

Each step is one function: it opens a transaction, locks the initiative, checks that the step is
allowed, writes, adds one row to the trail, and queues the mail in that same transaction.
A step that can't be taken raises StepNotAllowed with a sentence for people.
"""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from initiatives import emails, erasure, photos
from initiatives.assessing import locked_assessment, obstacles_to
from initiatives.completeness import missing_answers
from initiatives.consents import record_people_on_photos
from initiatives.finding import postings
from initiatives.models import (
    Contact,
    Decision,
    EditStatus,
    Initiative,
    Status,
    Step,
    TrailEntry,
    Verdict,
    Version,
    new_link_key,
)
from initiatives.slugs import give_slug
from initiatives.steps import NotComplete, StepNotAllowed, check, lock, record
from initiatives.versions import copy_version

DECISION_STEPS = {
    Decision.PUBLISH: Step.PUBLISH,
    Decision.REQUEST_CHANGES: Step.REQUEST_CHANGES,
    Decision.REJECT: Step.REJECT,
}


def start_draft(*, staff: User | None = None) -> Initiative:
    """Begin a draft: by the person, or by staff for a person who phones. Whoever is phoning
    confirms by mail after it is sent."""
    with transaction.atomic():
        initiative = Initiative.objects.create(entered_by=staff)
        Version.objects.create(initiative=initiative)
        Contact.objects.create(initiative=initiative)
        if staff:
            record(initiative, Step.ENTER, came_from=Status.DRAFT, version_number=1, staff=staff)
    return initiative


def send(*, initiative: Initiative, staff: User | None = None) -> Initiative:
    """Send the open version: to the person's mailbox while the address is not confirmed, to staff
    after that. Sending twice (a double click, a reload) is one sending.

    Raises NotComplete or StepNotAllowed.
    """
    with transaction.atomic():
        initiative = lock(initiative)
        if initiative.review_status in {Status.UNCONFIRMED, Status.SUBMITTED}:
            return initiative
        came_from = check(initiative, Step.SEND)
        version = initiative.latest_version
        missing = missing_answers(initiative, version)
        if missing:
            raise NotComplete(missing)
        version.sent_at = timezone.now()
        version.save(update_fields=["sent_at"])
        record_people_on_photos(initiative, version)
        if initiative.contact.email_confirmed_at:
            _hand_to_staff(initiative)
            emails.send_received(initiative, version)
        else:
            initiative.status = Status.UNCONFIRMED
            initiative.save()
            emails.send_confirmation_request(initiative, version)
        record(
            initiative, Step.SEND, came_from=came_from, version_number=version.number, staff=staff
        )
    return initiative


def change_address(*, initiative: Initiative, email: str) -> Initiative:
    """Mend a wrong e-mail address before it is confirmed. Links sent to the old one stop working.

    Raises StepNotAllowed.
    """
    with transaction.atomic():
        initiative = lock(initiative)
        came_from = check(initiative, Step.CHANGE_ADDRESS)
        initiative.link_key = new_link_key()
        initiative.save()
        initiative.contact.email = email
        initiative.contact.save()
        version = initiative.latest_version
        emails.send_confirmation_request(initiative, version)
        record(initiative, Step.CHANGE_ADDRESS, came_from=came_from, version_number=version.number)
    return initiative


def confirm(*, initiative: Initiative) -> Initiative:
    """The person confirms the address; only now do staff see the submission.

    Raises StepNotAllowed, also when it was confirmed before.
    """
    with transaction.atomic():
        initiative = lock(initiative)
        came_from = check(initiative, Step.CONFIRM)
        initiative.contact.email_confirmed_at = timezone.now()
        initiative.contact.save()
        if initiative.entered_by:
            # Staff ticked what the person said by phone; it is agreed to now.
            initiative.consents.filter(withdrawn_at__isnull=True).update(given_at=timezone.now())
        _hand_to_staff(initiative)
        version = initiative.latest_version
        emails.send_received(initiative, version)
        record(initiative, Step.CONFIRM, came_from=came_from, version_number=version.number)
    return initiative


def decide(*, initiative: Initiative, decision: Decision, revision: int, staff: User) -> Initiative:
    """Settle the version that waits, as its saved assessment of count `revision` says.

    Raises AlreadyDecided, SavedMeanwhile, or StepNotAllowed when the assessment does not carry
    the decision (report, chapter 3.2).
    """
    with transaction.atomic():
        initiative = lock(initiative)
        assessment = locked_assessment(initiative, revision=revision)
        if obstacles := obstacles_to(decision, assessment):
            raise StepNotAllowed(" ".join(obstacles.values()))
        came_from = check(initiative, DECISION_STEPS[decision])
        assessment.decision = decision
        assessment.decided_by = staff
        assessment.decided_at = timezone.now()
        assessment.save()
        version = assessment.version
        if decision == Decision.PUBLISH:
            _publish(initiative, version)
        elif decision == Decision.REQUEST_CHANGES:
            _set_review_status(initiative, Status.CHANGES_REQUESTED)
            copy_version(version, initiative)
        elif initiative.edit_status:
            initiative.edit_status = EditStatus.NONE
        else:
            initiative.status = Status.REJECTED
        initiative.waiting_since = None
        initiative.save()
        if decision == Decision.PUBLISH:
            postings.refresh(initiative)
        emails.send_decision(initiative, assessment)
        record(
            initiative,
            DECISION_STEPS[decision],
            came_from=came_from,
            version_number=version.number,
            staff=staff,
            why=", ".join(
                f"{item.criterion.label}: {Verdict(item.verdict).label if item.verdict else '–'}"
                for item in assessment.judgements
            ),
        )
    return initiative


def start_edit(*, initiative: Initiative) -> Initiative:
    """Begin an edit of something published; the approved version stays online.

    Raises StepNotAllowed.
    """
    with transaction.atomic():
        initiative = lock(initiative)
        came_from = check(initiative, Step.START_EDIT)
        version = copy_version(initiative.live_version, initiative)
        initiative.edit_status = EditStatus.DRAFT
        initiative.save()
        record(initiative, Step.START_EDIT, came_from=came_from, version_number=version.number)
    return initiative


def drop_edit(*, initiative: Initiative) -> Initiative:
    """Let an edit go; the approved version stays as it is.

    Raises StepNotAllowed.
    """
    with transaction.atomic():
        initiative = lock(initiative)
        came_from = check(initiative, Step.DROP_EDIT)
        version = initiative.latest_version
        version.delete()
        photos.remove_unused_photos(initiative)
        initiative.edit_status = EditStatus.NONE
        initiative.save()
        record(initiative, Step.DROP_EDIT, came_from=came_from, version_number=version.number)
    return initiative


def withdraw(*, initiative: Initiative, staff: User | None = None) -> Initiative:
    """Take it back; it is gone from every public page at once.

    Raises StepNotAllowed.
    """
    return _hide(initiative, Step.WITHDRAW, Status.WITHDRAWN, staff)


def archive(*, initiative: Initiative, staff: User) -> Initiative:
    """Take it off the site because its time is over. `restore` shows it again.

    Raises StepNotAllowed.
    """
    return _hide(initiative, Step.ARCHIVE, Status.ARCHIVED, staff)


def restore(*, initiative: Initiative, staff: User) -> Initiative:
    """Show an archived initiative again, as it was approved. An edit that was on its way goes on.

    Raises StepNotAllowed.
    """
    with transaction.atomic():
        initiative = lock(initiative)
        came_from = check(initiative, Step.RESTORE)
        if initiative.live_version is None:
            raise StepNotAllowed("Dit kan niet meer: de indiener liet alles wissen.")
        initiative.status = Status.PUBLISHED
        initiative.edit_status = _edit_on_its_way(initiative)
        if initiative.edit_status == EditStatus.SUBMITTED:
            initiative.waiting_since = timezone.now()
        initiative.save()
        postings.refresh(initiative)
        number = initiative.live_version.number
        record(initiative, Step.RESTORE, came_from=came_from, version_number=number, staff=staff)
    return initiative


def erase(
    *,
    initiative: Initiative,
    staff: User | None = None,
    actor: TrailEntry.Actor = TrailEntry.Actor.SUBMITTER,
) -> Initiative:
    """Forget the people behind it: every text, photo, name and mail goes, for good. What was not
    off the site yet is withdrawn by it."""
    with transaction.atomic():
        initiative = lock(initiative)
        came_from = check(initiative, Step.ERASE)
        latest = initiative.latest_version
        if initiative.status not in {Status.REJECTED, Status.ARCHIVED}:
            initiative.status = Status.WITHDRAWN
        initiative.edit_status = EditStatus.NONE
        erasure.wipe(initiative)
        postings.refresh(initiative)
        record(
            initiative,
            Step.ERASE,
            came_from=came_from,
            version_number=latest.number if latest else 0,
            staff=staff,
            actor=actor,
        )
    return initiative


def _hand_to_staff(initiative: Initiative) -> None:
    _set_review_status(initiative, Status.SUBMITTED)
    initiative.waiting_since = timezone.now()
    initiative.save()


def _set_review_status(initiative: Initiative, status: Status) -> None:
    """Move the edit if there is one, or else the whole initiative."""
    if initiative.edit_status:
        initiative.edit_status = status
    else:
        initiative.status = status


def _publish(initiative: Initiative, version: Version) -> None:
    initiative.status = Status.PUBLISHED
    initiative.edit_status = EditStatus.NONE
    initiative.live_version = version
    initiative.published_at = initiative.published_at or timezone.now()
    give_slug(initiative, version.title)


def _edit_on_its_way(initiative: Initiative) -> EditStatus:
    """Where an edit stood when the initiative was taken off the site."""
    version = initiative.latest_version
    decisions = dict(initiative.versions.values_list("number", "assessment__decision"))
    if version == initiative.live_version:
        return EditStatus.NONE
    if version.sent_at:
        return EditStatus.NONE if decisions[version.number] else EditStatus.SUBMITTED
    asked = decisions.get(version.number - 1) == Decision.REQUEST_CHANGES
    return EditStatus.CHANGES_REQUESTED if asked else EditStatus.DRAFT


def _hide(initiative: Initiative, step: Step, status: Status, staff: User | None) -> Initiative:
    with transaction.atomic():
        initiative = lock(initiative)
        came_from = check(initiative, step)
        initiative.status = status
        initiative.edit_status = EditStatus.NONE
        initiative.waiting_since = None
        initiative.save()
        postings.refresh(initiative)
        if step == Step.WITHDRAW:
            emails.send_withdrawn(initiative)
        number = initiative.latest_version.number
        record(initiative, step, came_from=came_from, version_number=number, staff=staff)
    return initiative
