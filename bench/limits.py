"""Two limits to hold our pages against, on the same server and behind the same middleware.

A: no page that passes the middleware can be faster than one that does nothing.
C: no page with initiatives on it can do less than read them, count them and fill in a template.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from initiatives.models import Initiative

SHOWN = ("slug", "live_version__title", "live_version__summary", "live_version__municipality__name")


def same_bytes(request: HttpRequest, page: str) -> HttpResponse:
    """Limit A: the bytes that the site sent for `page`, compressed already, without any work."""
    return HttpResponse(_captured(page), headers={"Content-Encoding": "gzip"})


@cache
def _captured(page: str) -> bytes:
    return (Path(os.environ["BENCH_DIR"]) / f"{page}.gz").read_bytes()


def bare_list(request: HttpRequest) -> HttpResponse:
    """Limit C: one page of published initiatives and their count, on cards without any dress."""
    published = Initiative.objects.published()
    rows = published.select_related("live_version__municipality").only(*SHOWN)
    context = {"initiatives": rows[: settings.INITIATIVES_PER_PAGE], "count": published.count()}
    return render(request, "bench/cards.html", context)
