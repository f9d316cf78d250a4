"""The showcase: what citizens do for each other, for everybody to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from initiatives.cards import cards_of
from initiatives.finding.index import current_index
from initiatives.finding.query import Query
from initiatives.finding.results import Results


def initiative_list(request: HttpRequest) -> HttpResponse:
    """What is published, narrowed down as the address asks; any address gives a page."""
    index = current_index()
    results = Results(Query.read(request.GET, index), index)
    chosen = results.query.chosen["gemeente"]
    context = {
        "results": results,
        "query": results.query,
        "cards": cards_of(results),
        "crises": [crisis for crisis in index.crises if crisis.is_shown],
        "municipality": index.places[chosen[0]] if len(chosen) == 1 else None,
    }
    return render(request, "initiatives/list.html", context)
