"""Doors: their words, the order of their blocks, and the wishes of who doesn't know the way."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from audiences.models import Block, Door, Wish


class BlockInline(admin.TabularInline):
    model = Block
    extra = 0
    fields = ["kind", "title", "sentence", "position", "is_shown"]


@admin.register(Door)
class DoorAdmin(admin.ModelAdmin):
    """The four audiences are given: none can be added or taken away."""

    list_display = ["name", "title", "step", "position"]
    list_editable = ["position"]
    readonly_fields = ["audience"]
    inlines = [BlockInline]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Door | None = None) -> bool:
        return False


@admin.register(Wish)
class WishAdmin(admin.ModelAdmin):
    list_display = ["__str__", "target", "position", "is_shown"]
    list_editable = ["position", "is_shown"]
