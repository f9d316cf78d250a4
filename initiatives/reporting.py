"""The one door for what visitors say is not right, and for what staff did about it."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from initiatives import emails, on_site
from initiatives.models import Initiative, Report, Status, Step
from initiatives.steps import StepNotAllowed, lock, record
from visitors import limits

# In an hour. A library or a school shares one network.
REPORTS_PER_NETWORK = 15
# More than staff read in an hour: from there on they know that something is wrong.
REPORTS_PER_INITIATIVE = 40


class AlreadySettled(StepNotAllowed):
    """A colleague was first; the message says who, and what they did."""


def receive(
    *, initiative: Initiative, key: str, kind: str, text: str, email: str, network: str
) -> Report:
    """Put a report in the queue of staff. `email` may be ''; `key` is the same for a second click:
    that is one report.

    Raises NotOnSite or TooOften.
    """
    with transaction.atomic():
        initiative = on_site.hold(initiative)
        if received := initiative.reports.filter(key=key).first():
            return received
        limits.count("report by network", network, limit=REPORTS_PER_NETWORK)
        if email:
            limits.count("report by address", email, limit=limits.MAILS_PER_ADDRESS)
        limits.count("report of", str(initiative.pk), limit=REPORTS_PER_INITIATIVE)
        return initiative.reports.create(key=key, kind=kind, text=text, email=email)


def settle(*, report: Report, outcome: Report.Outcome, answer: str, staff: User) -> Report:
    """Write down what was done, and tell the reporter where there is an address; that is forgotten
    with it.

    Raises AlreadySettled, or StepNotAllowed when `outcome` is not true.
    """
    with transaction.atomic():
        initiative = lock(report.initiative)
        report = initiative.reports.get(pk=report.pk)
        check(report, outcome)
        if report.email:
            report.mail = emails.send_report_settled(report, outcome, answer)
        report.email, report.outcome, report.answer = "", outcome, answer
        report.settled_by, report.settled_at = staff, timezone.now()
        report.save()
        latest = initiative.latest_version
        record(
            initiative,
            Step.SETTLE_REPORT,
            came_from=initiative.review_status,
            version_number=latest.number if latest else 0,
            staff=staff,
            why=report.get_outcome_display(),
        )
    return report


def check(report: Report, outcome: Report.Outcome) -> None:
    """Make sure that `report` can be settled with `outcome` now.

    Raises AlreadySettled or StepNotAllowed.
    """
    if report.outcome:
        who = report.settled_by.get_full_name() or report.settled_by.get_username()
        raise AlreadySettled(
            f"{who} was je voor: {report.get_outcome_display()}. Er is niets overschreven."
        )
    if outcome == Report.Outcome.TAKEN_OFF and report.initiative.status == Status.PUBLISHED:
        raise StepNotAllowed("Het staat nog op de site. Haal het er eerst af.")
