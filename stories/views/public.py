"""The stories, for everybody to read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from stories.models import Story, TestBed, Tip
from stories.models.choices import TAKEN_OFF, State
from stories.telling import as_told, portrait_or_weave

MOST_TIPS = 4
GONE = 410


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All stories, some tips, and the test beds."""
    stories = Story.objects.public().with_portrait()
    context = {
        "tellers": [(story, portrait_or_weave(story)) for story in stories],
        "tips": Tip.objects.shown().with_all()[:MOST_TIPS],
        "test_beds": TestBed.objects.filter(is_shown=True),
    }
    return render(request, "stories/overview.html", context)


@require_safe
def story(request: HttpRequest, number: int) -> HttpResponse:
    """One story; of what was taken off, only that it is no longer here."""
    # No column holds such a number.
    if number >= 2**63:
        raise Http404
    stories = Story.objects.public().with_portrait()
    found = stories.filter(pk=number).first()
    if found:
        others = [(one, portrait_or_weave(one)) for one in stories.exclude(pk=number)]
        context = as_told(found) | {"others": others}
        return render(request, "stories/story.html", context)
    # Shown, but not among what is: its consent has ended, and nobody noted it yet.
    if Story.objects.filter(pk=number, state__in=[*TAKEN_OFF, State.SHOWN]).exists():
        return render(request, "stories/gone.html", status=GONE)
    raise Http404
