"""One function a message. Each is queued in the database, in the caller's transaction; the texts
stand in templates/mail/roadshow_*."""

from __future__ import annotations

from agenda.wording import day, hours, ways
from initiatives.models import Initiative
from mail.sending import queue_mail
from roadshow.links import invitation_url
from roadshow.models import FollowUpInvitation, Idea, RoadshowEvent


def send_invitation(invitation: FollowUpInvitation) -> None:
    """You were there, or wanted to know what comes next: will you come to the follow-up?"""
    session = invitation.follow_up.session
    context = {
        "name": invitation.registration.name,
        "event": invitation.registration.session,
        "session": session,
        "day": day(session.begins_at),
        "hours": hours(session),
        "where": ways(session),
        "url": invitation_url(invitation),
    }
    queue_mail(to=invitation.registration.email, template="roadshow_invitation", context=context)


def send_practice_gone(event: RoadshowEvent, initiative: Initiative) -> None:
    """To the host: something that you would show was taken off the site."""
    context = {
        "event": event,
        "title": str(initiative) if initiative.live_version else "",
        "day": day(event.session.begins_at),
    }
    queue_mail(to=event.host_email, template="roadshow_practice_gone", context=context)


def send_ideas(event: RoadshowEvent, ideas: list[Idea]) -> None:
    """To the host: what people would like to start. The worker empties this mail once it is gone,
    so that no copy stays of an idea that somebody takes back."""
    context = {"event": event, "ideas": ideas, "day": day(event.session.begins_at)}
    queue_mail(to=event.host_email, template="roadshow_ideas", context=context, private=True)
