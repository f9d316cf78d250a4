"""Every step of every initiative: to read only, for everyone."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html

from initiatives.for_staff import visible_to_staff
from initiatives.models import TrailEntry


@admin.register(TrailEntry)
class TrailAdmin(admin.ModelAdmin):
    """The database refuses every change as well (migration 0002)."""

    list_display = ["at", "of", "step", "actor", "colleague", "version_number", "why"]
    list_display_links = None
    list_filter = ["step", "actor"]
    list_select_related = ["staff"]
    ordering = ["-at", "-pk"]
    sortable_by = []
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[TrailEntry]:
        visible = visible_to_staff().values("pk")
        return TrailEntry.objects.filter(initiative__in=visible).order_by(*self.ordering)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: TrailEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: TrailEntry | None = None) -> bool:
        return False

    @admin.display(description="initiatief")
    def of(self, entry: TrailEntry) -> str:
        address = reverse("admin:initiatives_initiative_change", args=[entry.initiative_id])
        return format_html('<a href="{}">nummer {}</a>', address, entry.initiative_id)

    @admin.display(description="medewerker")
    def colleague(self, entry: TrailEntry) -> str:
        return entry.staff.get_full_name() or entry.staff.get_username() if entry.staff else "–"
