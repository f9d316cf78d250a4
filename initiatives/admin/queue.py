"""The list of initiatives: what waits for staff first, longest waiting on top."""

from __future__ import annotations

from typing import NamedTuple

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path

from initiatives.admin import assessment, deciding, handling
from initiatives.admin.filters import AssignedFilter, CrisisFilter, ProvinceFilter, StatusFilter
from initiatives.admin.logged_out import keep_what_was_sent
from initiatives.duplicates import Duplicate, likely_duplicates
from initiatives.for_staff import visible_to_staff
from initiatives.models import Assessment, Initiative, Status, Version
from initiatives.working_days import WORKING_DAYS_PROMISED, working_days_since


class QueueRow(NamedTuple):
    """One initiative as the list shows it."""

    initiative: Initiative
    version: Version | None
    assessment: Assessment | None
    days_waiting: int | None  # working days
    duplicates: list[Duplicate]

    @property
    def is_late(self) -> bool:
        return self.days_waiting is not None and self.days_waiting > WORKING_DAYS_PROMISED

    @property
    def status(self) -> str:
        return Status(self.initiative.review_status).label


def queue_rows(initiatives: list[Initiative]) -> list[QueueRow]:
    """The rows for these initiatives, in a fixed number of queries."""
    shown = [item.shown_version_id for item in initiatives if item.shown_version_id]
    versions = Version.objects.select_related("municipality", "assessment").in_bulk(shown)
    duplicates = likely_duplicates(shown)
    rows = []
    for item in initiatives:
        version = versions.get(item.shown_version_id)
        waits = working_days_since(item.waiting_since) if item.waiting_since else None
        weighed = getattr(version, "assessment", None)
        rows.append(QueueRow(item, version, weighed, waits, duplicates.get(item.pk, [])))
    return rows


class Queue(ChangeList):
    """Django's list, with rows of our own and a title that says which list it is."""

    def __init__(self, request: HttpRequest, *args, **kwargs) -> None:
        super().__init__(request, *args, **kwargs)
        self.title = StatusFilter.title_of(request)
        self.rows = queue_rows(list(self.result_list))


@admin.register(Initiative)
class InitiativeAdmin(admin.ModelAdmin):
    """The list, and the addresses of the pages behind it. Nothing here changes a status: that is
    for moderation.py."""

    list_filter = [StatusFilter, AssignedFilter, ProvinceFilter, CrisisFilter]
    list_select_related = ["assigned_to"]
    list_per_page = 25
    search_fields = ["shown_title"]
    search_help_text = "Zoek op de naam van het initiatief."
    ordering = ["waiting_since", "pk"]
    sortable_by = []
    actions = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def get_queryset(self, request: HttpRequest) -> QuerySet[Initiative]:
        return visible_to_staff().order_by(*self.ordering)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        # Nothing else: an address could ask for a secret link, letter by letter.
        return lookup in {filter_class.parameter_name for filter_class in self.list_filter}

    def get_changelist(self, request: HttpRequest, **kwargs) -> type[ChangeList]:
        return Queue

    def has_delete_permission(self, request: HttpRequest, obj: Initiative | None = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                route,
                keep_what_was_sent(self.admin_site.admin_view(view)),
                name=f"initiatives_initiative_{name}",
            )
            for route, view, name in (
                ("", self.changelist_view, "changelist"),
                ("add/", handling.enter, "add"),
                ("<int:pk>/change/", assessment.assess, "change"),
                ("<int:pk>/voorbeeld/", assessment.preview, "preview"),
                ("<int:pk>/toewijzen/", handling.assign, "assign"),
                ("<int:pk>/beslissen/<slug:decision>/", deciding.decide, "decide"),
                ("<int:pk>/stap/<slug:name>/", handling.take_step, "step"),
            )
        ]
