"""Events to test with: planned by the rules, on a session of the agenda."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from agenda.models import Audience, Session, SessionStatus
from initiatives.models import Initiative
from roadshow import planning
from roadshow.models import FollowUpInvitation, RoadshowEvent, ShownPractice
from tests.agenda.factories import session
from tests.factories import municipality


def event(title: str = "Een namiddag vol ideeën", *, follows=None, **fields) -> RoadshowEvent:
    """An event in Nijlen that everybody may see, `days` from now; `details` of the roadshow."""
    details = {"host": municipality(), **fields.pop("details", {})}
    status = fields.pop("status", SessionStatus.OPEN)
    fields = {"audiences": [Audience.CITIZENS], **fields}
    made = session(title=title, status=SessionStatus.DRAFT, **fields)
    planned = planning.plan(session=made, follows=follows, **details)
    if status != SessionStatus.DRAFT:
        planned.session.status = status
        planned.session.save()
    return planned


def past_event(title: str = "Een namiddag vol ideeën", **fields) -> RoadshowEvent:
    """One that is over; call `over` on one where people have to register first."""
    return event(title, days=-10, **fields)


def over(held: RoadshowEvent) -> RoadshowEvent:
    """Let the event have been yesterday."""
    ends_at = timezone.now() - timedelta(days=1)
    Session.objects.filter(pk=held.pk).update(
        begins_at=ends_at - timedelta(hours=3), ends_at=ends_at
    )
    return RoadshowEvent.objects.for_cards().get(pk=held.pk)


def show(at: RoadshowEvent, *practices: Initiative, teller: str = "") -> None:
    """Show these practices at an event, in this order."""
    for position, initiative in enumerate(practices):
        ShownPractice.objects.create(
            event=at, initiative=initiative, position=position, teller=teller
        )


def invited(registration) -> FollowUpInvitation:
    """The one invitation that somebody got."""
    return FollowUpInvitation.objects.get(registration=registration)
