"""Ask for a workshop or for coaching: one page, no account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from places.models import Municipality
from visitors import limits
from visitors.forms import HONEYPOT
from workshops import requesting
from workshops.errors import RequestError
from workshops.forms.request import RequestForm
from workshops.links import Purpose, make_token
from workshops.views.neighbours import municipality_page

# A town hall shares one address.
REQUESTS_PER_NETWORK = 20


@csrf_exempt  # No cookie and nobody signed in: there is nothing to forge.
def ask(request: HttpRequest) -> HttpResponse:
    """The form; what was typed stays whatever is wrong with it."""
    if request.method != "POST":
        place = Municipality.objects.current().filter(slug=request.GET.get("gemeente", "")).first()
        asked = {"what": request.GET.get("workshop", ""), "municipality": place}
        return _render(request, RequestForm(initial=asked), place)
    form = RequestForm(request.POST)
    if request.POST.get(HONEYPOT):
        form.add_error(None, "Er stond iets in een vak dat leeg moet blijven. Klik nog eens.")
    if form.is_valid():
        try:
            limits.count("request", limits.network(request), limit=REQUESTS_PER_NETWORK)
            limits.count("mail", form.cleaned_data["email"], limit=limits.MAILS_PER_ADDRESS)
            asked = requesting.ask(**form.asked)
        except (limits.TooOften, RequestError) as error:
            form.add_error(None, str(error))
        else:
            return redirect("workshops:status", token=make_token(asked, Purpose.REQUEST))
    return _render(request, form, form.cleaned_data.get("municipality"))


def _render(request: HttpRequest, form: RequestForm, place: Municipality | None) -> HttpResponse:
    """The page; what already lives in `place` is a link away once we know which it is."""
    context = {"form": form, "place": place, "place_url": place and municipality_page(place)}
    return render(request, "workshops/ask.html", context)
