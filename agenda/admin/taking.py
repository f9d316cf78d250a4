"""A step that staff take: a form, the mails to read before they go, and then doing it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from post_office.models import Email

from agenda.admin.access import page_context
from agenda.errors import AgendaError
from agenda.models import Session
from mail.secret_links import hide_secret_links
from mail.sending import rehearse


class Preview(NamedTuple):
    """Mails with one subject: to whom, and the text of the first."""

    subject: str
    addresses: list[str]
    text: str


def take(
    request: HttpRequest,
    *,
    session: Session,
    form: forms.BaseForm,
    act: Callable[[dict], object],
    title: str,
    button: str,
    done: str,
    back: str,
    what_happens: list[str] | None = None,
) -> HttpResponse:
    """Ask `form`; then show the mails that `act` would queue; then do it and go `back`. Where it
    sends none, it is done at once. An AgendaError is shown above the form, with all that was
    typed."""
    if request.method == "POST" and "terug" not in request.POST and form.is_valid():
        try:
            with rehearse() as mails:
                act(form.cleaned_data)
            if mails and "bevestigd" not in request.POST:
                return _show_mails(request, session, title, mails, button, back)
            act(form.cleaned_data)
        except AgendaError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, done)
            return redirect(back)
    context = page_context(
        request,
        title,
        session=session,
        form=form,
        button=button,
        back=back,
        what_happens=what_happens or [],
    )
    return render(request, "admin/agenda/step.html", context)


def _show_mails(
    request: HttpRequest,
    session: Session,
    title: str,
    mails: list[Email],
    button: str,
    back: str,
) -> HttpResponse:
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in {"csrfmiddlewaretoken", "terug"}
    ]
    context = page_context(
        request,
        f"{title}: lees de mails na",
        session=session,
        previews=_previews(mails),
        count=len(mails),
        typed=typed,
        button=button,
        back=back,
    )
    return render(request, "admin/agenda/mails.html", context)


def _previews(mails: list[Email]) -> list[Preview]:
    previews = []
    subject_of = attrgetter("subject")
    for subject, same in groupby(sorted(mails, key=subject_of), subject_of):
        group = list(same)
        addresses = [address for email in group for address in email.to]
        previews.append(Preview(subject, addresses, hide_secret_links(group[0].message)))
    return previews
