"""The plan of one association, for nobody else."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from visitors.views import opened_by_link
from workshops import planning
from workshops.errors import RequestError
from workshops.forms.mine import OutcomeForm, PlanForm
from workshops.links import read_plan
from workshops.models import ActionPlan

opened_by_maker = opened_by_link(read_plan, refusal="workshops/link_error.html")


@opened_by_maker
def plan(request: HttpRequest, plan: ActionPlan, token: str) -> HttpResponse:
    """The plan, to read, write and print."""
    if request.method != "POST":
        return _render(request, plan, token)
    form, problem = PlanForm(plan, request.POST), ""
    if form.is_valid():
        try:
            planning.save(
                plan=plan,
                question=form.cleaned_data["question"],
                rows=form.written_rows,
                revision=_revision(request),
            )
        except RequestError as error:
            problem = str(error)
            plan.refresh_from_db()
        else:
            return redirect("workshops:plan", token=token)
    return _render(request, plan, token, form=form, problem=problem)


@opened_by_maker
def outcome(request: HttpRequest, plan: ActionPlan, token: str) -> HttpResponse:
    """Say what came of it."""
    if request.method != "POST":
        return redirect("workshops:plan", token=token)
    form = OutcomeForm(request.POST)
    if not form.is_valid():
        return _render(request, plan, token, outcome_form=form)
    planning.tell_outcome(plan=plan, outcome=form.cleaned_data["outcome"])
    return redirect("workshops:plan", token=token)


@opened_by_maker
def erase(request: HttpRequest, plan: ActionPlan, token: str) -> HttpResponse:
    """Have the plan forgotten, after a question."""
    if request.method != "POST":
        return render(request, "workshops/plan_sure.html", {"token": token})
    planning.erase(plan=plan)
    return render(request, "workshops/erased.html")


def _revision(request: HttpRequest) -> int:
    posted = request.POST.get("revision", "")
    return int(posted) if posted.isdecimal() and len(posted) < 10 else -1


def _render(
    request: HttpRequest,
    plan: ActionPlan,
    token: str,
    *,
    form: PlanForm | None = None,
    outcome_form: OutcomeForm | None = None,
    problem: str = "",
) -> HttpResponse:
    context = {
        "plan": plan,
        "token": token,
        "form": form or PlanForm(plan),
        "outcome_form": outcome_form or OutcomeForm(initial={"outcome": plan.outcome}),
        "problem": problem,
    }
    return render(request, "workshops/plan.html", context)
