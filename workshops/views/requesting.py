"""Ask for a workshop, for coaching or for an inspiration event: one page, no account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from places.models import Municipality
from visitors import limits
from visitors.forms import HONEYPOT
from workshops import requesting
from workshops.errors import RequestError
from workshops.forms.request import AskForm, EventForm, RequestForm
from workshops.links import Purpose, make_token
from workshops.views.neighbours import municipality_page

# A town hall shares one address.
REQUESTS_PER_NETWORK = 20


WORKSHOP = {
    "title": "Vraag een workshop of coaching aan",
    "lead": "Vertel ons jullie vraag. Wij stellen momenten voor, en jij kiest. "
    "Het duurt 3 minuten.",
    "description": "Vraag een workshop of coaching van BurgersAanZet aan. "
    "Zonder account, op één pagina.",
}
EVENT = {
    "title": "Vraag een inspiratiemoment aan",
    "lead": "Wij komen naar je buurt, met verhalen van burgers die zelf iets begonnen. "
    "Wij stellen momenten voor, en jij kiest. Het duurt 3 minuten.",
    "description": "Vraag een inspiratiemoment van BurgersAanZet aan in je gemeente. "
    "Zonder account, op één pagina.",
}


@csrf_exempt  # No cookie and nobody signed in: there is nothing to forge.
def ask(request: HttpRequest) -> HttpResponse:
    """The form for a workshop or coaching."""
    return _ask(request, RequestForm, WORKSHOP)


@csrf_exempt
def ask_event(request: HttpRequest) -> HttpResponse:
    """The form for an inspiration event."""
    return _ask(request, EventForm, EVENT)


def _ask(request: HttpRequest, form_class: type[AskForm], words: dict) -> HttpResponse:
    """The form; what was typed stays whatever is wrong with it."""
    if request.method != "POST":
        place = Municipality.objects.current().filter(slug=request.GET.get("gemeente", "")).first()
        asked = {"what": request.GET.get("workshop", ""), "municipality": place}
        return _render(request, form_class(initial=asked), words, place)
    form = form_class(request.POST)
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
    return _render(request, form, words, form.cleaned_data.get("municipality"))


def _render(
    request: HttpRequest, form: AskForm, words: dict, place: Municipality | None
) -> HttpResponse:
    """The page; what already lives in `place` is a link away once we know which it is."""
    context = {
        "form": form,
        "words": words,
        "place": place,
        "place_url": place and municipality_page(place),
    }
    return render(request, "workshops/ask.html", context)
