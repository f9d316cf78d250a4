"""Calendars that other calendars ask for, again and again."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from agenda.calendar import own_feed, public_feed
from agenda.links import read_calendar_token
from agenda.models import Subscriber
from visitors.views import opened_by_link

CONTENT_TYPE = "text/calendar; charset=utf-8"
SECONDS_KEPT = 900


@require_safe
@cache_control(public=True, max_age=SECONDS_KEPT)
def public(request: HttpRequest) -> HttpResponse:
    """All published sessions."""
    return HttpResponse(public_feed(), content_type=CONTENT_TYPE)


@require_safe
@opened_by_link(read_calendar_token, refusal="agenda/link_error.html")
def own(request: HttpRequest, subscriber: Subscriber, token: str) -> HttpResponse:
    """All sessions of one e-mail address."""
    return HttpResponse(own_feed(subscriber), content_type=CONTENT_TYPE)
