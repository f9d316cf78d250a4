"""'BAZ inspireert': the way to a door, and the four doors."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from agenda.filters import AUDIENCES
from audiences.drawing import drawn_blocks
from audiences.models import Door, Wish


def overview(request: HttpRequest) -> HttpResponse:
    """Helps who doesn't know where they belong: by what they want, or by who they are."""
    context = {"doors": Door.objects.all(), "wishes": Wish.objects.filter(is_shown=True)}
    return render(request, "audiences/overview.html", context)


def door(request: HttpRequest, slug: str) -> HttpResponse:
    """What one audience can do here, in the order that staff chose."""
    door = get_object_or_404(Door.objects.with_blocks(), audience=AUDIENCES[slug])
    context = {
        "door": door,
        "blocks": drawn_blocks(door),
        "others": Door.objects.exclude(pk=door.pk),
    }
    return render(request, "audiences/door.html", context)
