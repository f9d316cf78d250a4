"""A new event, or a follow-up to one: a session in the agenda and what the roadshow adds, in one
form."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agenda.admin import making
from agenda.admin.access import page_context, posted
from agenda.errors import AgendaError
from roadshow import planning
from roadshow.forms.event import PlanForm
from roadshow.models import RoadshowEvent

# What a follow-up has in common with its event, until staff change it.
IN_COMMON = (
    *("audiences", "way", "venue", "street", "municipality", "route"),
    *("seats_on_site", "seats_online", "most_seats"),
)


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """A new event; with ?volgt= and the number of one, its follow-up session."""
    if not request.user.has_perm("roadshow.add_roadshowevent"):
        raise PermissionDenied
    number = request.GET.get("volgt", "")
    rows = RoadshowEvent.objects.select_related("session", "host")
    follows = get_object_or_404(rows, pk=number) if number.isdecimal() else None
    form = PlanForm(posted(request), initial=_as_before(follows) if follows else {})
    if request.method == "POST" and form.is_valid() and (event := _save(form, follows)):
        messages.success(request, "Gepland. Vul hier het programma en de praktijken in.")
        return redirect("admin:roadshow_roadshowevent_change", event.pk)
    context = page_context(
        request,
        f"Opvolgsessie van {follows.session.title}" if follows else "Een nieuw inspiratiemoment",
        form=form,
        button="Plan",
        back=reverse("admin:roadshow_roadshowevent_changelist"),
        what_happens=["Het programma en de praktijken vul je daarna in.", making.NOT_YET],
    )
    return render(request, "admin/agenda/step.html", context)


def _as_before(event: RoadshowEvent) -> dict:
    """What the form of a follow-up starts with."""
    own = {name: getattr(event, name) for name in ("host", "host_name", "host_email")}
    shared = {name: getattr(event.session, name) for name in IN_COMMON}
    return {"title": f"Opvolgsessie: {event.session.title}"[:120], **own, **shared}


def _save(form: PlanForm, follows: RoadshowEvent | None) -> RoadshowEvent | None:
    try:
        with transaction.atomic():
            session = making.save(form)
            if session is None:
                return None
            return planning.plan(session=session, follows=follows, **form.of_host())
    except AgendaError as error:
        form.add_error("begins_at", str(error))
        return None
