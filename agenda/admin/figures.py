"""The figures of a year, for the annual report: a table, a picture, and files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.admin.access import page_context, require
from agenda.evaluation_figures import bars
from agenda.exporting import csv_file, xlsx
from agenda.figures import HEADER, figures_of, years

EXPORTS = {"cijfers.csv": csv_file, "cijfers.xlsx": xlsx}


@require_safe
def figures(request: HttpRequest) -> HttpResponse:
    """One year, the last unless `jaar` says another."""
    require(request, "view_session")
    known = years()
    asked = request.GET.get("jaar", "")
    year = next((one for one in known if str(one) == asked), known[0])
    rows = figures_of(year)
    context = page_context(
        request,
        f"Cijfers van {year}",
        year=year,
        years=known,
        rows=rows,
        bars=bars([(row.place, row.participants) for row in rows[:-1]]),
        header=HEADER[1:],
    )
    return render(request, "admin/agenda/figures.html", context)


@require_safe
def export(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The table of a year as a file."""
    require(request, "view_session")
    if kind not in EXPORTS or year not in years():
        raise Http404
    rows = [[year, *row] for row in figures_of(year)]
    return EXPORTS[kind](f"cijfers-{year}", HEADER, rows)
