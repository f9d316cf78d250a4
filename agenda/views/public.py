"""What everybody can read: everything that is coming, and the months before and after."""

from __future__ import annotations

from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from agenda import wording
from agenda.cards import card_of
from agenda.clock import in_brussels
from agenda.filters import Filter
from agenda.models import Session

YEARS = range(2000, 2100)
MONTHS = range(1, 13)


def agenda(request: HttpRequest) -> HttpResponse:
    """Everything that is coming, or what of it somebody asks for."""
    chosen = Filter.read(request.GET)
    sessions = chosen.apply(Session.objects.shown().coming())
    past = Session.objects.shown().filter(ends_at__lte=timezone.now())
    context = {
        "cards": [card_of(session) for session in sessions.for_cards()],
        "chosen": chosen,
        "previous": _month_of(past.order_by("-begins_at").first()),
    }
    return render(request, "agenda/agenda.html", context)


def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """All of one month, over or not, with the way to the months around it that have something."""
    if year not in YEARS or month not in MONTHS:
        raise Http404
    begin = in_brussels(datetime(year, month, 1))
    end = in_brussels(datetime(year + month // 12, month % 12 + 1, 1))
    shown = Session.objects.shown()
    before = shown.filter(begins_at__lt=begin).order_by("-begins_at").first()
    after = shown.filter(begins_at__gte=end).order_by("begins_at").first()
    sessions = shown.of_month(year, month)
    context = {
        "month": wording.month(begin),
        "cards": [card_of(session) for session in sessions.for_cards()],
        "previous": _month_of(before),
        "next": _month_of(after),
    }
    return render(request, "agenda/month.html", context)


def _month_of(session: Session | None) -> dict | None:
    """The name and the address of the month in which a session begins."""
    if session is None:
        return None
    begins_at = timezone.localtime(session.begins_at)
    url = reverse("agenda:month", args=[begins_at.year, begins_at.month])
    return {"name": wording.month(begins_at), "url": url}
