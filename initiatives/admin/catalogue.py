"""Themes and whom initiatives are for."""

from __future__ import annotations

from django.contrib import admin

from initiatives.models import TargetGroup, Theme


@admin.register(Theme)
class ThemeAdmin(admin.ModelAdmin):
    list_display = ["name", "weave", "position"]
    prepopulated_fields = {"slug": ["name"]}
    actions = None


@admin.register(TargetGroup)
class TargetGroupAdmin(admin.ModelAdmin):
    list_display = ["name", "position"]
    prepopulated_fields = {"slug": ["name"]}
    actions = None
