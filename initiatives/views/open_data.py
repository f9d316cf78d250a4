"""What is public of initiatives, for others to build on: the page that explains it, and the
files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from initiatives.consents import LICENCE
from initiatives.feed import MOST, feed_address
from initiatives.finding.index import current_index
from initiatives.finding.query import Query
from initiatives.finding.results import Results
from initiatives.open_data import writing
from initiatives.open_data.fields import FIELDS
from initiatives.open_data.reading import Record, records
from initiatives.open_data.schema import json_schema
from initiatives.structured_data import dataset
from visitors.json_ld import as_script

PLAIN = "text/plain; charset=utf-8"
UNKNOWN = (
    "Dit bestand bestaat niet: in het adres staat een filter of een plaats die niet (meer) "
    "bestaat. Kijk op {site}/open-data/\n"
)


def about(request: HttpRequest) -> HttpResponse:
    """What there is, what it means, what one may do with it; of the list that the address asks."""
    index = current_index()
    results = Results(Query.read(request.GET, index), index)
    context = {
        "results": results,
        "query": results.query,
        "feed": feed_address(results.query),
        "most": MOST,
        "fields": FIELDS,
        "licence": LICENCE,
        "email": settings.CONTACT_EMAIL,
        "structured_data": as_script(dataset()),
    }
    return render(request, "pages/open_data.html", context)


@require_safe
def json_file(request: HttpRequest) -> HttpResponse:
    """All that the address asks, as JSON."""
    return _file(request, writing.as_json, "json", "application/json")


@require_safe
def csv_file(request: HttpRequest) -> HttpResponse:
    """All that the address asks, as a table."""
    return _file(request, writing.as_csv, "csv", "text/csv; charset=utf-8")


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """What the JSON looks like, as a JSON Schema."""
    response = JsonResponse(json_schema(), json_dumps_params={"ensure_ascii": False, "indent": 1})
    response["Content-Type"] = "application/schema+json"
    return _for_every_site(response)


def _file(
    request: HttpRequest,
    write: Callable[[Iterable[list[Record]]], Iterator[str]],
    ending: str,
    content_type: str,
) -> HttpResponse:
    index = current_index()
    query = Query.read(request.GET, index)
    if query.asks_unknown:
        # A program would take all that there is for the part that it asked.
        text = UNKNOWN.format(site=settings.SITE_URL)
        return _for_every_site(HttpResponse(text, status=404, content_type=PLAIN))
    # Each address has one answer for each generation; the moment in it differs, hence weak.
    etag = f'W/"{index.generation}"'
    found = records(Results(query, index).positions, index)
    response = StreamingHttpResponse(
        () if request.method == "HEAD" else write(found),
        content_type=content_type,
        headers={
            "Content-Disposition": f'attachment; filename="burgerinitiatieven.{ending}"',
            "ETag": etag,
            # May be kept, but is asked for each time: what is taken off the site is gone at once.
            "Cache-Control": "public, no-cache",
        },
    )
    return _for_every_site(get_conditional_response(request, etag=etag, response=response))


def _for_every_site(response: HttpResponse) -> HttpResponse:
    """Let programs in a page of any other site read it."""
    response["Access-Control-Allow-Origin"] = "*"
    return response
