"""The ways to narrow the list of initiatives."""

from __future__ import annotations

from collections.abc import Iterator

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from initiatives.models import Crisis, Initiative, Status, Version
from places.models import Province

ALL = "alles"
BEING_ENTERED = "ingevoerd"
TITLES = {
    None: "Te beoordelen",
    Status.CHANGES_REQUESTED.value: "Aanvulling gevraagd",
    Status.PUBLISHED.value: "Gepubliceerd",
    Status.REJECTED.value: "Niet weerhouden",
    Status.WITHDRAWN.value: "Ingetrokken",
    Status.ARCHIVED.value: "Gearchiveerd",
    BEING_ENTERED: "Ingevoerd, nog niet bevestigd",
    ALL: "Alles",
}


class TitledFilter(admin.SimpleListFilter):
    """Lists with a title each; the first, what waits for staff, unless another is asked."""

    parameter_name = "stand"
    titles: dict[str | None, str]

    @classmethod
    def title_of(cls, request: HttpRequest) -> str:
        """The title of the list that is asked for."""
        return cls.titles.get(request.GET.get(cls.parameter_name), cls.titles[None])

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [(value, label) for value, label in self.titles.items() if value]

    def choices(self, changelist: ChangeList) -> Iterator[dict]:
        for value, label in self.titles.items():
            query = changelist.get_query_string(
                {self.parameter_name: value} if value else {}, [self.parameter_name, "p"]
            )
            yield {
                "selected": self.value() == value,
                "query_string": query,
                "display": label,
            }


class StatusFilter(TitledFilter):
    title = "status"
    titles = TITLES

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet[Initiative]:
        chosen = self.value()
        if chosen == ALL:
            return queryset
        if chosen == BEING_ENTERED:
            return queryset.filter(status__in=[Status.DRAFT, Status.UNCONFIRMED])
        if chosen == Status.CHANGES_REQUESTED:
            return queryset.filter(Q(status=chosen) | Q(edit_status=chosen))
        if chosen in TITLES and chosen:
            return queryset.filter(status=chosen)
        return queryset.filter(pk__in=Initiative.objects.waiting().values("pk"))


class AssignedFilter(admin.SimpleListFilter):
    title = "medewerker"
    parameter_name = "wie"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("mij", "mij"), ("niemand", "niemand")]

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet[Initiative]:
        if self.value() == "mij":
            return queryset.filter(assigned_to=request.user)
        if self.value() == "niemand":
            return queryset.filter(assigned_to=None)
        return queryset


class ProvinceFilter(admin.SimpleListFilter):
    title = "provincie"
    parameter_name = "provincie"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return list(Province.objects.values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet[Initiative]:
        if not self.value():
            return queryset
        there = Version.objects.filter(municipality__province__slug=self.value())
        return queryset.filter(shown_version_id__in=there.values("pk"))


class CrisisFilter(admin.SimpleListFilter):
    title = "crisis"
    parameter_name = "crisis"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return list(Crisis.objects.values_list("slug", "name"))

    def queryset(self, request: HttpRequest, queryset: QuerySet) -> QuerySet[Initiative]:
        if not self.value():
            return queryset
        began = Version.objects.filter(crisis__slug=self.value())
        return queryset.filter(shown_version_id__in=began.values("pk"))
