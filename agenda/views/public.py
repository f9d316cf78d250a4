"""What everybody can see: the agenda, and the page of one session."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from agenda.links import read_closed_token
from agenda.models import Session
from visitors.pages import opened_by_link


def agenda(request: HttpRequest) -> HttpResponse:
    """Everything that is coming."""
    sessions = Session.objects.shown().coming().for_cards()
    return render(request, "agenda/agenda.html", {"sessions": sessions})


def session(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One session: when, where, for whom, and whether there is room."""
    found = get_object_or_404(Session.objects.shown().for_cards(), uuid=uuid)
    return render(request, "agenda/session.html", {"session": found})


@opened_by_link(read_closed_token, refusal="agenda/link_error.html")
def closed(request: HttpRequest, session: Session, token: str) -> HttpResponse:
    """A session for one group, opened by the link that the group got."""
    return render(request, "agenda/session.html", {"session": session, "token": token})
