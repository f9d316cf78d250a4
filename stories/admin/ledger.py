"""The consent ledger: what ends first stands on top. It is written from the page of a story."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from stories.models import Agreement


class HoldsFilter(admin.SimpleListFilter):
    """What holds, unless something else is chosen."""

    title = "welke"
    parameter_name = "welke"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple]:
        return [("vernieuwen", "binnenkort afgelopen"), ("alles", "ook wat beëindigd is")]

    def choices(self, changelist) -> list[dict]:
        """Django's own, with what holds in the place of 'all'."""
        first, *others = super().choices(changelist)
        return [first | {"display": "wat nu geldt"}, *others]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Agreement]) -> QuerySet[Agreement]:
        if self.value() == "alles":
            return queryset
        if self.value() == "vernieuwen":
            return queryset.near_their_end()
        return queryset.filter(ended_at=None)


@admin.register(Agreement)
class AgreementAdmin(admin.ModelAdmin):
    """To read. Nobody changes what was agreed: a new agreement takes its place."""

    list_display = ["story", "uses_in_words", "covers_portrait", "valid_until", "left", "asked"]
    list_filter = [HoldsFilter]
    list_select_related = ["story"]
    show_facets = admin.ShowFacets.NEVER
    sortable_by = []
    actions = None
    search_fields = ["story__title", "teller_name", "helper_name", "email"]
    search_help_text = "Zoek op verhaal, naam of e-mailadres."
    fields = [
        *("story", "teller_name", "helper_name", "helper_role", "email", "uses_in_words"),
        *("covers_portrait", "words", "version", "valid_from", "valid_until"),
        *("renewal_asked_at", "ended_at", "recorded_at", "recorded_by"),
    ]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None):
        """The list, by its own name."""
        return super().changelist_view(request, {"title": "Toestemmingen"} | (extra_context or {}))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Agreement | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Agreement | None = None) -> bool:
        return False

    @admin.display(description="waarvoor")
    def uses_in_words(self, agreement: Agreement) -> str:
        return ", ".join(agreement.use_labels)

    @admin.display(description="hoe lang nog")
    def left(self, agreement: Agreement) -> str:
        if agreement.ended_at:
            return "beëindigd"
        days = agreement.days_left
        if days < 0:
            return "afgelopen: vraag ze opnieuw"
        words = f"nog {days} dag{'' if days == 1 else 'en'}"
        return f"{words}: vraag ze te vernieuwen" if agreement.may_be_renewed else words

    @admin.display(description="vernieuwing gevraagd")
    def asked(self, agreement: Agreement) -> str:
        if agreement.renewal_asked_at:
            return f"{agreement.renewal_asked_at:%d-%m-%Y}"
        if agreement.email or not agreement.may_be_renewed:
            return "–"
        return "geen e-mailadres: bel of ga langs"
