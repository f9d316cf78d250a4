"""The feed of a list."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import conditional_page, require_safe

from initiatives.feed import Feed, feed_of
from initiatives.finding.index import current_index


@require_safe
@conditional_page
def feed(request: HttpRequest) -> HttpResponse:
    """What is new of what the address asks, as the list reads it; any address gives a feed."""
    content = feed_of(request.GET, current_index())
    # Asked for each time: what is taken off the site is gone at once.
    headers = {"Cache-Control": "public, no-cache"}
    return HttpResponse(content, content_type=Feed.content_type, headers=headers)
