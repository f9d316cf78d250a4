"""Pages that a link opens, and the page that mails a lost one. The link is the key; nothing else is
asked, and no cookie is set."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt

from visitors import limits
from visitors.forms import AddressForm
from visitors.links import ExpiredLink, LinkError, ReplacedLink

LINK_GONE = 410
LINK_UNKNOWN = 404
# A library or a school shares one address.
LINK_REQUESTS_PER_NETWORK = 20


def opened_by_link(read: Callable[[str], object], *, refusal: str) -> Callable:
    """Decorate a view (request, what the link opens, token, …).

    `read` gives what a token opens, or raises LinkError; then the template `refusal` says whether
    the link is wrong, `expired` or `replaced`, and what to do now.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        # Forging a request needs the victim's cookie; here it would need the secret address,
        # so there is nothing for a CSRF token to protect, and no cookie that can get lost.
        @csrf_exempt
        # Not 'no-store': a browser must still be able to go back to what was being typed.
        @cache_control(private=True, no_cache=True)
        @wraps(view)
        def opened(request: HttpRequest, token: str, **kwargs) -> HttpResponse:
            try:
                found = read(token)
            except LinkError as error:
                response = _refused(request, refusal, error)
            else:
                response = view(request, found, token, **kwargs)
            # The address is a secret: it must not travel along in a Referer.
            response["Referrer-Policy"] = "no-referrer"
            response["X-Robots-Tag"] = "noindex"
            return response

        return opened

    return decorate


def mail_lost_link(
    request: HttpRequest, send: Callable[[str], None], *, template: str
) -> HttpResponse:
    """The page that asks an address and lets `send` mail it its links. The answer is the same
    whether the address is known or not."""
    form = AddressForm(request.POST or None)
    context = {"form": form}
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        try:
            limits.count("ask", limits.network(request), limit=LINK_REQUESTS_PER_NETWORK)
            limits.count("mail", email, limit=limits.MAILS_PER_ADDRESS)
            send(email)
            context["sent_to"] = email
        except limits.TooOften as error:
            form.add_error("email", str(error))
    return render(request, template, context)


def _refused(request: HttpRequest, template: str, error: LinkError) -> HttpResponse:
    expired, replaced = isinstance(error, ExpiredLink), isinstance(error, ReplacedLink)
    status = LINK_GONE if expired or replaced else LINK_UNKNOWN
    return render(request, template, {"expired": expired, "replaced": replaced}, status=status)
