"""What was learned, and what everybody may read of it."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse

from agenda.models import Kind
from roadshow.models import Lesson, RoadshowEvent


class LessonForm(forms.ModelForm):
    """One lesson; begun from an event, it is about what that event was."""

    event = forms.ModelChoiceField(
        label="Geleerd op",
        queryset=RoadshowEvent.objects.filter(
            session__kind__in=[Kind.EVENT, Kind.FOLLOW_UP]
        ).for_cards(),
        required=False,
        empty_label="geen bepaald moment",
    )

    class Meta:
        model = Lesson
        fields = ["what", "text", "event", "kind", "way", "province", "is_public"]


@admin.register(Lesson)
class LessonAdmin(admin.ModelAdmin):
    form = LessonForm
    list_display = ["__str__", "what", "kind", "way", "province", "is_public"]
    list_filter = ["what", "kind", "way", "province", "is_public"]
    list_select_related = ["province"]
    search_fields = ["text"]
    search_help_text = "Zoek op een woord in de les."
    sortable_by = []
    actions = None
    show_facets = admin.ShowFacets.NEVER

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Lessons learned"})

    def get_changeform_initial_data(self, request: HttpRequest) -> dict:
        """Begun from the page of an event: its kind, its way and its province."""
        asked = request.GET.get("event", "")
        found = RoadshowEvent.objects.for_cards().filter(pk=asked if asked.isdecimal() else 0)
        if (event := found.first()) is None:
            return {}
        session = event.session
        return {
            "event": event.pk,
            "kind": session.kind,
            "way": session.way,
            "province": event.host.province_id,
        }

    def get_queryset(self, request: HttpRequest) -> QuerySet[Lesson]:
        return super().get_queryset(request).select_related("event__session")
