"""Workshops: their text, their order, whether they are shown."""

from __future__ import annotations

from django import forms
from django.contrib import admin

from agenda.models import Audience
from workshops.models import Part, Workshop


class WorkshopForm(forms.ModelForm):
    audiences = forms.MultipleChoiceField(
        label="Voor wie", choices=Audience, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Workshop
        fields = [
            *("title", "slug", "kicker", "question", "summary", "lead", "audiences"),
            *("can_be_requested", "has_plan", "is_shown", "position", "practices", "stories"),
        ]


class PartInline(admin.StackedInline):
    model = Part
    extra = 0
    fields = [("kind", "position", "is_example"), "title", "text"]


@admin.register(Workshop)
class WorkshopAdmin(admin.ModelAdmin):
    form = WorkshopForm
    list_display = ["title", "kicker", "is_shown", "can_be_requested", "position"]
    list_editable = ["position"]
    prepopulated_fields = {"slug": ["title"]}
    filter_horizontal = ["practices", "stories"]
    inlines = [PartInline]
