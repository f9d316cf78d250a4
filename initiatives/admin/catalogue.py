"""Themes and whom initiatives are for."""

from __future__ import annotations

from django.contrib import admin

from initiatives.finding import postings
from initiatives.models import TargetGroup, Theme


class CatalogueAdmin(admin.ModelAdmin):
    """What initiatives are arranged by; a new name shows on every page at once."""

    actions = None

    def save_model(self, request, obj, form, change) -> None:
        super().save_model(request, obj, form, change)
        postings.rebuild()

    def delete_model(self, request, obj) -> None:
        super().delete_model(request, obj)
        postings.rebuild()


@admin.register(Theme)
class ThemeAdmin(CatalogueAdmin):
    list_display = ["name", "weave", "position"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(TargetGroup)
class TargetGroupAdmin(CatalogueAdmin):
    list_display = ["name", "position"]
    prepopulated_fields = {"slug": ["name"]}
