"""A participant's own page: where it stands, and what can be done. Every step is a POST; what
can't be taken back is asked first."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from agenda import emails, wording
from agenda import registration as rules
from agenda.errors import AgendaError
from agenda.forms.registering import ColleagueForm, DetailsForm, SeatsForm
from agenda.links import calendar_url, read_token, session_url
from agenda.models import Registration, RegistrationStatus, SessionStatus, Way
from visitors import limits
from visitors.views import mail_lost_link, opened_by_link

opened_by_participant = opened_by_link(read_token, refusal="agenda/link_error.html")


@opened_by_participant
def registration(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Where it stands."""
    return _render(request, registration, token)


@opened_by_participant
def seats(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Come with more, or with fewer."""
    if request.method != "POST":
        return redirect("agenda:registration", token=token)
    form = SeatsForm(request.POST)
    if not form.is_valid():
        return _render(request, registration, token, seats_form=form)
    try:
        rules.change_seats(registration=registration, seats=form.cleaned_data["seats"])
    except AgendaError as error:
        form.refuse(error)
        registration.refresh_from_db()
        return _render(request, registration, token, seats_form=form)
    return redirect("agenda:registration", token=token)


@opened_by_participant
def details(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Change what was told beside name, address and seats."""
    if request.method != "POST" and not _can_change(registration):
        return redirect("agenda:registration", token=token)
    initial = {name: getattr(registration, name) for name in rules.DETAILS}
    form = DetailsForm(registration.session, request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            rules.change_details(registration=registration, details=form.cleaned_data)
        except AgendaError as error:
            form.refuse(error)
        else:
            return redirect("agenda:registration", token=token)
    context = {"registration": registration, "token": token, "form": form}
    return render(request, "agenda/details.html", context)


@opened_by_participant
def hand_over(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Give it to a colleague. The link stops working with it."""
    if request.method != "POST" and not _can_change(registration):
        return redirect("agenda:registration", token=token)
    form = ColleagueForm(request.POST or None)
    context = {"registration": registration, "token": token, "form": form}
    if request.method == "POST" and form.is_valid():
        name, email = form.cleaned_data["name"], form.cleaned_data["email"]
        try:
            limits.count("mail", email, limit=limits.MAILS_PER_ADDRESS)
            rules.hand_over(registration=registration, name=name, email=email)
        except AgendaError as error:
            form.refuse(error)
        except limits.TooOften as error:
            form.add_error("email", str(error))
        else:
            return render(request, "agenda/handed_over.html", context | {"name": name})
    return render(request, "agenda/hand_over.html", context)


@opened_by_participant
def accept(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Take the seats that were offered."""
    if request.method != "POST":
        return redirect("agenda:registration", token=token)
    return _take(request, registration, token, rules.accept_offer)


@opened_by_participant
def decline(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Leave the seats that were offered to the next, after a question."""
    if request.method != "POST":
        return _ask(request, registration, token, "decline")
    return _take(request, registration, token, rules.decline_offer)


@opened_by_participant
def cancel(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Not come, after a question."""
    if request.method != "POST":
        if not _can_change(registration):
            return redirect("agenda:registration", token=token)
        return _ask(request, registration, token, "cancel")
    return _take(request, registration, token, rules.cancel)


@opened_by_participant
def erase(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Have everything forgotten, after a question. The link stops working with it."""
    if request.method != "POST":
        return _ask(request, registration, token, "erase")
    rules.erase(registration=registration)
    return render(request, "agenda/erased.html")


# Nobody is signed in, so there is nothing that a forged request could use; and no cookie is set.
@csrf_exempt
def ask_link(request: HttpRequest) -> HttpResponse:
    """Get a new link by mail. The answer is the same whether we know the address or not."""
    return mail_lost_link(request, emails.send_all_links, template="agenda/ask_link.html")


def _can_change(registration: Registration) -> bool:
    """Whether there is still something to change: who goes back to an old page need not fill in
    a form for nothing."""
    session = registration.session
    is_called_off = session.status == SessionStatus.CANCELLED
    return registration.is_live and not is_called_off and not session.has_begun


def _take(
    request: HttpRequest, registration: Registration, token: str, step: Callable
) -> HttpResponse:
    try:
        step(registration=registration)
    except AgendaError as error:
        registration.refresh_from_db()
        return _render(request, registration, token, problem=str(error))
    return redirect("agenda:registration", token=token)


def _ask(
    request: HttpRequest, registration: Registration, token: str, question: str
) -> HttpResponse:
    context = {"registration": registration, "token": token, "question": question}
    return render(request, "agenda/sure.html", context)


def _render(
    request: HttpRequest,
    registration: Registration,
    token: str,
    *,
    seats_form: SeatsForm | None = None,
    problem: str = "",
) -> HttpResponse:
    session, status = registration.session, registration.status
    is_called_off = session.status == SessionStatus.CANCELLED
    is_coming = not is_called_off and not session.has_begun
    is_confirmed = status == RegistrationStatus.CONFIRMED
    context = {
        "registration": registration,
        "session": session,
        "token": token,
        "problem": problem,
        "status": status,
        "is_called_off": is_called_off,
        "is_coming": is_coming,
        "can_change": _can_change(registration),
        "day": wording.day(session.begins_at),
        "hours": wording.hours(session),
        "is_online": registration.way == Way.ONLINE,
        "seats": wording.seats(registration.seats),
        "room": wording.seats(registration.told_of_room) if registration.told_of_room else "",
        "until": registration.offered_until and wording.when(registration.offered_until),
        # Only who holds a seat may know it.
        "online_link": session.online_link if is_confirmed and not is_called_off else "",
        "seats_form": seats_form or SeatsForm(initial={"seats": registration.seats}),
        "session_url": session_url(session),
        "calendar_url": calendar_url(registration.email),
    }
    return render(request, "agenda/registration.html", context)
