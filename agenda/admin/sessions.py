"""The list of sessions, the page of one, and the addresses of the pages behind it. Nothing here
changes a session: that is for scheduling.py."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format

from agenda.admin import figures, making, month, participants, steps
from agenda.admin.access import get_session, page_context
from agenda.evaluation_figures import scores
from agenda.links import session_url
from agenda.models import Session, SessionStatus, Way


class PeriodFilter(admin.SimpleListFilter):
    title = "wanneer"
    parameter_name = "wanneer"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list:
        return [("voorbij", "voorbij"), ("alles", "alles")]

    def choices(self, changelist):
        first, *others = super().choices(changelist)
        return [first | {"display": "wat nog komt"}, *others]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Session]) -> QuerySet[Session]:
        now = timezone.now()
        if self.value() == "alles":
            return queryset
        if self.value() == "voorbij":
            return queryset.filter(ends_at__lte=now).order_by("-begins_at", "-pk")
        return queryset.filter(ends_at__gt=now)


@admin.register(Session)
class SessionAdmin(admin.ModelAdmin):
    list_display = ["moment", "title", "where", "taken_in_words", "waits", "led_by", "stand"]
    list_display_links = ["title"]
    list_filter = [PeriodFilter, "status", "kind"]
    search_fields = ["title", "municipality__name"]
    search_help_text = "Zoek op titel of gemeente."
    list_per_page = 50
    sortable_by = []
    actions = None
    show_facets = admin.ShowFacets.NEVER
    change_list_template = "admin/agenda/session_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Session]:
        sessions = super().get_queryset(request).select_related("municipality")
        return sessions.prefetch_related("trainers")

    def has_delete_permission(self, request: HttpRequest, obj: Session | None = None) -> bool:
        return False  # a draft is removed by a step, and no other

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        pages = [
            ("maand/<int:year>/<int:month>/", month.month, "month"),
            ("cijfers/", figures.figures, "figures"),
            ("cijfers/<int:year>/<str:kind>", figures.export, "figures_export"),
            ("<int:pk>/gegevens/", making.edit, "edit"),
            ("<int:pk>/stap/<str:name>/", steps.take_step, "step"),
            ("<int:pk>/aanwezig/", participants.present, "present"),
            ("<int:pk>/deelnemers/", participants.printed, "print"),
            ("<int:pk>/deelnemers.xlsx", participants.spreadsheet, "spreadsheet"),
            ("<int:pk>/inschrijven/", participants.by_phone, "by_phone"),
            ("inschrijving/<int:pk>/<str:name>/", participants.take_step, "registration"),
        ]
        own = [path(at, wrap(view), name=f"agenda_session_{name}") for at, view, name in pages]
        return [*own, *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url="", extra_context=None) -> HttpResponse:
        return making.make(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url="", extra_context=None
    ) -> HttpResponse:
        return show(request, int(object_id) if object_id.isdecimal() else 0)

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        extra = {"title": "Sessies", "today": timezone.localdate()}
        return super().changelist_view(request, extra | (extra_context or {}))

    @admin.display(description="wanneer")
    def moment(self, session: Session) -> str:
        return date_format(timezone.localtime(session.begins_at), "D j b Y, H:i")

    @admin.display(description="waar")
    def where(self, session: Session) -> str:
        place = session.municipality.name if session.municipality else ""
        return place or session.get_way_display()

    @admin.display(description="bezet")
    def taken_in_words(self, session: Session) -> str:
        return seats_in_words(session)

    @admin.display(description="wacht")
    def waits(self, session: Session) -> int:
        return session.waiting_on_site + session.waiting_online

    @admin.display(description="begeleiders")
    def led_by(self, session: Session) -> str:
        return ", ".join(trainer.name for trainer in session.trainers.all()) or "nog niemand"

    @admin.display(description="stand")
    def stand(self, session: Session) -> str:
        return session.get_status_display()


def seats_in_words(session: Session) -> str:
    """'3 van 20', or that for each way."""
    parts = [f"{session.taken(way)} van {session.seats(way)}" for way in session.ways]
    if len(parts) == 1:
        return parts[0]
    return " · ".join(f"{part} {way.label}" for part, way in zip(parts, Way, strict=True))


def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One session: what it is, what can be done with it, who takes part."""
    session = get_session(request, pk)
    context = page_context(
        request,
        session.title,
        session=session,
        seats=seats_in_words(session),
        trainers=session.trainers.all(),
        steps=steps.possible_steps(request, session),
        is_draft=session.status == SessionStatus.DRAFT,
        public_url=session_url(session) if session.status != SessionStatus.DRAFT else "",
        trail=session.seat_changes.select_related("staff").order_by("-at", "-pk")[:50],
        scores=scores(session.evaluations.all()),
        **participants.lists(session),
    )
    return render(request, "admin/agenda/session.html", context)
