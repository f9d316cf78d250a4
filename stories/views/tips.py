"""Tips: to look through, and as cards to cut out for a meeting."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stories.tips import TipFilter


@require_safe
def tips(request: HttpRequest) -> HttpResponse:
    """The tips for what was chosen."""
    asked = TipFilter(request.GET)
    return render(request, "stories/tips.html", {"asked": asked, "tips": asked.tips()})


@require_safe
def cards(request: HttpRequest) -> HttpResponse:
    """The same tips as cards, eight to a sheet, but for those that may not be printed."""
    asked = TipFilter(request.GET)
    found = asked.tips()
    tips = found.on_paper()
    context = {"asked": asked, "tips": tips, "kept_back": len(found) - len(tips)}
    return render(request, "stories/cards.html", context)
