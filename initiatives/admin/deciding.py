"""The last page before a decision: the whole mail, to read before it goes."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from initiatives import moderation
from initiatives.admin.access import get_initiative, page_context
from initiatives.assessing import assessment_for, obstacle_to
from initiatives.emails import preview_decision
from initiatives.models import Decision, Initiative, Status
from initiatives.steps import StepNotAllowed
from mail.secret_links import hide_secret_links

BUTTONS = {
    Decision.PUBLISH: "Verstuur deze mail en publiceer",
    Decision.REQUEST_CHANGES: "Verstuur deze mail en vraag de aanvulling",
    Decision.REJECT: "Verstuur deze mail en sluit af",
}
DONE = {
    Decision.PUBLISH: "‘{}’ staat nu op de site. De mail is onderweg.",
    Decision.REQUEST_CHANGES: "De vraag om ‘{}’ aan te vullen is onderweg.",
    Decision.REJECT: "‘{}’ is niet weerhouden. De mail is onderweg.",
}


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, pk: int, decision: str) -> HttpResponse:
    """Show the mail of a decision; on POST, decide."""
    initiative = get_initiative(request, pk, "change_assessment")
    if decision not in Decision.values:
        raise Http404
    if request.method == "POST":
        return _decide(request, initiative, Decision(decision))
    if initiative.review_status != Status.SUBMITTED:
        return redirect("admin:initiatives_initiative_change", pk)
    assessment = assessment_for(initiative)
    if obstacle := obstacle_to(decision, assessment):
        messages.error(request, obstacle)
        return redirect("admin:initiatives_initiative_change", pk)
    mail = preview_decision(initiative, assessment, Decision(decision))
    context = page_context(
        request,
        f"Lees de mail na: {Decision(decision).label}",
        initiative=initiative,
        name=initiative.shown_title,
        assessment=assessment,
        mail=mail,
        mail_text=hide_secret_links(mail.text),
        button=BUTTONS[Decision(decision)],
    )
    return render(request, "admin/initiatives/initiative/decide.html", context)


def _decide(request: HttpRequest, initiative: Initiative, decision: Decision) -> HttpResponse:
    revision = request.POST.get("revision", "")
    try:
        moderation.decide(
            initiative=initiative,
            decision=decision,
            revision=int(revision) if revision.isdecimal() else -1,
            staff=request.user,
        )
    except StepNotAllowed as error:
        messages.error(request, f"{error} Lees de beoordeling opnieuw.")
        return redirect("admin:initiatives_initiative_change", initiative.pk)
    messages.success(request, DONE[decision].format(initiative.shown_title))
    return redirect("admin:initiatives_initiative_changelist")
