"""Barriers, kinds of associations, test beds."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from initiatives.models import Initiative
from stories.models import AssociationKind, Barrier, TestBed, Tried


@admin.register(Barrier, AssociationKind)
class NameAdmin(admin.ModelAdmin):
    """What tips are found by. The number decides the order. What a tip uses stays: without its last
    barrier, it would be a tip for each."""

    list_display = ["name", "position"]
    list_editable = ["position"]
    prepopulated_fields = {"slug": ["name"]}
    actions = None

    def has_delete_permission(
        self, request: HttpRequest, obj: Barrier | AssociationKind | None = None
    ) -> bool:
        is_used = obj is not None and obj.tips.exists()
        return not is_used and super().has_delete_permission(request, obj)


class TriedForm(forms.ModelForm):
    # By itself: Django would lead to a page of initiatives that our admin doesn't have.
    practice = forms.ModelChoiceField(
        label="Werd deze praktijk",
        queryset=Initiative.objects.published().select_related("live_version"),
        empty_label="Geen praktijk op de site",
        required=False,
    )


class TriedInline(admin.StackedInline):
    model = Tried
    form = TriedForm
    extra = 0
    fields = [("title", "position"), "text", "practice"]


@admin.register(TestBed)
class TestBedAdmin(admin.ModelAdmin):
    list_display = ["title", "question", "is_shown", "position"]
    list_editable = ["position"]
    prepopulated_fields = {"slug": ["title"]}
    actions = None
    inlines = [TriedInline]
