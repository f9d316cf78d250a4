"""Who may open what of the agenda in admin."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404

from agenda.models import Registration, Session


def require(request: HttpRequest, right: str) -> None:
    """Raises PermissionDenied for one who does not have `right` in the agenda."""
    if not request.user.has_perm(f"agenda.{right}"):
        raise PermissionDenied


def get_session(request: HttpRequest, pk: int, right: str = "view_session") -> Session:
    """The session `pk`, for one who has `right`. Raises PermissionDenied or Http404."""
    require(request, right)
    return get_object_or_404(Session.objects.select_related("municipality"), pk=pk)


def get_registration(request: HttpRequest, pk: int, right: str) -> Registration:
    """The registration `pk`, for one who has `right`. Raises PermissionDenied or Http404."""
    require(request, right)
    return get_object_or_404(Registration.objects.select_related("session"), pk=pk)


def page_context(request: HttpRequest, title: str, **context) -> dict:
    """What every page of ours in admin needs."""
    return {**admin.site.each_context(request), "title": title, **context}


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form takes: what was sent, also where that is nothing; None when it is only shown."""
    return request.POST if request.method == "POST" else None
