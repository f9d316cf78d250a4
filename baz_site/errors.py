"""Pages for what goes wrong: each says what happened and what to do now."""

from __future__ import annotations

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

RETRY_AFTER = "30"  # seconds


def database_away(request: HttpRequest) -> HttpResponse:
    """The page for when Postgres can't be reached: 503, with a way to send a form again.

    Rendered without the request: whatever would ask who is signed in needs the database.
    """
    context = {
        "path": request.get_full_path(),
        "fields": _fields_to_send_again(request),
        "had_files": bool(request.FILES),
    }
    content = render_to_string("503.html", context)
    return HttpResponse(content, status=503, headers={"Retry-After": RETRY_AFTER})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page for a form whose token is gone. Sends nothing again: another site may have asked."""
    return HttpResponse(render_to_string("csrf_failure.html"), status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The page for a request that can't be read."""
    return HttpResponse(render_to_string("400.html"), status=400)


def request_too_big(request: HttpRequest) -> HttpResponse:
    """The page for a form with more text than we take."""
    return HttpResponse(render_to_string("413.html"), status=413)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for an error of ours; Postgres can also go away while the session is saved."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return database_away(request)
    return HttpResponse(render_to_string("500.html"), status=500)


def _fields_to_send_again(request: HttpRequest) -> list[tuple[str, str]]:
    """What the visitor filled in, but nothing secret and nothing of staff's admin."""
    if request.method != "POST" or request.path.startswith("/admin/"):
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if "password" not in name and "wachtwoord" not in name
    ]
