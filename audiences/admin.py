"""Doors: their words, the order of their blocks, and the wishes of who doesn't know the way."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from audiences.models import Block, Door, Wish

# A sentence must be seen whole while it is written.
SENTENCE = {"rows": 2, "cols": 50}

TWICE = "Een collega voegde intussen hetzelfde blok toe. Kijk de bladzijde na en wijzig dat blok."


class BlockForm(forms.ModelForm):
    """What a block is stays what it is: its place and its words are for staff."""

    class Meta:
        widgets = {"sentence": forms.Textarea(attrs=SENTENCE)}

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        # Who only reads has no field for it.
        if "kind" in self.fields:
            self.fields["kind"].disabled = self.instance.pk is not None


class BlockInline(admin.TabularInline):
    model = Block
    form = BlockForm
    extra = 0
    fields = ["kind", "title", "sentence", "position", "is_shown"]


class DoorForm(forms.ModelForm):
    class Meta:
        widgets = {name: forms.Textarea(attrs=SENTENCE) for name in ("sentence", "lead")}


@admin.register(Door)
class DoorAdmin(admin.ModelAdmin):
    """The four audiences are given: none can be added or taken away."""

    form = DoorForm
    list_display = ["name", "title", "step", "position"]
    list_editable = ["position"]
    fields = ["audience", "position", "name", "sentence", "title", "lead", "step", "target"]
    readonly_fields = ["audience"]
    inlines = [BlockInline]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None):
        """The list, by its own name."""
        return super().changelist_view(request, {"title": "Deuren"} | (extra_context or {}))

    def changeform_view(self, request: HttpRequest, *args, **kwargs) -> HttpResponse:
        """The form. Two who add the same kind of block at the same time: the second is told."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except IntegrityError:
            messages.error(request, TWICE)
            return redirect(request.path)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Door | None = None) -> bool:
        return False


@admin.register(Wish)
class WishAdmin(admin.ModelAdmin):
    list_display = ["__str__", "target", "position", "is_shown"]
    list_editable = ["position", "is_shown"]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None):
        """The list, by its own name."""
        return super().changelist_view(request, {"title": "Wensen"} | (extra_context or {}))
