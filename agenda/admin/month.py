"""The calendar of one month."""

from __future__ import annotations

from calendar import Calendar
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda.admin.access import page_context, require
from agenda.models import Session

YEARS = range(2000, 2100)


@require_safe
def month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """All sessions of a month, also those in preparation, in weeks."""
    require(request, "view_session")
    if year not in YEARS or not 1 <= month <= 12:
        raise Http404
    first = date(year, month, 1)
    by_day: dict[date, list[Session]] = {}
    for session in Session.objects.of_month(year, month).prefetch_related("trainers"):
        by_day.setdefault(timezone.localdate(session.begins_at), []).append(session)
    weeks = [
        [(day, day.month == month, by_day.get(day, [])) for day in week]
        for week in Calendar().monthdatescalendar(year, month)
    ]
    context = page_context(
        request,
        "Agenda per maand",
        first=first,
        weeks=weeks,
        is_empty=not by_day,
        today=timezone.localdate(),
        before=first - timedelta(days=1),
        after=first + timedelta(days=31),
    )
    return render(request, "admin/agenda/month.html", context)
