"""What somebody of an event finds behind a link: one click to the follow-up, and an idea."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from agenda import consents, wording
from agenda.errors import AgendaError, check_booking
from agenda.links import make_token, read_token
from agenda.models import Registration
from initiatives.links import Purpose
from initiatives.links import make_token as make_initiative_token
from initiatives.models import Status
from initiatives.views.submitting import DRAFTS_PER_NETWORK
from roadshow import following, ideas
from roadshow.errors import IdeaGone
from roadshow.forms.idea import IdeaForm
from roadshow.links import read_invitation
from roadshow.models import FollowUpInvitation, Inspired, RoadshowEvent
from visitors import limits
from visitors.views import opened_by_link

opened_by_invited = opened_by_link(read_invitation, refusal="roadshow/link_error.html")
opened_by_participant = opened_by_link(read_token, refusal="agenda/link_error.html")


@opened_by_invited
def invitation(request: HttpRequest, invitation: FollowUpInvitation, token: str) -> HttpResponse:
    """The follow-up session with one button. Opening it changes nothing."""
    problem = ""
    if request.method == "POST":
        try:
            taken = following.accept(invitation=invitation)
        except AgendaError as error:
            problem = str(error)
        else:
            return redirect("agenda:registration", token=make_token(taken))
    session = invitation.follow_up.session
    own = invitation.taken
    context = {
        "invitation": invitation,
        "session": session,
        "token": token,
        "day": wording.day(session.begins_at),
        "hours": wording.hours(session),
        "where": wording.ways(session),
        "rooms": wording.room(session),
        "consent": consents.REGISTER,
        "own_token": make_token(own) if own and not own.erased_at else "",
        "problem": problem,
        "refusal": _refusal(invitation),
        # The way to the idea is that of the participant's own page.
        "participant_token": make_token(invitation.registration),
        "idea": ideas.of(invitation.registration),
    }
    return render(request, "roadshow/invitation.html", context)


@opened_by_participant
def idea(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Write the idea, or change it."""
    event = _event_of(registration)
    written = ideas.of(registration)
    initial = {"text": written.text, "consent": True} if written else {}
    form = IdeaForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            ideas.save(registration=registration, text=form.cleaned_data["text"])
        except AgendaError as error:
            form.add_error(None, str(error))
        else:
            return redirect("roadshow:idea", token=token)
    return _render_idea(request, registration, token, event, form)


@opened_by_participant
def remove_idea(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Take the idea back."""
    if request.method == "POST":
        ideas.remove(registration=registration)
    return redirect("roadshow:idea", token=token)


@opened_by_participant
def grow_idea(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Begin a submission with the idea in it, or go on with the one that was begun."""
    event, found = _event_of(registration), ideas.of(registration)
    if request.method != "POST" or found is None:
        return redirect("roadshow:idea", token=token)
    form = IdeaForm(initial={"text": found.text, "consent": True})
    try:
        with transaction.atomic():
            limits.count("draft", limits.network(request), limit=DRAFTS_PER_NETWORK)
            initiative = ideas.grow(idea=found)
    except IdeaGone as error:
        return _render_idea(request, registration, token, event, form, problem=str(error))
    except limits.TooOften as error:
        return _render_idea(request, registration, token, event, form, str(error), status=429)
    own = make_initiative_token(initiative, Purpose.MANAGE)
    if initiative.status == Status.DRAFT:
        return redirect("initiatives:step", token=own, step="kort")
    return redirect("initiatives:status", token=own)


def _event_of(registration: Registration) -> RoadshowEvent:
    event = getattr(registration.session, "of_roadshow", None)
    if event is None or registration.erased_at:
        raise Http404
    return event


def _render_idea(
    request: HttpRequest,
    registration: Registration,
    token: str,
    event: RoadshowEvent,
    form: IdeaForm,
    problem: str = "",
    *,
    status: int = 200,
) -> HttpResponse:
    idea = ideas.of(registration)
    context = {
        "registration": registration,
        "token": token,
        "event": event,
        "form": form,
        "idea": idea,
        "has_grown": idea is not None and Inspired.objects.filter(idea=idea).exists(),
        "problem": problem,
    }
    return render(request, "roadshow/idea.html", context, status=status)


def _refusal(invitation: FollowUpInvitation) -> str:
    """Why nobody can say yes any more; '' when one can."""
    try:
        check_booking(invitation.follow_up.session)
    except AgendaError as error:
        return str(error)
    return ""
