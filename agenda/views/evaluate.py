"""Five short questions to a participant, by the link in the thank-you mail."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from agenda.evaluating import AlreadyAnswered, answer, may_answer
from agenda.forms.evaluation import EvaluationForm
from agenda.links import read_evaluation_token
from agenda.models import Registration
from visitors.views import opened_by_link

CONFLICT = 409


@require_http_methods(["GET", "HEAD", "POST"])
@opened_by_link(read_evaluation_token, refusal="agenda/evaluation_link_error.html")
def evaluate(request: HttpRequest, registration: Registration, token: str) -> HttpResponse:
    """Ask; on POST, keep the answer and thank."""
    form = EvaluationForm(request.POST if request.method == "POST" else None)
    context = {"session": registration.session, "form": form}
    if not may_answer(registration):
        return render(request, "agenda/evaluated.html", context)
    if request.method != "POST" or not form.is_valid():
        return render(request, "agenda/evaluate.html", context)
    try:
        answer(registration=registration, **form.answers())
    except AlreadyAnswered:
        return render(request, "agenda/evaluated.html", context, status=CONFLICT)
    return render(request, "agenda/evaluated.html", context | {"is_new": True})
