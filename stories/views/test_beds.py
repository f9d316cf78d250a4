"""Test beds, for everybody to read."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from initiatives.cards import card_at
from initiatives.finding.index import current_index
from initiatives.finding.rows import rows_at
from initiatives.models import Status
from stories.models import TestBed


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """All test beds: who asked what."""
    test_beds = TestBed.objects.filter(is_shown=True)
    return render(request, "stories/test_beds.html", {"test_beds": test_beds})


@require_safe
def test_bed(request: HttpRequest, slug: str) -> HttpResponse:
    """One test bed: the question, what was tried, and the practices that it led to."""
    found = get_object_or_404(TestBed, slug=slug, is_shown=True)
    tried = found.tried.select_related("practice")
    practices = [
        one.practice.position
        for one in tried
        if one.practice and one.practice.status == Status.PUBLISHED
    ]
    index = current_index()
    context = {
        "test_bed": found,
        "tried": tried,
        "practices": [card_at(row, index) for row in rows_at(practices)],
        "others": TestBed.objects.filter(is_shown=True).exclude(pk=found.pk),
    }
    return render(request, "stories/test_bed.html", context)
