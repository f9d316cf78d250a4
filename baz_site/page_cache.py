"""Ready pages for readers: compressed bytes that all processes share, for as long as nothing that
the public sees has changed."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import MiddlewareNotUsed
from django.db import InterfaceError, OperationalError
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from agenda.models import SessionStatus
from initiatives.finding.index import current_generation
from initiatives.finding.postings import touch

# Pages that are the same for everybody. They change with the showcase, and with the models that
# apps.py connects to forget_ready_pages.
CACHED_VIEWS = {
    *("home", "initiatives:list", "initiatives:detail", "initiatives:map"),
    "initiatives:crisis",
    *("initiatives:feed", "open-data", "sitemap-index", "sitemap"),
    *("municipalities", "municipality", "municipality-embed"),
}
LONGEST_ADDRESS = 500  # characters; who asks for more asks for something new each time
DAYS_KEPT = 7
SECONDS_A_DAY = 86_400
COMPRESSION = 6

# Of one generation, in the memory of each process: about 16 MB at the most.
MOST_AT_HAND = 2_000

GetResponse = Callable[[HttpRequest], HttpResponse]


class ReadyPage(NamedTuple):
    """The compressed bytes of a page, and the headers that go with it."""

    content: bytes
    headers: dict[str, str]


class PageCache:
    """Answers with a ready page where there is one, and keeps the page where there is none: at
    hand in this process, and in the database for all of them.

    Both go by the generation of the showcase, and by the day: what is to come is past tomorrow. The
    generation is read from the database at each request and raised in the transaction of each
    change, so once a change has been answered, nobody gets a page from before it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.at_hand: tuple[str, dict[str, ReadyPage]] = ("", {})

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_for_everybody(request):
            return self.get_response(request)
        address = f"{request.scheme}://{request.get_host()}{request.get_full_path()}"
        # To see that a page is at hand is faster than to find out whose address it is.
        if address not in self.at_hand[1] and not _is_cacheable(request):
            return self.get_response(request)
        try:
            edition = f"{current_generation()}:{timezone.localdate():%Y%m%d}"
        except (OperationalError, InterfaceError):
            # Which pages are right can't be known: the view says that the database is away.
            return self.get_response(request)
        at_hand = self.at_hand
        if edition != at_hand[0]:
            # Edition and pages go together, in one assignment, for the sake of other threads.
            at_hand = self.at_hand = (edition, {})
        pages = at_hand[1]
        page = pages.get(address)
        if page is None:
            key = f"ready:{edition}:{sha256(address.encode()).hexdigest()}"
            page = cache.get(key)
            if page is None:
                response = self.get_response(request)
                if response.status_code != 200 or response.cookies:
                    return response
                page = _ready(response)
                cache.set(key, page, DAYS_KEPT * SECONDS_A_DAY)
            if len(pages) < MOST_AT_HAND:
                pages[address] = page
        return _answer(request, page)


def forget_ready_pages(sender: type, instance: Model, **signal) -> None:
    """A receiver, in the transaction of the change: something changed that ready pages may show
    besides initiatives. A draft in the agenda stands on none."""
    if getattr(instance, "status", None) != SessionStatus.DRAFT:
        touch()


def _is_for_everybody(request: HttpRequest) -> bool:
    is_reading = request.method in {"GET", "HEAD"}
    return is_reading and settings.SESSION_COOKIE_NAME not in request.COOKIES


def _is_cacheable(request: HttpRequest) -> bool:
    if len(request.get_full_path()) > LONGEST_ADDRESS:
        return False
    try:
        return resolve(request.path_info).view_name in CACHED_VIEWS
    except Resolver404:
        return False


def _ready(response: HttpResponse) -> ReadyPage:
    """The page of a response, with what the middleware below this one put into its headers."""
    content = gzip.compress(response.content, COMPRESSION, mtime=0)
    patch_vary_headers(response, ["Accept-Encoding"])
    response["Cache-Control"] = "public, no-cache"
    response["ETag"] = quote_etag(sha256(content).hexdigest()[:32])
    del response["Content-Length"]
    return ReadyPage(content, dict(response.items()))


def _answer(request: HttpRequest, page: ReadyPage) -> HttpResponse:
    response = HttpResponse(headers=page.headers)
    if "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", ""):
        response.content = page.content
        response["Content-Encoding"] = "gzip"
    else:
        response.content = gzip.decompress(page.content)
    response["Content-Length"] = str(len(response.content))
    return get_conditional_response(request, etag=page.headers["ETag"], response=response)
