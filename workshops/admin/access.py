"""Who may open what of the offer in admin."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from workshops.models import Request


def get_request(request: HttpRequest, pk: int, right: str) -> Request:
    """The request `pk`, for one who has `right`. Raises PermissionDenied or Http404."""
    if not request.user.has_perm(f"workshops.{right}"):
        raise PermissionDenied
    return get_object_or_404(Request.objects.with_all(), pk=pk)


def page_context(request: HttpRequest, title: str, **context) -> dict:
    """What every page of ours in admin needs."""
    return {**admin.site.each_context(request), "title": title, **context}
