"""Coaching tracks: what was agreed, what is next, and rounding off."""

from __future__ import annotations

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from mail.secret_links import hide_secret_links
from places.models import Municipality
from workshops import coaching, emails
from workshops.admin.access import page_context
from workshops.errors import RequestError
from workshops.links import Purpose, url_of
from workshops.models import CoachingMeeting, CoachingTrack


class MeetingForm(forms.ModelForm):
    """A meeting has a session, or at least a day."""

    class Meta:
        model = CoachingMeeting
        fields = ["subject", "session", "planned_on", "agreed"]

    def clean(self) -> dict:
        answers = super().clean()
        if not answers.get("session") and not answers.get("planned_on"):
            self.add_error("planned_on", "Kies een sessie of een dag.")
        return answers


class MeetingInline(admin.StackedInline):
    model = CoachingMeeting
    form = MeetingForm
    extra = 0


@admin.register(CoachingTrack)
class CoachingTrackAdmin(admin.ModelAdmin):
    """What staff note. Only what they changed themselves is written, so that goals which the
    municipality writes meanwhile are not lost."""

    list_display = ["municipality", "organisation", "started_at", "closed_at"]
    list_filter = [("closed_at", admin.EmptyFieldListFilter)]
    list_select_related = ["municipality"]
    search_fields = ["municipality__name", "organisation"]
    search_help_text = "Zoek op gemeente of organisatie."
    actions = None
    inlines = [MeetingInline]
    readonly_fields = ["page", "closed_at"]
    fieldsets = [
        (
            "Wie",
            {
                "fields": [
                    *("municipality", "organisation"),
                    *("contact_name", "contact_email", "contact_phone", "page"),
                ]
            },
        ),
        ("Wat", {"fields": ["intake", "goals", "next_step"]}),
        ("Afronden", {"fields": ["changed", "stays", "closed_at"]}),
    ]

    @admin.display(description="pagina van de gemeente")
    def page(self, track: CoachingTrack) -> str:
        if track.pk is None or track.erased_at:
            return "–"
        address = url_of(track, Purpose.TRACK)
        return format_html('<a href="{}">Open de pagina</a>', address)

    def get_form(self, request: HttpRequest, obj: CoachingTrack | None = None, **kwargs) -> type:
        form = super().get_form(request, obj, **kwargs)
        needs_contact = obj is None or obj.erased_at is None
        for name in ("contact_name", "contact_email"):
            if name in form.base_fields:
                form.base_fields[name].required = needs_contact
        if "municipality" in form.base_fields:
            # Those of today, and the one of a track that is older than a merger.
            own = Municipality.objects.filter(pk=obj.municipality_id if obj else None)
            form.base_fields["municipality"].queryset = Municipality.objects.current() | own
        for field in form.base_fields.values():
            # What was there when the page was opened travels along, to know what was changed.
            field.show_hidden_initial = True
        if obj and obj.closed_at and "changed" in form.base_fields:
            form.base_fields["changed"].required = True
        return form

    def save_model(self, request: HttpRequest, obj: CoachingTrack, form, change: bool) -> None:
        if change:
            obj.save(update_fields=form.changed_data)
        else:
            coaching.start(track=obj)
            messages.info(request, "Het contact krijgt een mail met de link naar de pagina.")

    def has_delete_permission(self, request: HttpRequest, obj: CoachingTrack | None = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        steps = [("afronden", close, "close"), ("wissen", erase, "erase")]
        return [
            *(
                path(
                    f"<int:pk>/{route}/",
                    self.admin_site.admin_view(view),
                    name=f"workshops_coachingtrack_{name}",
                )
                for route, view, name in steps
            ),
            *super().get_urls(),
        ]


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what rounding off does, with the mail to read first; on POST, do it."""
    return _step(request, pk, "change_coachingtrack", "close", "Traject afronden", coaching.close)


@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what erasing does; on POST, erase."""
    return _step(request, pk, "erase_coachingtrack", "erase", "Contact wissen", coaching.erase)


def _step(request: HttpRequest, pk: int, right: str, name: str, title: str, act) -> HttpResponse:
    if not request.user.has_perm(f"workshops.{right}"):
        raise PermissionDenied
    track = get_object_or_404(CoachingTrack, pk=pk)
    if request.method == "POST":
        try:
            act(track=track)
            messages.success(request, f"{title}: gedaan.")
        except RequestError as error:
            messages.error(request, str(error))
        return redirect("admin:workshops_coachingtrack_change", pk)
    mail = emails.preview_track_closed(track) if name == "close" else None
    mail_text = hide_secret_links(mail.text) if mail else ""
    context = page_context(request, title, track=track, step=name, mail=mail, mail_text=mail_text)
    return render(request, "admin/workshops/coachingtrack/step.html", context)
