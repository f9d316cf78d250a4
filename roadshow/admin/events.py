"""The list of events, and what is of the roadshow of one of them. Nothing here changes a session:
that is for the agenda."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.formats import date_format

from roadshow import ideas, planning
from roadshow.admin import making, steps
from roadshow.forms.event import DetailsForm, InspiredForm, PracticeForm
from roadshow.models import Inspired, ProgrammeItem, RoadshowEvent, ShownPractice


class ProgrammeInline(admin.StackedInline):
    model = ProgrammeItem
    fields = [("begins", "is_example"), "title", "text"]
    extra = 2
    formfield_overrides = {
        models.TimeField: {
            "form_class": forms.TimeField,
            "widget": forms.TimeInput(format="%H:%M", attrs={"type": "time"}),
        }
    }


class PracticeInline(admin.StackedInline):
    model = ShownPractice
    form = PracticeForm
    fields = ["initiative", ("teller", "position")]
    extra = 2


class InspiredInline(admin.StackedInline):
    model = Inspired
    form = InspiredForm
    fields = ["initiative"]
    extra = 1

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return False  # which event it was is said once; taken away, and said anew


@admin.register(RoadshowEvent)
class RoadshowEventAdmin(admin.ModelAdmin):
    form = DetailsForm
    list_display = ["moment", "title", "host", "kind", "taken", "stand"]
    list_display_links = ["title"]
    list_filter = ["host__province"]
    list_select_related = ["session", "host"]
    ordering = ["-session__begins_at"]
    search_fields = ["session__title", "host__name"]
    search_help_text = "Zoek op titel of gastgemeente."
    sortable_by = []
    actions = None
    show_facets = admin.ShowFacets.NEVER
    inlines = [ProgrammeInline, PracticeInline, InspiredInline]
    fieldsets = [
        ("Met wie", {"fields": ["host", "occasion", "host_name", "host_email"]}),
        ("Op de pagina", {"fields": ["lead", "report", "is_example"]}),
        ("Film", {"fields": ["film_title", "film_link", "film_still", "film_still_alt"]}),
        ("Voor onszelf", {"fields": ["people_reached"]}),
    ]

    def has_delete_permission(self, request: HttpRequest, obj: RoadshowEvent | None = None) -> bool:
        return False  # a draft goes with its session, in the agenda

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        pages = [
            ("voorbeeld", steps.preview, "preview"),
            ("uitnodigen", steps.invite, "invite"),
            ("ideeen", steps.send_ideas, "send_ideas"),
        ]
        return [
            *(
                path(f"<int:pk>/{route}/", wrap(view), name=f"roadshow_roadshowevent_{name}")
                for route, view, name in pages
            ),
            *super().get_urls(),
        ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[RoadshowEvent]:
        return super().get_queryset(request).select_related("session", "host", "follows__session")

    def add_view(self, request: HttpRequest, form_url="", extra_context=None) -> HttpResponse:
        return making.make(request)

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return super().changelist_view(request, {"title": "BAZ on the road"})

    def render_change_form(self, request: HttpRequest, context: dict, *args, **kwargs):
        event = kwargs.get("obj")
        context |= {
            "title": event.session.title,
            "subtitle": None,
            "show_save_and_add_another": False,
            "session": event.session,
            "follow_ups": event.follow_ups.select_related("session"),
            "ideas": ideas.of_event(event),
            "invited": event.invitations.count(),
            "said_yes": event.invitations.filter(taken__isnull=False).count(),
        }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: RoadshowEvent, form, change: bool) -> None:
        planning.change(event=obj, changes=form.changes())

    @admin.display(description="wanneer")
    def moment(self, event: RoadshowEvent) -> str:
        return date_format(timezone.localtime(event.session.begins_at), "D j b Y, H:i")

    @admin.display(description="titel")
    def title(self, event: RoadshowEvent) -> str:
        return event.session.title

    @admin.display(description="soort")
    def kind(self, event: RoadshowEvent) -> str:
        return event.session.get_kind_display()

    @admin.display(description="bezet")
    def taken(self, event: RoadshowEvent) -> int:
        return event.session.taken_on_site + event.session.taken_online

    @admin.display(description="stand")
    def stand(self, event: RoadshowEvent) -> str:
        return event.session.get_status_display()
