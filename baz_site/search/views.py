"""The page that searches the whole site."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from baz_site.search.answering import Answer
from baz_site.search.fixed_pages import DOORS
from initiatives.finding.index import current_index
from initiatives.finding.query import LONGEST_TEXT, short


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What a text finds of all that is on the site, in groups; without a text, where to begin."""
    text = short(request.GET.get("zoek", ""))
    index = current_index()
    context = {
        "asked": text,
        "longest": LONGEST_TEXT,
        "answer": Answer(text, index) if text else None,
        "doors": DOORS,
        "themes": index.themes,
    }
    return render(request, "search/search.html", context)
