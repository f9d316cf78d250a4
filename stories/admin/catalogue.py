"""Barriers, kinds of associations, test beds."""

from __future__ import annotations

from django.contrib import admin

from stories.models import AssociationKind, Barrier, TestBed, Tried


@admin.register(Barrier, AssociationKind)
class NameAdmin(admin.ModelAdmin):
    """What tips are found by. The number decides the order."""

    list_display = ["name", "position"]
    list_editable = ["position"]
    prepopulated_fields = {"slug": ["name"]}


class TriedInline(admin.StackedInline):
    model = Tried
    extra = 0
    fields = [("title", "position"), "text", "practice"]


@admin.register(TestBed)
class TestBedAdmin(admin.ModelAdmin):
    list_display = ["title", "question", "is_shown", "position"]
    list_editable = ["position"]
    prepopulated_fields = {"slug": ["title"]}
    inlines = [TriedInline]
