"""One function a message. Each is queued in the database, in the caller's transaction; the texts
stand in templates/mail/workshops_*."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.urls import reverse

from agenda.calendar import host_invitation, host_withdrawal
from agenda.links import session_url
from agenda.models import Session, SessionStatus
from agenda.wording import day, hours, when
from initiatives.working_days import WORKING_DAYS_PROMISED
from mail.sending import File, RenderedMail, queue_mail, render_mail
from workshops.links import Purpose, url_of
from workshops.models import ActionPlan, CoachingTrack, ProposedMoment, Request, RequestStep


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
    """It is settled: when, where, and the link with which people register, if they can already."""
    session = request.session
    _queue(
        "workshops_confirmed",
        request,
        files=[_invitation(request)],
        session_url="" if session.status == SessionStatus.DRAFT else session_url(session),
        **_appointment(session),
    )


def send_session_published(request: Request) -> None:
    """What was settled is for everybody, and they can register now."""
    session = request.session
    _queue(
        "workshops_session_published",
        request,
        session_url=session_url(session),
        **_appointment(session),
    )


def send_session_changed(request: Request) -> None:
    """What was settled is at another time or place; your calendar gets it too."""
    _queue(
        "workshops_session_changed",
        request,
        files=[_invitation(request)],
        **_appointment(request.session),
    )


def send_session_cancelled(request: Request) -> None:
    """What was settled is called off by us, and why."""
    _queue(
        "workshops_session_cancelled",
        request,
        files=[_withdrawal(request)],
        **_appointment(request.session),
    )


def send_called_off(request: Request) -> None:
    """You called it off; everybody who registered knows."""
    _queue(
        "workshops_called_off",
        request,
        files=[_withdrawal(request)],
        **_appointment(request.session),
    )


def tell_staff(request: Request, code: RequestStep.Code) -> None:
    """To the staff: this happened to a request, and whether it is your turn. It says no more of
    who asked than what stays for ever, so that nothing has to be erased in their mailbox."""
    path = reverse("admin:workshops_request_change", args=[request.pk])
    context = {
        "request": request,
        "what": code.label,
        "is_ours": request.status == Request.Status.WAITING,
        "url": settings.SITE_URL + path,
    }
    queue_mail(to=settings.STAFF_EMAIL, template="workshops_staff", context=context)


def send_all_links(email: str) -> None:
    """A new link to each request, coaching track and plan of this address; nothing when there is
    none."""
    links = defaultdict(list)
    for request in Request.objects.filter(email__iexact=email).select_related(
        "workshop", "municipality"
    ):
        links[request.email].append((f"Je aanvraag: {request}", url_of(request, Purpose.REQUEST)))
    for track in CoachingTrack.objects.filter(contact_email__iexact=email).select_related(
        "municipality"
    ):
        links[track.contact_email].append((str(track), url_of(track, Purpose.TRACK)))
    plans = ActionPlan.objects.filter(registration__email__iexact=email, erased_at=None)
    for plan in plans.select_related("registration__session"):
        known = plan.registration
        title = f"Jullie plan na ‘{known.session.title}’"
        links[known.email].append((title, url_of(plan, Purpose.PLAN)))
    # To the address that we know, never to the one typed: two that Postgres takes for one may be
    # the mailboxes of two people.
    for known, found in links.items():
        queue_mail(to=known, template="workshops_all_links", context={"links": found})


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


def preview_track_closed(track: CoachingTrack) -> RenderedMail:
    """The mail that rounding off would send, for staff to read first."""
    return render_mail("workshops_track_closed", _track_context(track))


def send_plan_invitation(plan: ActionPlan) -> None:
    """Thank you for taking part; here you make your plan."""
    _queue_plan("workshops_plan_invitation", plan)


def send_plan_reminder(plan: ActionPlan) -> None:
    """Three months later: what came of it?"""
    _queue_plan("workshops_plan_reminder", plan)


def _queue_track(template: str, track: CoachingTrack) -> None:
    queue_mail(to=track.contact_email, template=template, context=_track_context(track))


def _track_context(track: CoachingTrack) -> dict:
    return {"track": track, "name": track.contact_name, "url": url_of(track, Purpose.TRACK)}


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


def _appointment(session: Session) -> dict:
    return {"session": session, "day": day(session.begins_at), "hours": hours(session)}


def _invitation(request: Request) -> File:
    return host_invitation(
        request.session,
        uid=request.calendar_uid,
        email=request.email,
        url=url_of(request, Purpose.REQUEST),
    )


def _withdrawal(request: Request) -> File:
    return host_withdrawal(request.session, uid=request.calendar_uid, email=request.email)


def _queue(template: str, request: Request, *, files: Sequence[File] = (), **context) -> None:
    values = _context(request, **context)
    queue_mail(to=request.email, template=template, context=values, files=files)


def _render(template: str, request: Request, **context) -> RenderedMail:
    return render_mail(template, _context(request, **context))


def _context(request: Request, **context) -> dict:
    return {
        "request": request,
        "status_url": url_of(request, Purpose.REQUEST),
        "working_days": WORKING_DAYS_PROMISED,
        **context,
    }
