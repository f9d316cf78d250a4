"""One function a message. Each is queued in the database, in the caller's transaction; the texts
stand in templates/mail/workshops_*."""

from __future__ import annotations

from datetime import datetime

from agenda.links import session_url
from agenda.wording import day, hours, when
from initiatives.working_days import WORKING_DAYS_PROMISED
from mail.sending import RenderedMail, queue_mail, render_mail
from workshops.links import Purpose, url_of
from workshops.models import ActionPlan, CoachingTrack, ProposedMoment, Request


def send_received(request: Request) -> None:
    """We have your question; this is what happens next."""
    _queue("workshops_received", request)


def send_proposed(request: Request) -> None:
    """These are the moments that you can pick from."""
    moments = list(request.moments.filter(status=ProposedMoment.Status.OPEN))
    _queue("workshops_proposed", request, **_proposal(moments, request.message, request.lapses_at))


def send_declined(request: Request) -> None:
    """It can't be done, and why."""
    _queue("workshops_declined", request, reason=request.message)


def preview_proposed(
    request: Request, moments: list[ProposedMoment], message: str, lapses_at: datetime
) -> RenderedMail:
    """The mail that a proposal would send, for staff to read first."""
    return _render("workshops_proposed", request, **_proposal(moments, message, lapses_at))


def preview_declined(request: Request, reason: str) -> RenderedMail:
    """The mail that declining would send, for staff to read first."""
    return _render("workshops_declined", request, reason=reason)


def send_confirmed(request: Request) -> None:
    """It is settled: when, where, and the link with which your people register."""
    session = request.session
    _queue(
        "workshops_confirmed",
        request,
        session=session,
        day=day(session.begins_at),
        hours=hours(session),
        session_url=session_url(session),
    )


def send_refused(request: Request) -> None:
    """We know that none of it fits, and look for other moments."""
    _queue("workshops_refused", request)


def send_withdrawn(request: Request) -> None:
    """You took it back; nobody expects anything any more."""
    _queue("workshops_withdrawn", request)


def send_reminder(request: Request) -> None:
    """Which moment will it be?"""
    moments = list(request.moments.filter(status=ProposedMoment.Status.OPEN))
    _queue("workshops_reminder", request, **_proposal(moments, "", request.lapses_at))


def send_lapsed(request: Request) -> None:
    """You did not pick in time; we will propose something new."""
    _queue("workshops_lapsed", request)


def send_track_started(track: CoachingTrack) -> None:
    """The page of your coaching track, where you can write your goals."""
    _queue_track("workshops_track_started", track)


def send_track_closed(track: CoachingTrack) -> None:
    """It is rounded off; here is the summary."""
    _queue_track("workshops_track_closed", track)


def send_plan_invitation(plan: ActionPlan) -> None:
    """Thank you for taking part; here you make your plan."""
    _queue_plan("workshops_plan_invitation", plan)


def send_plan_reminder(plan: ActionPlan) -> None:
    """Three months later: what came of it?"""
    _queue_plan("workshops_plan_reminder", plan)


def _queue_track(template: str, track: CoachingTrack) -> None:
    context = {"track": track, "name": track.contact_name, "url": url_of(track, Purpose.TRACK)}
    queue_mail(to=track.contact_email, template=template, context=context)


def _queue_plan(template: str, plan: ActionPlan) -> None:
    somebody = plan.registration
    context = {
        "plan": plan,
        "name": somebody.name,
        "title": somebody.session.title,
        "url": url_of(plan, Purpose.PLAN),
    }
    queue_mail(to=somebody.email, template=template, context=context)


def _proposal(moments: list[ProposedMoment], message: str, lapses_at: datetime) -> dict:
    lines = [f"{day(one.begins_at)}, {hours(one)}, {one.where}" for one in moments]
    return {"moments": lines, "answer": message, "until": when(lapses_at)}


def _queue(template: str, request: Request, **context) -> None:
    queue_mail(to=request.email, template=template, context=_context(request, **context))


def _render(template: str, request: Request, **context) -> RenderedMail:
    return render_mail(template, _context(request, **context))


def _context(request: Request, **context) -> dict:
    return {
        "request": request,
        "status_url": url_of(request, Purpose.REQUEST),
        "working_days": WORKING_DAYS_PROMISED,
        **context,
    }
