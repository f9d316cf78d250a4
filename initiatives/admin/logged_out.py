"""A session that ended while somebody wrote: log in on the spot, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

LOGIN_FIELDS = {"username", "password"}


def keep_what_was_sent(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorate a page of admin. Whoever is logged out when sending its form gets the login form
    with all that was typed in it, and after that the form arrives as if nothing had happened."""

    @never_cache
    @sensitive_post_parameters("password")
    @wraps(view)
    def kept(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method != "POST" or request.user.is_authenticated:
            return view(request, *args, **kwargs)
        answers = request.POST if "password" in request.POST else None
        form = AdminAuthenticationForm(request, data=answers)
        if form.is_valid():
            login(request, form.get_user())
            return view(request, *args, **kwargs)
        context = {"form": form, "sent": _sent(request), "title": "Je was afgemeld"}
        return render(request, "admin/initiatives/logged_out.html", context, status=403)

    return kept


def _sent(request: HttpRequest) -> list[tuple[str, str]]:
    return [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in LOGIN_FIELDS | {"csrfmiddlewaretoken"}
    ]
