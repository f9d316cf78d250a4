"""Tables that a spreadsheet opens."""

from __future__ import annotations

import csv
import io

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What a spreadsheet would take for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def xlsx(name: str, header: list[str], rows: list[list]) -> HttpResponse:
    """An Excel file to download. What people typed stays text, also where it looks like a
    formula."""
    book = Workbook()
    sheet = book.active
    for line in [header, *rows]:
        sheet.append([_without_control(value) for value in line])
    for line in sheet.iter_rows():
        for cell in line:
            if isinstance(cell.value, str):
                cell.data_type = "s"
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = "A2"
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = min(longest + 2, 50)
    content = io.BytesIO()
    book.save(content)
    return _download(f"{name}.xlsx", content.getvalue(), XLSX)


def csv_file(name: str, header: list[str], rows: list[list]) -> HttpResponse:
    """A CSV file to download, with what the Excel of Flanders expects: a semicolon, and a mark
    that says UTF-8."""
    content = io.StringIO()
    writer = csv.writer(content, delimiter=";")
    writer.writerow(header)
    writer.writerows([[_harmless(value) for value in row] for row in rows])
    return _download(f"{name}.csv", content.getvalue().encode("utf-8-sig"), "text/csv")


def _without_control(value: object) -> object:
    return ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value


def _harmless(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def _download(name: str, content: bytes, content_type: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(
        content,
        headers={
            "Content-Type": content_type,
            "Content-Disposition": disposition,
            "Cache-Control": "no-store",
        },
    )
