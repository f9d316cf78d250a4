"""Where things are, for staff to look up. Names and codes come from load_places; a postcode that
is wrong can be mended."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from places.models import Municipality


@admin.register(Municipality)
class MunicipalityAdmin(admin.ModelAdmin):
    list_display = ["name", "province", "postcodes", "successor"]
    list_select_related = ["province", "successor"]
    list_filter = ["province"]
    search_fields = ["name", "name_fr", "postcodes"]
    search_help_text = "Zoek op de naam of de postcode."
    fields = ["name", "name_fr", "nis", "province", "postcodes", "successor"]
    readonly_fields = ["name", "name_fr", "nis", "province", "successor"]
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Municipality | None = None) -> bool:
        return False
