"""A new session, one that nobody saw yet, and the details of one that is published."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agenda import scheduling
from agenda.admin.access import get_session, page_context, posted, require
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
    return _show(request, "Een nieuwe sessie", form, reverse("admin:agenda_session_changelist"))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """All of a session that nobody saw yet; of another, what nobody needs to be told."""
    session = get_session(request, pk, "change_session")
    is_draft = session.status == SessionStatus.DRAFT
    form_class = SessionForm if is_draft else DetailsForm
    form = form_class(posted(request), instance=session)
    page = reverse("admin:agenda_session_change", args=[pk])
    if request.method == "POST" and form.is_valid() and save(form):
        messages.success(request, SAVED if is_draft else "Bewaard. Er ging geen mail.")
        return redirect(page)
    return _show(request, f"Gegevens van {session.title}", form, page, session)


def save(form: SessionForm, **more) -> Session | None:
    """Store what a valid form says, and `more`; None when it can't be, and the form says why."""
    # The form wrote on its own session while it checked; the rules get a clean one.
    pk = form.instance.pk
    session = Session.objects.get(pk=pk) if pk else Session()
    try:
        if isinstance(form, DetailsForm):
            return scheduling.change_details(session=session, changes=form.values())
        trainers = list(form.cleaned_data["trainers"])
        return scheduling.save_draft(
            session=session, values=form.values() | more, trainers=trainers
        )
    except AgendaError as error:
        form.add_error(None, str(error))
        return None


def _show(
    request: HttpRequest, title: str, form: SessionForm, back: str, session: Session | None = None
) -> HttpResponse:
    is_published = session is not None and session.status != SessionStatus.DRAFT
    what_happens = ["Er gaat geen mail naar de deelnemers."] if is_published else [NOT_YET]
    context = page_context(
        request,
        title,
        session=session,
        form=form,
        button="Bewaar",
        back=back,
        what_happens=what_happens,
    )
    return render(request, "admin/agenda/step.html", context)
