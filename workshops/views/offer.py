"""What BAZ offers, for everybody to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from agenda.cards import card_of
from agenda.models import Session
from initiatives.cards import card_at
from initiatives.finding.index import current_index
from initiatives.finding.rows import rows_at
from stories.telling import portrait_or_weave
from workshops.models import Part, Workshop


def overview(request: HttpRequest) -> HttpResponse:
    """Everything that can be booked."""
    return render(request, "workshops/overview.html", {"workshops": Workshop.objects.shown()})


def workshop(request: HttpRequest, slug: str) -> HttpResponse:
    """One workshop: for whom it is, what one takes home, its dates, and the way to ask for it."""
    workshop = get_object_or_404(Workshop.objects.shown().with_parts(), slug=slug)
    index = current_index()
    practices = workshop.practices.published().values_list("position", flat=True)
    stories = workshop.stories.public().with_portrait()
    dates = Session.objects.shown().coming().filter(of_workshop__workshop=workshop)
    context = {
        "workshop": workshop,
        "dates": [card_of(date) for date in dates.for_cards()],
        "parts": {kind.value: workshop.parts_of(kind) for kind in Part.Kind},
        "practices": [card_at(row, index) for row in rows_at(list(practices))],
        "tellers": [(story, portrait_or_weave(story)) for story in stories],
        "others": Workshop.objects.shown().exclude(pk=workshop.pk),
    }
    return render(request, "workshops/workshop.html", context)


def coaching(request: HttpRequest) -> HttpResponse:
    """What a coaching track is, and the way to ask for one."""
    return render(request, "workshops/coaching.html")
