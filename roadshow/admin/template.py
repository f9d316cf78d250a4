"""The template of the playbook: what each new event gets a copy of."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest, HttpResponse

from roadshow.models import TemplateTask


@admin.register(TemplateTask)
class TemplateTaskAdmin(admin.ModelAdmin):
    """Events under way keep the copy that they have."""

    list_display = ["title", "kind", "moment", "proposal", "who"]
    fields = ["kind", "title", "why", "who", "days", "position"]
    sortable_by = []
    actions = None
    change_list_template = "admin/roadshow/template_list.html"

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Sjabloon van het draaiboek"})

    @admin.display(description="wanneer")
    def moment(self, task: TemplateTask) -> str:
        return task.moment

    @admin.display(description="dagen zijn")
    def proposal(self, task: TemplateTask) -> str:
        return "voorstel" if task.is_proposal else "zelf gekozen"

    def save_model(self, request: HttpRequest, obj: TemplateTask, form, change: bool) -> None:
        """Days that staff chose are no proposal any more."""
        if "days" in form.changed_data:
            obj.is_proposal = False
        super().save_model(request, obj, form, change)
