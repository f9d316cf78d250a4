"""What citizens began in a crisis: a page for each."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from initiatives.cards import card_at
from initiatives.finding.index import current_index
from initiatives.finding.query import Query
from initiatives.finding.results import Results
from initiatives.finding.rows import rows_at
from initiatives.inventory import inventory_of

MOST_CARDS = 6


def crisis(request: HttpRequest, slug: str) -> HttpResponse:
    """Why people began, what helped, what it meant, what lasted, and what they began."""
    index = current_index()
    found = next((one for one in index.crises if one.slug == slug and one.is_shown), None)
    if found is None:
        raise Http404
    results = Results(Query(chosen={"crisis": [slug]}), index)
    context = {
        "crisis": found,
        "inventory": inventory_of(found),
        "count": results.count,
        "cards": [card_at(row, index) for row in rows_at(results.newest(MOST_CARDS))],
        "list_query": results.query.address(),
    }
    return render(request, "initiatives/crisis.html", context)
