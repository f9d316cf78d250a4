"""The one door for a plan of an association: made after a workshop, kept, asked after, erased."""

from __future__ import annotations

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from agenda.models import Registration, RegistrationStatus, SessionStatus
from workshops import emails, erasure
from workshops.errors import AlreadyAnswered, WordsNeeded
from workshops.models import ActionPlan, PlanRow

# Who took part longer ago than this when a workshop gets plans, is left in peace.
INVITE_WITHIN = timedelta(days=30)
REMIND_AFTER = timedelta(days=91)


def to_invite() -> list[Registration]:
    """Who took part in a workshop with a plan, and has no link to one yet."""
    now = timezone.now()
    return list(
        Registration.objects.filter(
            Q(present=None) | Q(present__gt=0),
            status=RegistrationStatus.CONFIRMED,
            erased_at=None,
            plan=None,
            session__status=SessionStatus.OPEN,
            session__ends_at__range=(now - INVITE_WITHIN, now),
            session__of_workshop__workshop__has_plan=True,
        ).select_related("session")
    )


def invite(registration: Registration) -> bool:
    """Make an empty plan and mail its link; returns whether it was not there yet."""
    try:
        with transaction.atomic():
            plan = ActionPlan.objects.create(registration=registration)
            emails.send_plan_invitation(plan)
    except IntegrityError:
        # Another worker was first: one plan a registration is a rule of the database.
        return False
    return True


def save(
    *, plan: ActionPlan, question: str, rows: list[tuple[str, str, str]], revision: int
) -> ActionPlan:
    """Keep the question and the rows: what, who, by when.

    Raises AlreadyAnswered when it was saved since `revision`, from another device or by another.
    """
    with transaction.atomic():
        plan = _lock(plan)
        if plan.revision != revision:
            raise AlreadyAnswered(
                "Het plan is intussen ergens anders bewaard. Wat jij typte, staat hieronder nog. "
                "Bewaar opnieuw als jouw plan het juiste is."
            )
        plan.question, plan.revision = question, plan.revision + 1
        plan.save(update_fields=["question", "revision"])
        plan.rows.all().delete()
        PlanRow.objects.bulk_create(
            PlanRow(plan=plan, position=position, what=what, who=who, by_when=by_when)
            for position, (what, who, by_when) in enumerate(rows, start=1)
        )
    return plan


def tell_outcome(*, plan: ActionPlan, outcome: str) -> ActionPlan:
    """What came of it, in the association's words.

    Raises WordsNeeded.
    """
    if not outcome.strip():
        raise WordsNeeded("Vertel kort wat ervan kwam. Ook als het nog niet lukte.")
    with transaction.atomic():
        plan = _lock(plan)
        plan.outcome, plan.outcome_at = outcome.strip(), timezone.now()
        plan.save(update_fields=["outcome", "outcome_at"])
    return plan


def to_remind() -> list[ActionPlan]:
    """Plans in which something stands, made three months ago, of which we know nothing since."""
    return list(
        ActionPlan.objects.filter(
            reminded_at=None,
            erased_at=None,
            outcome="",
            revision__gt=0,
            invited_at__lte=timezone.now() - REMIND_AFTER,
        )
    )


def remind(plan: ActionPlan) -> bool:
    """Ask once, by mail, what came of it; returns whether it was due."""
    with transaction.atomic():
        plan = _lock(plan)
        if plan.reminded_at or plan.outcome or plan.erased_at:
            return False
        plan.reminded_at = timezone.now()
        plan.save(update_fields=["reminded_at"])
        emails.send_plan_reminder(plan)
    return True


def erase(*, plan: ActionPlan) -> None:
    """Forget the plan and the mails about it; the bare row stays, so that nobody is invited anew.
    Twice is once."""
    with transaction.atomic():
        erasure.wipe_plan(_lock(plan))


def _lock(plan: ActionPlan) -> ActionPlan:
    rows = ActionPlan.objects.select_for_update(of=["self"])
    return rows.select_related("registration").get(pk=plan.pk)
