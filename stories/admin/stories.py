"""Stories: the list, and the page of one."""

from __future__ import annotations

from django import forms
from django.contrib import admin
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.html import format_html

from stories.admin import steps
from stories.admin.access import FROZEN
from stories.links import teller_url
from stories.models import Agreement, State, Story


class StoryForm(forms.ModelForm):
    class Meta:
        widgets = {
            "summary": forms.Textarea(attrs={"rows": 3, "cols": 60}),
            "text": forms.Textarea(attrs={"rows": 24, "cols": 60}),
            "barriers": forms.CheckboxSelectMultiple,
        }


@admin.register(Story)
class StoryAdmin(admin.ModelAdmin):
    """What staff write. Nothing here changes a state: that is for publishing.py. What is on the
    site can't be changed: its teller agreed to it as it is."""

    form = StoryForm
    list_display = ["title_or_number", "state", "agreed_until", "position"]
    list_filter = ["state", "barriers"]
    search_fields = ["title", "teller", "text"]
    search_help_text = "Zoek in titel, verteller en verhaal."
    show_facets = admin.ShowFacets.NEVER
    actions = None
    sortable_by = []
    fields = [
        *("state", "agreed_until", "teller_page"),
        *("title", "summary", "teller", "text", "barriers", "position"),
    ]
    readonly_fields = ["state", "agreed_until", "teller_page"]

    def changelist_view(self, request: HttpRequest, extra_context: dict | None = None):
        """The list, by its own name."""
        return super().changelist_view(request, {"title": "Verhalen"} | (extra_context or {}))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Story]:
        holding = Agreement.objects.filter(ended_at=None)
        holds = Prefetch("agreements", queryset=holding, to_attr="holding")
        return super().get_queryset(request).prefetch_related(holds)

    def get_object(self, request: HttpRequest, object_id: str, from_field=None) -> Story | None:
        """The story; while it is saved, no colleague puts it on the site."""
        story = super().get_object(request, object_id, from_field)
        if story and request.method == "POST":
            Story.objects.select_for_update().get(pk=story.pk)
            story.refresh_from_db(fields=["state"])
        return story

    def has_change_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        may_change = obj is None or obj.state not in FROZEN
        return may_change and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:
        return False

    @admin.display(description="titel")
    def title_or_number(self, story: Story) -> str:
        return str(story)

    @admin.display(description="toestemming")
    def agreed_until(self, story: Story) -> str:
        agreement = next(iter(getattr(story, "holding", [])), None)
        if agreement is None:
            return "nog niets afgesproken"
        return f"{', '.join(agreement.use_labels)}, tot en met {agreement.valid_until:%d-%m-%Y}"

    @admin.display(description="pagina van de verteller")
    def teller_page(self, story: Story) -> str:
        if story.pk is None or story.state == State.WITHDRAWN:
            return "–"
        return format_html(
            '<a href="{}">Open de pagina</a>. Wie deze link heeft, kan het verhaal weghalen.',
            teller_url(story),
        )

    def get_urls(self) -> list[URLPattern]:
        pages = [
            ("voorbeeld/", steps.preview, "preview"),
            ("foto/", steps.picture, "picture"),
            ("toestemming/", steps.agree, "agree"),
            ("stap/<str:name>/", steps.step, "step"),
        ]
        return [
            *(
                path(
                    f"<int:pk>/{route}",
                    self.admin_site.admin_view(view),
                    name=f"stories_story_{name}",
                )
                for route, view, name in pages
            ),
            *super().get_urls(),
        ]
