"""Answer a request: fill in, read the whole mail, send. Nothing is stored or sent before that; what
was typed travels along in the page."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from mail.secret_links import hide_secret_links
from mail.sending import RenderedMail
from workshops import answering, emails
from workshops.admin.access import get_request, page_context
from workshops.errors import RequestError
from workshops.forms.proposal import ProposalForm, ReasonForm
from workshops.models import Request

# Which button was pressed.
SEND, CHANGE = "verstuur", "verander"


@require_http_methods(["GET", "HEAD", "POST"])
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose one to three moments."""
    asked = get_request(request, pk, "change_request")
    if not asked.is_open:
        return _settled(request, asked)
    form = ProposalForm(asked, request.POST or None)
    if request.method == "POST" and form.is_valid() and _button(request) != CHANGE:
        message = form.message.cleaned_data["message"]
        try:
            answering.check_offers(form.offers)
        except RequestError as error:
            form.problem = str(error)
        else:
            if _button(request) == SEND:
                return _send(
                    request,
                    asked,
                    lambda: answering.propose(
                        request=asked,
                        offers=form.offers,
                        message=message,
                        revision=_revision(request),
                        staff=request.user,
                    ),
                )
            moments = [offer.moment for offer in form.offers]
            moments.sort(key=lambda moment: moment.begins_at)
            until = answering.lapse_moment(moments)
            mail = emails.preview_proposed(asked, moments, message, until)
            return _preview(request, asked, mail)
    context = page_context(
        request, "Momenten voorstellen", asked=asked, form=form, revision=_revision(request, asked)
    )
    return render(request, "admin/workshops/request/propose.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it can't be done."""
    asked = get_request(request, pk, "change_request")
    if not asked.is_open:
        return _settled(request, asked)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _button(request) != CHANGE:
        reason = form.cleaned_data["reason"]
        if _button(request) == SEND:
            return _send(
                request,
                asked,
                lambda: answering.decline(
                    request=asked, reason=reason, revision=_revision(request), staff=request.user
                ),
            )
        return _preview(request, asked, emails.preview_declined(asked, reason))
    revision = _revision(request, asked)
    context = page_context(
        request, "Zeggen dat het niet kan", asked=asked, form=form, revision=revision
    )
    return render(request, "admin/workshops/request/decline.html", context)


def _button(request: HttpRequest) -> str:
    return request.POST.get("naar", "")


def _revision(request: HttpRequest, asked: Request | None = None) -> int:
    """The one that this person read; of `asked` where nothing was posted yet."""
    posted = request.POST.get("revision", "")
    if posted.isdecimal() and len(posted) < 10:
        return int(posted)
    return asked.revision if asked else -1


def _preview(request: HttpRequest, asked: Request, mail: RenderedMail) -> HttpResponse:
    typed = [
        (name, value)
        for name, values in request.POST.lists()
        if name not in {"csrfmiddlewaretoken", "naar"}
        for value in values
    ]
    context = page_context(
        request,
        "Lees de mail na",
        asked=asked,
        mail=mail,
        mail_text=hide_secret_links(mail.text),
        typed=typed,
    )
    return render(request, "admin/workshops/request/preview.html", context)


def _send(request: HttpRequest, asked: Request, step: Callable) -> HttpResponse:
    try:
        step()
    except RequestError as error:
        messages.error(request, str(error))
        return redirect("admin:workshops_request_change", asked.pk)
    messages.success(request, "De mail is onderweg.")
    return redirect("admin:workshops_request_changelist")


def _settled(request: HttpRequest, asked: Request) -> HttpResponse:
    messages.error(request, "Deze aanvraag is al afgerond.")
    return redirect("admin:workshops_request_change", asked.pk)
