"""Who may open what of playbooks and figures in admin."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from roadshow.models import RoadshowEvent, Task


def require(request: HttpRequest, right: str) -> None:
    """Raises PermissionDenied for one who does not have `right` in the roadshow."""
    if not request.user.has_perm(f"roadshow.{right}"):
        raise PermissionDenied


def get_event(request: HttpRequest, pk: int, right: str) -> RoadshowEvent:
    """The event `pk`, for one who has `right`. Raises PermissionDenied or Http404."""
    require(request, right)
    return get_object_or_404(RoadshowEvent.objects.for_cards(), pk=pk)


def get_task(request: HttpRequest, pk: int, right: str) -> Task:
    """The task `pk`, for one who has `right`. Raises PermissionDenied or Http404."""
    require(request, right)
    return get_object_or_404(Task.objects.select_related("event__session"), pk=pk)
