"""Where the roadshow came in a year and what came of it: pictures, a table, files. And which
municipalities it could go to: those with neither an initiative nor an event."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from agenda.admin.access import page_context
from agenda.evaluation_figures import bars
from agenda.exporting import csv_file, xlsx
from roadshow.admin.access import require
from roadshow.coverage import COLUMNS, blanks, coverage_of, years

EXPORTS = {"bereik.csv": csv_file, "bereik.xlsx": xlsx}
# What a picture has room for.
SHORT = {"Brussels Hoofdstedelijk Gewest": "Brussel"}
BLANK_EXPORTS = {"witte-vlekken.csv": csv_file, "witte-vlekken.xlsx": xlsx}


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """One year, the last unless `jaar` says another."""
    require(request, "view_roadshowevent")
    known = years()
    asked = request.GET.get("jaar", "")
    year = next((one for one in known if str(one) == asked), known[0])
    rows = coverage_of(year)
    provinces = [row._replace(place=SHORT.get(row.place, row.place)) for row in rows[:-1]]
    context = page_context(
        request,
        f"Bereik van de roadshow in {year}",
        year=year,
        years=known,
        rows=rows,
        header=["Provincie", *COLUMNS],
        pictures=[
            ("Momenten", bars([(row.place, row.events + row.follow_ups) for row in provinces])),
            ("Mensen bereikt", bars([(row.place, row.people) for row in provinces])),
        ],
    )
    return render(request, "admin/roadshow/coverage.html", context)


@require_safe
def export(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The table of a year as a file."""
    require(request, "view_roadshowevent")
    if kind not in EXPORTS or year not in years():
        raise Http404
    rows = [[year, *row] for row in coverage_of(year)]
    return EXPORTS[kind](f"bereik-{year}", ["Jaar", "Provincie", *COLUMNS], rows)


@require_safe
def blank_spots(request: HttpRequest) -> HttpResponse:
    """By province, the municipalities where nothing is and nothing was."""
    require(request, "view_roadshowevent")
    found = blanks()
    context = page_context(
        request, "Witte vlekken", blanks=found, count=sum(one.count for one in found)
    )
    return render(request, "admin/roadshow/blanks.html", context)


@require_safe
def export_blanks(request: HttpRequest, kind: str) -> HttpResponse:
    """The same list as a file, a line a municipality."""
    require(request, "view_roadshowevent")
    if kind not in BLANK_EXPORTS:
        raise Http404
    rows = [[one.province, name] for one in blanks() for name in one.municipalities]
    return BLANK_EXPORTS[kind]("witte-vlekken", ["Provincie", "Gemeente"], rows)
