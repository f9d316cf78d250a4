"""Every step of every story: to read only, for everyone."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from stories.models import TrailEntry


@admin.register(TrailEntry)
class TrailAdmin(admin.ModelAdmin):
    """The database refuses every change as well (migration 0002)."""

    list_display = ["at", "of", "step", "actor", "staff", "to_state"]
    list_display_links = None
    list_filter = ["step", "actor"]
    list_select_related = ["staff"]
    ordering = ["-at", "-pk"]
    sortable_by = []
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: TrailEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: TrailEntry | None = None) -> bool:
        return False

    @admin.display(description="verhaal")
    def of(self, entry: TrailEntry) -> str:
        address = reverse("admin:stories_story_change", args=[entry.story_id])
        return format_html('<a href="{}">verhaal {}</a>', address, entry.story_id)
