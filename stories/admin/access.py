"""What our own pages in admin share."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from stories.models import State, Story

# What is on the site stays as its teller read it; of what was withdrawn there is nothing left.
FROZEN = [State.SHOWN, State.WITHDRAWN]


def get_story(request: HttpRequest, pk: int, right: str = "change_story") -> Story:
    """The story `pk`, for one who has `right`. Raises PermissionDenied or Http404."""
    if not request.user.has_perm(f"stories.{right}"):
        raise PermissionDenied
    return get_object_or_404(Story.objects.with_portrait(), pk=pk)


def page_context(request: HttpRequest, title: str, story: Story, **context) -> dict:
    """What every page of ours in admin needs."""
    return {**admin.site.each_context(request), "title": title, "story": story, **context}
