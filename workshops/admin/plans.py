"""Which associations made a plan, and what came of it. The plan itself is theirs alone."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from workshops.models import ActionPlan


@admin.register(ActionPlan)
class ActionPlanAdmin(admin.ModelAdmin):
    """Only to read, and only what the association tells us."""

    list_display = ["organisation", "session", "is_made", "reminded_at", "outcome"]
    list_select_related = ["registration__session"]
    fields = ["organisation", "session", "is_made", "invited_at", "reminded_at", "outcome"]
    ordering = ["-pk"]
    sortable_by = []
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[ActionPlan]:
        return ActionPlan.objects.filter(erased_at=None).order_by(*self.ordering)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: ActionPlan | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: ActionPlan | None = None) -> bool:
        return False

    @admin.display(description="vereniging")
    def organisation(self, plan: ActionPlan) -> str:
        return plan.registration.organisation or plan.registration.name

    @admin.display(description="na de sessie")
    def session(self, plan: ActionPlan) -> str:
        return str(plan.registration.session)

    @admin.display(description="plan gemaakt", boolean=True)
    def is_made(self, plan: ActionPlan) -> bool:
        return plan.revision > 0
