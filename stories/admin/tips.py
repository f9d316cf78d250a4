"""Tips: those of everybody, and those out of a story."""

from __future__ import annotations

from collections.abc import Iterable

from django import forms
from django.contrib import admin
from django.http import HttpRequest

from stories.admin.access import FROZEN
from stories.erasure import forget_log
from stories.models import Moment, Story, Tip


class TipForm(forms.ModelForm):
    moments = forms.MultipleChoiceField(
        label="Wanneer",
        choices=Moment,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Geen gekozen? Dan helpt de tip altijd.",
    )

    class Meta:
        widgets = {
            "explanation": forms.Textarea(attrs={"rows": 3, "cols": 60}),
            "barriers": forms.CheckboxSelectMultiple,
            "kinds": forms.CheckboxSelectMultiple,
        }


@admin.register(Tip)
class TipAdmin(admin.ModelAdmin):
    """A tip out of a story on the site stays as its teller read it: take the story off first."""

    form = TipForm
    list_display = ["sentence", "story", "is_shown", "position"]
    list_filter = ["is_shown", "barriers", "kinds"]
    list_select_related = ["story"]
    search_fields = ["sentence", "explanation"]
    search_help_text = "Zoek in de tip en de uitleg."
    show_facets = admin.ShowFacets.NEVER
    actions = None
    fields = [
        *("sentence", "explanation", "barriers", "moments", "kinds"),
        *("story", "is_shown", "position"),
    ]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None):
        """The list, by its own name."""
        return super().changelist_view(request, {"title": "Tips"} | (extra_context or {}))

    def has_change_permission(self, request: HttpRequest, obj: Tip | None = None) -> bool:
        return _may_change(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Tip | None = None) -> bool:
        return _may_change(obj) and super().has_delete_permission(request, obj)

    def get_object(self, request: HttpRequest, object_id: str, from_field=None) -> Tip | None:
        """The tip. While it is saved its story stays as it is: no colleague puts it on the site."""
        tip = super().get_object(request, object_id, from_field)
        if tip and tip.story_id and request.method == "POST":
            tip.story = Story.objects.select_for_update().get(pk=tip.story_id)
        return tip

    def get_readonly_fields(self, request: HttpRequest, obj: Tip | None = None) -> list[str]:
        """Out of which story a tip comes, stays: it goes when that is withdrawn."""
        return ["story"] if obj and obj.story_id else []

    def log_deletions(self, request: HttpRequest, queryset: Iterable[Tip]) -> list:
        """Keep nothing of it: a log would still hold the words of a teller."""
        forget_log(queryset)
        return []


def _may_change(tip: Tip | None) -> bool:
    return tip is None or tip.story is None or tip.story.state not in FROZEN
