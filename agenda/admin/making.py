"""A new session, one that nobody saw yet, and the details of one that is published."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agenda import scheduling
from agenda.admin.access import get_session, page_context, posted, require
from agenda.admin.taking import take
from agenda.errors import AgendaError
from agenda.forms.session import DetailsForm, SessionForm
from agenda.models import Session, SessionStatus

SAVED = "Bewaard. De sessie is nog niet gepubliceerd: kijk alles na en kies ‘Publiceren’."

NOT_YET = "Ze staat nog niet op de site. Dat doe je daarna, met ‘Publiceren’."


@require_http_methods(["GET", "HEAD", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """A new session."""
    require(request, "add_session")
    form = SessionForm(posted(request))
    if request.method == "POST" and form.is_valid() and (session := save(form)):
        messages.success(request, SAVED)
        return redirect("admin:agenda_session_change", session.pk)
    context = page_context(
        request,
        "Een nieuwe sessie",
        session=None,
        form=form,
        button="Bewaar",
        back=reverse("admin:agenda_session_changelist"),
        what_happens=[NOT_YET],
    )
    return render(request, "admin/agenda/step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """All of a session that nobody saw yet; of another, what nobody needs to be told."""
    session = get_session(request, pk, "change_session")
    is_draft = session.status == SessionStatus.DRAFT
    form_class = SessionForm if is_draft else DetailsForm
    form = form_class(posted(request), instance=session)
    return take(
        request,
        session=session,
        form=form,
        act=lambda values: store(form, staff=request.user),
        title=f"Gegevens van {session.title}",
        button="Bewaar",
        done=SAVED if is_draft else "Bewaard. Er ging geen mail.",
        back=reverse("admin:agenda_session_change", args=[pk]),
        what_happens=[NOT_YET] if is_draft else ["Er gaat geen mail naar de deelnemers."],
    )


def store(form: SessionForm, *, staff: User | None = None, **more) -> Session:
    """Store what a valid form says, and `more`. Raises AgendaError."""
    # The form wrote on its own session while it checked; the rules get a clean one.
    pk = form.instance.pk
    session = Session.objects.get(pk=pk) if pk else Session()
    if isinstance(form, DetailsForm):
        return scheduling.change_details(session=session, changes=form.values())
    trainers = list(form.cleaned_data["trainers"])
    return scheduling.save_draft(
        session=session, values=form.values() | more, trainers=trainers, staff=staff
    )


def save(form: SessionForm, **more) -> Session | None:
    """As `store`; None when it can't be, and the form says why."""
    try:
        return store(form, **more)
    except AgendaError as error:
        form.add_error(None, str(error))
        return None
