"""Themes and whom initiatives are for."""

from __future__ import annotations

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from initiatives.finding import postings
from initiatives.models import Initiative, TargetGroup, Theme


class CatalogueAdmin(admin.ModelAdmin):
    """A new name shows on every page at once. What an initiative uses stays: deleting it would
    take it away from that initiative too."""

    prepopulated_fields = {"slug": ["name"]}
    actions = None
    named_in_version: str  # the field of a version that holds such entries

    def save_model(self, request: HttpRequest, obj, form, change: bool) -> None:
        super().save_model(request, obj, form, change)
        postings.touch()

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict | None = None
    ) -> HttpResponse:
        entry = self.get_object(request, object_id)
        using = {f"versions__{self.named_in_version}": entry}
        count = Initiative.objects.filter(**using).distinct().count() if entry else 0
        if not count:
            return super().delete_view(request, object_id, extra_context)
        initiatives = "1 initiatief" if count == 1 else f"{count} initiatieven"
        messages.error(
            request,
            f"‘{entry}’ kan niet weg: het wordt gebruikt in {initiatives}. "
            "Je kan wel de naam veranderen.",
        )
        return redirect(f"admin:initiatives_{self.opts.model_name}_change", entry.pk)

    def delete_model(self, request: HttpRequest, obj) -> None:
        super().delete_model(request, obj)
        postings.touch()


@admin.register(Theme)
class ThemeAdmin(CatalogueAdmin):
    list_display = ["name", "weave", "position"]
    named_in_version = "themes"


@admin.register(TargetGroup)
class TargetGroupAdmin(CatalogueAdmin):
    list_display = ["name", "position"]
    named_in_version = "target_groups"
