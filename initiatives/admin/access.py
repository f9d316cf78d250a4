"""Who may open which initiative in admin."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest

from initiatives.for_staff import visible_to_staff
from initiatives.models import Initiative, Version


def get_initiative(request: HttpRequest, pk: int, right: str = "view_initiative") -> Initiative:
    """The initiative `pk`, for one who has `right`.

    Raises PermissionDenied, or Http404 for what staff may not see.
    """
    require(request, right)
    found = visible_to_staff().select_related("assigned_to", "entered_by", "contact").filter(pk=pk)
    initiative = found.first()
    if initiative is None:
        raise Http404
    return initiative


def require(request: HttpRequest, right: str) -> None:
    """Raises PermissionDenied for one who does not have `right`."""
    if not request.user.has_perm(f"initiatives.{right}"):
        raise PermissionDenied


def shown_version(initiative: Initiative) -> Version | None:
    """The version that staff look at; None when everything was erased."""
    versions = Version.objects.select_related("municipality__province", "assessment__decided_by")
    return versions.filter(pk=initiative.shown_version_id).first()


def page_context(request: HttpRequest, title: str, **context) -> dict:
    """What every page of ours in admin needs."""
    return {**admin.site.each_context(request), "title": title, **context}
