"""A date of a workshop: a session in the agenda, and which workshop it is, in one form."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from agenda.admin import making
from agenda.admin.access import page_context, posted
from agenda.evaluation_figures import scores
from agenda.forms.session import FIELDS, SessionForm
from agenda.models import Evaluation, Kind
from workshops.models import Workshop, WorkshopSession

# What comes from the workshop.
FROM_WORKSHOP = ("title", "kind", "audiences")


class DateForm(SessionForm):
    """A session; its title, its kind and for whom it is are those of the workshop."""

    workshop = forms.ModelChoiceField(
        label="Workshop",
        queryset=Workshop.objects.all(),
        empty_label="Kies een workshop",
        error_messages={"required": "Kies een workshop."},
    )
    audiences = None

    class Meta(SessionForm.Meta):
        fields = [name for name in FIELDS if name not in FROM_WORKSHOP]


@admin.register(WorkshopSession)
class DateAdmin(admin.ModelAdmin):
    """Who may do so in the agenda, may do so here."""

    list_display = ["session", "workshop"]
    list_filter = ["workshop"]
    list_select_related = ["session", "workshop"]
    ordering = ["-session__begins_at"]
    actions = None

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("agenda.view_session")

    def has_view_permission(self, request: HttpRequest, obj=None) -> bool:
        return request.user.has_perm("agenda.view_session")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("agenda.add_session")

    def has_change_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj=None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        wrap = self.admin_site.admin_view
        return [
            path("evaluatie/", wrap(evaluation), name="workshops_evaluations"),
            path("evaluatie/<int:pk>/", wrap(evaluation), name="workshops_evaluation"),
            *super().get_urls(),
        ]

    def add_view(self, request: HttpRequest, form_url="", extra_context=None) -> HttpResponse:
        return make(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url="", extra_context=None
    ) -> HttpResponse:
        return redirect("admin:agenda_session_change", object_id)

    def changelist_view(self, request: HttpRequest, extra_context=None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Data van workshops"})


def make(request: HttpRequest) -> HttpResponse:
    """A new date of a workshop."""
    if not request.user.has_perm("agenda.add_session"):
        raise PermissionDenied
    form = DateForm(posted(request), initial={"workshop": request.GET.get("workshop")})
    if request.method == "POST" and form.is_valid() and (date := _save(form)):
        messages.success(request, making.SAVED)
        return redirect("admin:agenda_session_change", date.session_id)
    context = page_context(
        request,
        "Een nieuwe datum van een workshop",
        form=form,
        button="Bewaar",
        back=reverse("admin:agenda_session_changelist"),
        what_happens=["Titel en doelgroep komen van de workshop.", making.NOT_YET],
    )
    return render(request, "admin/agenda/step.html", context)


def evaluation(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """What participants thought of a workshop, over all its dates; without `pk`, of all."""
    if not request.user.has_perm("agenda.view_evaluation"):
        raise PermissionDenied
    workshop = get_object_or_404(Workshop, pk=pk) if pk else None
    answers = Evaluation.objects.filter(session__of_workshop__isnull=False)
    if workshop:
        answers = answers.filter(session__of_workshop__workshop=workshop)
    context = page_context(
        request,
        f"Evaluatie: {workshop.title if workshop else 'alle workshops'}",
        workshop=workshop,
        others=Workshop.objects.all(),
        scores=scores(answers),
    )
    return render(request, "admin/workshops/evaluation.html", context)


@transaction.atomic
def _save(form: DateForm) -> WorkshopSession | None:
    workshop = form.cleaned_data["workshop"]
    session = making.save(
        form,
        title=workshop.title,
        kind=Kind.WORKSHOP,
        audiences=workshop.audiences,
        page=workshop.get_absolute_url(),
    )
    return session and WorkshopSession.objects.create(session=session, workshop=workshop)
