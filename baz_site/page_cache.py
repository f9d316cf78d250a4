"""Ready pages for readers: compressed bytes that all processes share, for as long as nothing that
the public sees has changed."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import quote_etag

from initiatives.finding.index import current_generation

# Pages that are the same for everybody and change only with the showcase.
CACHED_VIEWS = {"home", "initiatives:list", "initiatives:detail", "initiatives:map"}
LONGEST_ADDRESS = 500  # characters; who asks for more asks for something new each time
DAYS_KEPT = 7
SECONDS_A_DAY = 86_400
COMPRESSION = 6

GetResponse = Callable[[HttpRequest], HttpResponse]


class PageCache:
    """Answers with a ready page where there is one, and keeps the page where there is none.

    The generation of the showcase is part of a page's name. It is read from the database at each
    request and raised in the transaction of each change, so once a change has been answered,
    nobody gets a page from before it.
    """

    def __init__(self, get_response: GetResponse) -> None:
        if not settings.PAGE_CACHE:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not _is_cacheable(request):
            return self.get_response(request)
        key = _key(request)
        page = cache.get(key)
        if page is None:
            response = self.get_response(request)
            if response.status_code != 200 or response.cookies:
                return response
            page = gzip.compress(response.content, COMPRESSION, mtime=0)
            cache.set(key, page, DAYS_KEPT * SECONDS_A_DAY)
        return _answer(request, page)


def _is_cacheable(request: HttpRequest) -> bool:
    if request.method not in {"GET", "HEAD"} or settings.SESSION_COOKIE_NAME in request.COOKIES:
        return False
    if len(request.get_full_path()) > LONGEST_ADDRESS:
        return False
    try:
        return resolve(request.path_info).view_name in CACHED_VIEWS
    except Resolver404:
        return False


def _key(request: HttpRequest) -> str:
    address = f"{request.get_host()}{request.get_full_path()}"
    return f"page:{current_generation()}:{sha256(address.encode()).hexdigest()}"


def _answer(request: HttpRequest, page: bytes) -> HttpResponse:
    etag = quote_etag(sha256(page).hexdigest()[:32])
    response = HttpResponse(headers={"ETag": etag, "Cache-Control": "public, no-cache"})
    patch_vary_headers(response, ["Accept-Encoding"])
    if "gzip" in request.headers.get("Accept-Encoding", ""):
        response.content = page
        response["Content-Encoding"] = "gzip"
    else:
        response.content = gzip.decompress(page)
    return get_conditional_response(request, etag=etag, response=response)
