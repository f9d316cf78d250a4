"""A participant's own page: where it stands, and what can be done."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from agenda.links import read_token
from agenda.models import Registration
from visitors.pages import opened_by_link

opened_by_participant = opened_by_link(read_token, refusal="agenda/link_error.html")


@opened_by_participant
def registration(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Where it stands."""
    context = {"registration": registration, "session": registration.session, "token": token}
    return render(request, "agenda/registration.html", context)
