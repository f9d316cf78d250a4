"""Themes, whom initiatives are for, and the crises that began them."""

from __future__ import annotations

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from initiatives.finding import postings
from initiatives.inventory import inventory_of, rows_of
from initiatives.models import Crisis, Initiative, TargetGroup, Theme
from initiatives.open_data.writing import table


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


@admin.register(Crisis)
class CrisisAdmin(CatalogueAdmin):
    list_display = ["name", "is_shown", "position", "figures"]
    named_in_version = "crisis"

    def get_urls(self) -> list[URLPattern]:
        download = self.admin_site.admin_view(self.download_figures)
        name = "initiatives_crisis_figures"
        return [path("<int:pk>/cijfers.csv", download, name=name), *super().get_urls()]

    @admin.display(description="cijfers")
    def figures(self, crisis: Crisis) -> SafeString:
        address = reverse("admin:initiatives_crisis_figures", args=[crisis.pk])
        return format_html('<a href="{}">Download de cijfers over {}</a>', address, crisis)

    def download_figures(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the public page counts, for a spreadsheet."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        crisis = get_object_or_404(Crisis, pk=pk)
        headers = {"Content-Disposition": f'attachment; filename="cijfers-{crisis.slug}.csv"'}
        rows = rows_of(inventory_of(crisis))
        return HttpResponse(table(rows), "text/csv; charset=utf-8", headers=headers)
