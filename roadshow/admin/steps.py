"""What staff do with an event besides filling it in."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from agenda.admin.access import posted
from agenda.admin.taking import take
from agenda.forms.session import NothingForm
from agenda.views.booking import facts
from roadshow import following, ideas
from roadshow.models import RoadshowEvent
from roadshow.showing import story_of


@never_cache
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of an event, also of one that nobody may see yet; without the form."""
    event = _get(request, pk, "view_roadshowevent")
    context = {"session": event.session, "is_preview": True}
    context |= facts(event.session) | story_of(event)
    return render(request, "roadshow/event.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the people of its event to a follow-up session."""
    return _step(
        request,
        pk,
        act=lambda event: following.invite(follow_up=event),
        title="Uitnodigen voor de opvolgsessie",
        button="Nodig uit",
        done="De uitnodigingen zijn onderweg.",
        what_happens=[
            "Wie op het inspiratiemoment was, krijgt één mail. Ook wie wilde weten wat erna komt.",
            "Noteerde je wie er was? Dan krijgt wie er niet was, geen mail.",
            "Wie al een uitnodiging kreeg, krijgt er geen tweede.",
            "Ja zeggen gaat met één klik.",
        ],
    )


@require_http_methods(["GET", "HEAD", "POST"])
def send_ideas(request: HttpRequest, pk: int) -> HttpResponse:
    """Mail the ideas to the host."""
    return _step(
        request,
        pk,
        act=lambda event: ideas.send_to_host(event=event),
        title="Stuur de ideeën naar de gastheer",
        button="Stuur de ideeën",
        done="De ideeën zijn onderweg naar de gastheer.",
        what_happens=[
            "De gastheer krijgt een mail met alle ideeën, zonder namen.",
            "Is de mail weg? Dan wissen wij onze kopie.",
        ],
    )


def _step(
    request: HttpRequest, pk: int, *, act: Callable[[RoadshowEvent], object], **words
) -> HttpResponse:
    event = _get(request, pk, "change_roadshowevent")
    return take(
        request,
        session=event.session,
        form=NothingForm(posted(request), session=event.session),
        act=lambda values: act(event),
        back=reverse("admin:roadshow_roadshowevent_change", args=[pk]),
        **words,
    )


def _get(request: HttpRequest, pk: int, right: str) -> RoadshowEvent:
    """The event `pk`, for one who has `right`. Raises PermissionDenied or Http404."""
    if not request.user.has_perm(f"roadshow.{right}"):
        raise PermissionDenied
    return get_object_or_404(RoadshowEvent.objects.for_cards(), pk=pk)
