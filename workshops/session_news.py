"""The session that a request became: its asker hears what happens to it. Receivers: the agenda
tells, and doesn't know who listens (apps.py connects them)."""

from __future__ import annotations

from django.contrib.auth.models import User

from agenda.models import Registration, Session, Step
from workshops import emails
from workshops.models import Request, RequestStep
from workshops.steps import record

# What neither the asker's page nor the asker's calendar shows.
UNSEEN = {"online_link", "route"}


def tell_asker(
    sender: type, session: Session, step: Step, staff: User | None, changed: set[str], **kwargs
) -> None:
    """A receiver of session_changed. Who registered with the same address was told by that already.
    The request isn't locked: whoever called it off holds it, and waits for this session."""
    asked = Request.objects.filter(session=session, status=Request.Status.CONFIRMED).first()
    if asked is None or changed <= UNSEEN:
        return
    if step == Step.OPEN:
        # It was for everybody, and staff made its programme first; the trail is the session's.
        if not asked.erased_at:
            asked.session = session
            emails.send_session_published(asked)
        return
    record(asked, RequestStep.Code(step.value), staff)
    takes_part = session.registrations.live().of_address(asked.email).exists()
    if takes_part or asked.erased_at:
        return
    # As it is now, to tell it.
    asked.session = session
    if step == Step.CANCEL_SESSION:
        emails.send_session_cancelled(asked)
    else:
        emails.send_session_changed(asked)


def share_entry(sender: type, instance: Registration, **kwargs) -> None:
    """A receiver, before a registration is stored: the asker who registers has the session in the
    calendar already, so the registration takes over that entry instead of adding a second one."""
    if instance.pk is not None:
        return
    asked = Request.objects.filter(
        session=instance.session_id, email__iexact=instance.email, erased_at=None
    ).first()
    if asked and not Registration.objects.filter(uuid=asked.calendar_uid).exists():
        instance.uuid = asked.calendar_uid
