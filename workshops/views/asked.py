"""The page of whoever asked: where it stands, whose turn it is, and what can be done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from agenda.links import session_url
from agenda.models import SessionStatus
from initiatives.working_days import promised_by
from visitors.views import opened_by_link
from workshops import answering, requesting
from workshops.errors import RequestError
from workshops.forms.request import CallOffForm, RefuseForm
from workshops.links import read_request
from workshops.models import Request, RequestStep
from workshops.views.neighbours import municipality_page

opened_by_asker = opened_by_link(read_request, refusal="workshops/link_error.html")
STRAND = [
    "Je aanvraag is binnen",
    "Wij stellen momenten voor",
    "Jij kiest een moment",
    "Het ligt vast",
]
NOW = {Request.Status.WAITING: 1, Request.Status.PROPOSED: 2, Request.Status.CONFIRMED: 3}
# The trail, as the asker reads it.
Code = RequestStep.Code
HAPPENED = {
    Code.ASK: "Je vroeg het aan.",
    Code.PROPOSE: "We stelden momenten voor.",
    Code.DECLINE: "We lieten weten dat het niet kan.",
    Code.PICK: "Je koos een moment.",
    Code.REFUSE: "Je liet weten dat niets past.",
    Code.WITHDRAW: "Je trok de aanvraag in.",
    Code.CALL_OFF: "Je zegde af.",
    Code.REMIND: "We vroegen je nog eens om te kiezen.",
    Code.LAPSE: "Ons voorstel verviel.",
    Code.MOVE: "We veranderden het moment of de plaats.",
    Code.SWITCH_TO_ONLINE: "We maakten er een sessie online van.",
    Code.CANCEL_SESSION: "Wij zegden de sessie af.",
}
TURN = {1: "Wij zijn aan de beurt", 2: "Jij bent aan de beurt", 3: "Hier ben je nu"}


@opened_by_asker
def status(request: HttpRequest, asked: Request, token: str) -> HttpResponse:
    """Where it stands."""
    return _render(request, asked, token)


@opened_by_asker
def pick(request: HttpRequest, asked: Request, token: str) -> HttpResponse:
    """Take one of the proposed moments."""
    if request.method != "POST":
        return redirect("workshops:status", token=token)
    number = request.POST.get("moment", "")
    if not number.isdecimal() or len(number) > 12:
        return _render(request, asked, token, problem="Kies eerst een moment.")
    return _take(request, asked, token, lambda: requesting.pick(request=asked, moment=int(number)))


@opened_by_asker
def refuse(request: HttpRequest, asked: Request, token: str) -> HttpResponse:
    """Say that none of the moments fits, and why."""
    if request.method != "POST":
        return redirect("workshops:status", token=token)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _render(request, asked, token, form=form)
    word = form.cleaned_data["word"]
    return _take(request, asked, token, lambda: requesting.refuse(request=asked, word=word), form)


@opened_by_asker
def withdraw(request: HttpRequest, asked: Request, token: str) -> HttpResponse:
    """Take the question back, after a question."""
    if request.method != "POST":
        if not asked.is_open:
            return redirect("workshops:status", token=token)
        context = {"asked": asked, "token": token, "question": "withdraw"}
        return render(request, "workshops/sure.html", context)
    return _take(request, asked, token, lambda: requesting.withdraw(request=asked))


@opened_by_asker
def call_off(request: HttpRequest, asked: Request, token: str) -> HttpResponse:
    """Call off what was settled, after a page that says what happens."""
    is_post = request.method == "POST"
    form = CallOffForm(request.POST if is_post else None)
    if is_post and (form.is_valid() or not asked.can_be_called_off):
        reason = form.cleaned_data.get("reason", "")
        return _take(
            request, asked, token, lambda: requesting.call_off(request=asked, reason=reason)
        )
    if not asked.can_be_called_off:
        return redirect("workshops:status", token=token)
    context = {"asked": asked, "token": token, "form": form}
    return render(request, "workshops/call_off.html", context)


@opened_by_asker
def erase(request: HttpRequest, asked: Request, token: str) -> HttpResponse:
    """Have everything forgotten, after a question. The link stops working with it."""
    if request.method != "POST":
        context = {"asked": asked, "token": token, "question": "erase"}
        return render(request, "workshops/sure.html", context)
    requesting.erase(request=asked)
    return render(request, "workshops/erased.html")


def _take(request: HttpRequest, asked: Request, token: str, step, form: RefuseForm | None = None):
    try:
        step()
    except RequestError as error:
        asked = Request.objects.with_all().get(pk=asked.pk)
        return _render(request, asked, token, problem=str(error), form=form)
    return redirect("workshops:status", token=token)


def _render(
    request: HttpRequest,
    asked: Request,
    token: str,
    *,
    problem: str = "",
    form: RefuseForm | None = None,
) -> HttpResponse:
    session = asked.session
    context = {
        "asked": asked,
        "token": token,
        "problem": problem,
        "form": form or RefuseForm(),
        "steps": _strand(asked),
        "trail": [(row.at, HAPPENED[row.code]) for row in asked.trail.all()],
        "by": promised_by(asked.turn_since),
        "moments": answering.possible_moments(asked),
        "session": session,
        "session_url": _session_url(asked),
        "again_url": reverse("workshops:ask_event" if asked.is_event else "workshops:ask"),
        "place_url": municipality_page(asked.municipality),
    }
    return render(request, "workshops/status.html", context)


def _session_url(asked: Request) -> str:
    """Where people register; '' while they can't."""
    session = asked.session
    return session_url(session) if session and session.status != SessionStatus.DRAFT else ""


def _strand(asked: Request) -> list[dict]:
    """The road of a request as a strand; nothing where it came to an end halfway."""
    now = NOW.get(asked.status)
    if now is None:
        return []
    return [
        {
            "title": title,
            "text": TURN[now] if index == now else "",
            "state": "current" if index == now else "done" if index < now else "future",
        }
        for index, title in enumerate(STRAND)
    ]
