"""The page of one session, and how one registers there."""

from __future__ import annotations

from typing import NamedTuple
from uuid import UUID

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt

from agenda import emails, registration, wording
from agenda.errors import AgendaError, AlreadyRegistered, check_booking
from agenda.forms.registering import RegistrationForm
from agenda.links import make_token, read_closed_token, session_url
from agenda.models import Answer, Audience, Booking, Partner, Registration, Session, Way
from agenda.structured_data import structured_data
from visitors import limits
from visitors.forms import HONEYPOT
from visitors.json_ld import as_script
from visitors.views import opened_by_link

# A library or a school shares one address.
REGISTRATIONS_PER_NETWORK = 60
PROGRAM = "Er stond iets in een vak dat leeg moet blijven. Klik nog eens."


class Frame(NamedTuple):
    """The page around the form: its template, and what that needs besides `facts`."""

    template: str = "agenda/session.html"
    context: dict = {}


OWN = Frame()


# Nobody is signed in, so there is nothing that a forged request could use; and no cookie is set.
@csrf_exempt
@cache_control(private=True, no_cache=True)
def session(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One session: when, where, for whom, whether there is room; and the form to come."""
    found = get_object_or_404(Session.objects.shown().for_cards(), uuid=uuid)
    return page(request, found)


@opened_by_link(read_closed_token, refusal="agenda/link_error.html")
def closed(request: HttpRequest, session: Session, token: str) -> HttpResponse:
    """A session for one group, opened by the link that the group got."""
    return page(request, session)


def page(request: HttpRequest, session: Session, frame: Frame = OWN) -> HttpResponse:
    """A page on which one registers for `session`, which comes with for_cards(): also one of
    another app."""
    if request.method != "POST":
        return _render(request, session, RegistrationForm(session, initial={"seats": 1}), frame)
    form = RegistrationForm(session, request.POST)
    if request.POST.get(HONEYPOT):
        form.add_error(None, PROGRAM)
    if not form.is_valid():
        return _render(request, session, form, frame)
    try:
        made = form.sent_before() or _register(request, session, form.cleaned_data)
    except AlreadyRegistered:
        return _already(request, session, form, frame)
    except AgendaError as error:
        form.refuse(error)
        session.refresh_from_db()
        return _render(request, session, form, frame)
    except limits.TooOften as error:
        form.add_error(None, str(error))
        return _render(request, session, form, frame, status=429)
    return redirect("agenda:registration", token=make_token(made))


def _register(request: HttpRequest, session: Session, answers: dict) -> Registration:
    """Raises AgendaError or TooOften. What is refused doesn't count: somebody may try again."""
    details = {name: answers[name] for name in answers.keys() - {"page", "consent"}}
    with transaction.atomic():
        limits.count("register", limits.network(request), limit=REGISTRATIONS_PER_NETWORK)
        limits.count("mail", answers["email"], limit=limits.MAILS_PER_ADDRESS)
        return registration.register(session=session, **details)


def _already(
    request: HttpRequest, session: Session, form: RegistrationForm, frame: Frame
) -> HttpResponse:
    """The same form at the same moment leads to what it made. For anybody else there is a mail
    to who holds the address: the page of somebody is not for who merely knows where to mail."""
    if made := form.sent_before():
        return redirect("agenda:registration", token=make_token(made))
    email = form.cleaned_data["email"]
    known = session.registrations.live().of_address(email).first()
    try:
        limits.count("register", limits.network(request), limit=REGISTRATIONS_PER_NETWORK)
        limits.count("mail", email, limit=limits.MAILS_PER_ADDRESS)
    except limits.TooOften as error:
        form.add_error(None, str(error))
        return _render(request, session, form, frame, status=429)
    if known:
        emails.send_own_link(known)
    return render(request, "agenda/look_in_mailbox.html", {"session": session, "sent_to": email})


def _render(
    request: HttpRequest,
    session: Session,
    form: RegistrationForm,
    frame: Frame,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {
        "session": session,
        "form": form,
        "shows_form": form.is_bound or session.booking == Booking.OPEN,
        "refusal": _refusal(session),
        "waits": session.booking == Booking.OPEN
        and not any(wording.room_for(session, way).tone == "ok" for way in session.ways),
        **facts(session),
        **frame.context,
    }
    return render(request, frame.template, context, status=status)


def facts(session: Session) -> dict:
    """What the page tells of a session that is not a bare field, in words."""
    partners = session.trainers.order_by("organisation").values_list("organisation", flat=True)
    answers = session.accessibility
    return {
        "day": wording.day(session.begins_at),
        "hours": wording.hours(session),
        "where": wording.ways(session),
        "rooms": wording.room(session),
        "is_on_site": Way.ON_SITE in session.ways,
        "audiences": wording.listed([Audience(one).label for one in session.audiences]),
        "partners": wording.listed([Partner(name).label for name in dict.fromkeys(partners)]),
        "has": [words for words, answer in answers if answer == Answer.YES],
        "lacks": [words for words, answer in answers if answer == Answer.NO],
        "unknown": [words for words, answer in answers if answer == Answer.UNKNOWN],
        "structured_data": ""
        if session.is_closed
        else as_script(structured_data(session, url=session_url(session))),
    }


def _refusal(session: Session) -> str:
    """Why nobody can register now; '' when one can."""
    try:
        check_booking(session)
    except AgendaError as error:
        return str(error)
    return ""
