"""Serving the picture of a story, to whoever may see it and to nobody else."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from initiatives.views.photos import PRIVATE, PUBLIC, picture_response
from stories.links import read_token
from stories.models import Portrait, Story
from visitors.links import LinkError


@require_safe
def portrait(request: HttpRequest, portrait_id: UUID, name: str) -> HttpResponse:
    """The picture of what is shown, where that was agreed; any picture for staff. `name`: foto.jpg
    or a size, 800w.avif."""
    found = get_object_or_404(Portrait, pk=portrait_id)
    shown = Story.objects.shown().with_portrait().filter(portrait=found).first()
    if shown and shown.portrait_shown:
        return picture_response(request, found, name, PUBLIC)
    if not _is_staff(request):
        raise Http404
    return picture_response(request, found, name, PRIVATE)


@require_safe
def mine(request: HttpRequest, token: str, portrait_id: UUID, name: str) -> HttpResponse:
    """The picture of the story that the link opens."""
    try:
        story = read_token(token)
    except LinkError as error:
        raise Http404 from error
    found = get_object_or_404(Portrait, pk=portrait_id, story=story)
    return picture_response(request, found, name, PRIVATE)


def _is_staff(request: HttpRequest) -> bool:
    # Without the cookie there is nobody to look up: the session stays untouched.
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False
    return request.user.is_staff and request.user.has_perm("stories.view_story")
