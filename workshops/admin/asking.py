"""Requests: the list, and the page of one with what staff can do."""

from __future__ import annotations

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_POST

from agenda.links import session_url
from workshops import answering as rules
from workshops import requesting
from workshops.admin import answering
from workshops.admin.access import get_request, page_context
from workshops.errors import RequestError
from workshops.models import Request


class TurnFilter(admin.SimpleListFilter):
    """Whose turn it is; what waits for us unless something else is chosen."""

    title = "wie is aan de beurt"
    parameter_name = "beurt"
    STATUSES = {
        "wij": [Request.Status.WAITING],
        "aanvrager": [Request.Status.PROPOSED],
        "niemand": [status for status in Request.Status if status not in Request.OPEN],
    }

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple]:
        return [("aanvrager", "de aanvrager"), ("niemand", "niemand: afgerond"), ("alles", "alles")]

    def choices(self, changelist) -> list[dict]:
        """Django's own, with 'wij' in the place of 'all'."""
        first, *others = super().choices(changelist)
        return [first | {"display": "wij"}, *others]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Request]) -> QuerySet[Request]:
        if self.value() == "alles":
            return queryset
        statuses = self.STATUSES.get(self.value(), self.STATUSES["wij"])
        return queryset.filter(status__in=statuses)


@admin.register(Request)
class RequestAdmin(admin.ModelAdmin):
    """The list, and the addresses of the pages behind it. Nothing here changes a status: that is
    for the steps of a request."""

    list_display = ["asked_for", "place", "who", "turn", "waits", "assignee"]
    # Accounts that only loaded examples have no place here.
    list_filter = [TurnFilter, "kind", ("assigned_to", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["workshop", "municipality", "assigned_to"]
    list_per_page = 50
    search_fields = ["organisation", "municipality__name", "name"]
    search_help_text = "Zoek op organisatie, gemeente of naam."
    ordering = ["turn_since", "pk"]
    sortable_by = []
    actions = None
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None):
        """The list, by its own name."""
        return super().changelist_view(request, {"title": "Aanvragen"} | (extra_context or {}))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Request | None = None) -> bool:
        return False

    @admin.display(description="aanvraag")
    def asked_for(self, asked: Request) -> str:
        return asked.subject

    @admin.display(description="gemeente")
    def place(self, asked: Request) -> str:
        return asked.municipality.name

    @admin.display(description="door")
    def who(self, asked: Request) -> str:
        return asked.organisation or "een burger"

    @admin.display(description="aan de beurt")
    def turn(self, asked: Request) -> str:
        return asked.whose_turn if asked.is_open else asked.get_status_display()

    @admin.display(description="wacht")
    def waits(self, asked: Request) -> str:
        days = asked.days_waiting
        if days is None:
            return "–"
        words = "sinds vandaag" if not days else f"{days} werkdag{'' if days == 1 else 'en'}"
        return f"{words}: langer dan beloofd" if asked.is_late else words

    @admin.display(description="toegewezen aan")
    def assignee(self, asked: Request) -> str:
        user = asked.assigned_to
        return (user.get_full_name() or user.get_username()) if user else "niemand"

    def get_urls(self) -> list[URLPattern]:
        return [
            path(
                route,
                self.admin_site.admin_view(view),
                name=f"workshops_request_{name}",
            )
            for route, view, name in (
                ("", self.changelist_view, "changelist"),
                ("<int:pk>/change/", show, "change"),
                ("<int:pk>/toewijzen/", assign, "assign"),
                ("<int:pk>/voorstellen/", answering.propose, "propose"),
                ("<int:pk>/kan-niet/", answering.decline, "decline"),
                ("<int:pk>/wissen/", erase, "erase"),
            )
        ]


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """All of one request, where it stands, and what can be done."""
    asked = get_request(request, pk, "view_request")
    context = page_context(
        request,
        asked.subject,
        asked=asked,
        session_url=session_url(asked.session) if asked.session else "",
        may_answer=request.user.has_perm("workshops.change_request") and asked.is_open,
        may_erase=request.user.has_perm("workshops.erase_request") and not asked.erased_at,
    )
    return render(request, "admin/workshops/request/show.html", context)


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it upon oneself, or let it go."""
    asked = get_request(request, pk, "change_request")
    mine = request.POST.get("aan") == "mij"
    try:
        rules.assign(request=asked, to=request.user if mine else None)
        messages.success(request, "Toegewezen aan jou." if mine else "Aan niemand toegewezen.")
    except RequestError as error:
        messages.error(request, str(error))
    return redirect("admin:workshops_request_change", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what erasing does; on POST, erase."""
    asked = get_request(request, pk, "erase_request")
    if request.method == "POST":
        requesting.erase(request=asked, staff=request.user)
        messages.success(request, "Alle gegevens van de aanvrager zijn gewist.")
        return redirect("admin:workshops_request_change", pk)
    context = page_context(request, "Alle gegevens wissen", asked=asked)
    return render(request, "admin/workshops/request/erase.html", context)
