"""The pages of the roadshow for everybody: all of it, and one event."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from agenda.views import booking
from initiatives.map import draw_map
from roadshow.models import RoadshowEvent
from roadshow.showing import overview as told
from roadshow.showing import story_of


def overview(request: HttpRequest) -> HttpResponse:
    """What comes, what was, and where in the five provinces."""
    context = told()
    context["map"] = draw_map(context["stops"], lambda slug: f"#{slug}")
    return render(request, "roadshow/overview.html", context)


# Nobody is signed in, so there is nothing that a forged request could use; and no cookie is set.
@csrf_exempt
@cache_control(private=True, no_cache=True)
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """One event, or a follow-up session, with the form to come: the same as in the agenda."""
    found = get_object_or_404(RoadshowEvent.objects.shown().for_cards(), slug=slug)
    frame = booking.Frame("roadshow/event.html", story_of(found))
    return booking.page(request, found.session, frame)


@require_safe
def still(request: HttpRequest, slug: str) -> HttpResponse:
    """The still of an event's film, from this site; for staff also that of a draft."""
    found = get_object_or_404(RoadshowEvent.objects.exclude(film_still=""), slug=slug)
    is_public = RoadshowEvent.objects.shown().filter(pk=found.pk).exists()
    if not is_public and not request.user.has_perm("roadshow.view_roadshowevent"):
        raise Http404
    headers = {"Cache-Control": "public, no-cache" if is_public else "private, no-store"}
    with found.film_still.open("rb") as file:
        return HttpResponse(file.read(), headers=headers, content_type="image/jpeg")
