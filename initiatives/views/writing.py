"""Pages on which a visitor writes about an initiative: to its people, or to us."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from initiatives import contacting, on_site, reporting
from initiatives.contacting import WantsNoMessages
from initiatives.forms.writing import MessageForm, ReportForm
from initiatives.on_site import NotOnSite
from initiatives.working_days import WORKING_DAYS_PROMISED
from visitors.forms import OpenForm
from visitors.limits import TooOften, network

NOT_FOUND, CONFLICT, GONE, TOO_MANY = 404, 409, 410, 429


def open_page(form_class: type[OpenForm]) -> Callable:
    """Decorate a view (request, slug, form) that everybody may write on. Whatever may have changed
    while the page stood open, what was typed is on the answer."""

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        # No cookie, so nothing that a forged request could make use of; see docs/decisions.md.
        @csrf_exempt
        # Not 'no-store': a browser must still be able to go back to what was being typed.
        @cache_control(private=True, no_cache=True)
        @wraps(view)
        def opened(request: HttpRequest, slug: str) -> HttpResponse:
            is_sent = request.method == "POST"
            form = form_class(request.POST if is_sent else None)
            try:
                return view(request, slug, form)
            except NotOnSite as error:
                if not (is_sent or error.once_was):
                    raise Http404 from error
                status = GONE if error.once_was else NOT_FOUND
                context = {"form": form}
                return render(request, "initiatives/writing/gone.html", context, status=status)

        return opened

    return decorate


@open_page(MessageForm)
def contact(request: HttpRequest, slug: str, form: MessageForm) -> HttpResponse:
    """Write to the people behind an initiative, who answer from their own mailbox."""
    initiative, status = on_site.found_at(slug), 200
    context = {"initiative": initiative, "form": form}
    try:
        contacting.check_welcome(initiative)
        if form.is_valid():
            contacting.pass_on(
                initiative=initiative, key=form.key, network=network(request), **form.answers
            )
            return redirect("initiatives:contact-sent", slug)
    except WantsNoMessages:
        status = CONFLICT if form.is_bound else 200
        return render(request, "initiatives/writing/no_messages.html", context, status=status)
    except TooOften as error:
        form.add_error(None, str(error))
        status = TOO_MANY
    return render(request, "initiatives/writing/contact.html", context, status=status)


@open_page(ReportForm)
def report(request: HttpRequest, slug: str, form: ReportForm) -> HttpResponse:
    """Tell us what is not right about an initiative."""
    initiative, status = on_site.found_at(slug), 200
    try:
        if form.is_valid():
            reporting.receive(
                initiative=initiative, key=form.key, network=network(request), **form.answers
            )
            return redirect("initiatives:report-sent", slug)
    except TooOften as error:
        form.add_error(None, str(error))
        status = TOO_MANY
    context = {"initiative": initiative, "form": form}
    return render(request, "initiatives/writing/report.html", context, status=status)


@require_safe
def contact_sent(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens with a message now."""
    return _sent(request, slug, "initiatives/writing/contact_sent.html")


@require_safe
def report_sent(request: HttpRequest, slug: str) -> HttpResponse:
    """What happens with a report now."""
    return _sent(request, slug, "initiatives/writing/report_sent.html")


def _sent(request: HttpRequest, slug: str, template: str) -> HttpResponse:
    try:
        initiative = on_site.found_at(slug)
    except NotOnSite as error:
        if not error.once_was:
            raise Http404 from error
        # Taken off the site the moment after. What was sent, was sent.
        initiative = None
    context = {"initiative": initiative, "days": WORKING_DAYS_PROMISED}
    return render(request, template, context)
