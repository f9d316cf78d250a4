"""What every request passes: one that can't be read is refused, a database that is away is told."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import (
    BadRequest,
    MiddlewareNotUsed,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.http.multipartparser import MultiPartParserError

from baz_site import errors

UNREADABLE = (
    BadRequest,
    MultiPartParserError,
    TooManyFieldsSent,
    TooManyFilesSent,
    UnreadablePostError,
)
GetResponse = Callable[[HttpRequest], HttpResponse]


class RefuseUnreadableRequest:
    """Reads the form once, early, so that what can't be read gets a clear page.

    Postgres can't store a NUL character: one would be a 500 wherever it is first used. Nobody
    types it, so it is left out of what was sent and the rest is kept.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path:
            return errors.bad_request(request)
        try:
            request.POST = _without_nul(request.POST)
        except RequestDataTooBig:
            return errors.request_too_big(request)
        except UNREADABLE:
            return errors.bad_request(request)
        request.GET = _without_nul(request.GET)
        request.COOKIES = {
            name: value for name, value in request.COOKIES.items() if "\0" not in name + value
        }
        return self.get_response(request)


def _without_nul(data: QueryDict) -> QueryDict:
    """`data` itself, or a copy without NUL characters where it has some."""
    if not any("\0" in text for name, values in data.lists() for text in [name, *values]):
        return data
    clean = QueryDict(mutable=True, encoding=data.encoding)
    for name, values in data.lists():
        clean.setlist(name.replace("\0", ""), [value.replace("\0", "") for value in values])
    clean._mutable = False
    return clean


class AddressFromProxy:
    """Behind a proxy every request comes from the proxy: limits a visitor need who was behind it.

    Only the last address counts. Our proxy wrote that one; a visitor can make up the others.
    """

    def __init__(self, get_response: GetResponse) -> None:
        if not settings.BEHIND_PROXY:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        address = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")[-1].strip()
        if address:
            request.META["REMOTE_ADDR"] = address
        return self.get_response(request)


class DatabaseAway:
    """Postgres restarting or unreachable: a page that says so, with nothing lost."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Called for an error in a view, rendering included."""
        if isinstance(error, OperationalError | InterfaceError):
            return errors.database_away(request)
        return None
