"""What staff do beside weighing: assign, enter for someone who phones, take off the site, erase."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from initiatives import assessing, moderation
from initiatives.admin.access import get_initiative, page_context, require
from initiatives.links import Purpose, make_token
from initiatives.models import Initiative, Status, Step
from initiatives.steps import StepNotAllowed, check


class StaffStep(NamedTuple):
    """A step that staff may take, and what the page says before they do."""

    step: Step
    right: str
    title: str
    what_happens: list[str]
    button: str
    done: str
    act: Callable[..., Initiative]


STAFF_STEPS = {
    "archiveren": StaffStep(
        Step.ARCHIVE,
        "archive_initiative",
        "Archiveren",
        [
            "Het initiatief verdwijnt meteen van de site, met zijn foto’s.",
            "Er gaat geen mail naar de indiener.",
            "Je kan het later opnieuw tonen.",
        ],
        "Archiveer",
        "Gearchiveerd. Het staat niet meer op de site.",
        moderation.archive,
    ),
    "opnieuw-tonen": StaffStep(
        Step.RESTORE,
        "archive_initiative",
        "Opnieuw tonen",
        [
            "Het initiatief staat meteen weer op de site, zoals het was goedgekeurd.",
            "Er gaat geen mail naar de indiener.",
        ],
        "Toon opnieuw",
        "Het initiatief staat weer op de site.",
        moderation.restore,
    ),
    "intrekken": StaffStep(
        Step.WITHDRAW,
        "change_initiative",
        "Intrekken op vraag van de indiener",
        [
            "Doe dit alleen als de indiener het vraagt, bijvoorbeeld aan de telefoon.",
            "Het initiatief verdwijnt meteen van de site, met zijn foto’s.",
            "De indiener krijgt een mail. Daarin staat wat we nog bewaren.",
            "Je kan dit niet ongedaan maken.",
        ],
        "Trek in",
        "Ingetrokken. De indiener krijgt een mail.",
        moderation.withdraw,
    ),
    "wissen": StaffStep(
        Step.ERASE,
        "erase_initiative",
        "Alle gegevens wissen",
        [
            "Alles van de indiener verdwijnt: naam, e-mailadres, telefoon, teksten en foto’s. "
            "Ook de toestemmingen, de mails en de berichten van bezoekers verdwijnen.",
            "Staat het op de site? Dan verdwijnt het daar meteen.",
            "Wat blijft: wie van ons wanneer welke stap zette. Daarin staat geen naam van een "
            "indiener.",
            "Dit is voorgoed. Niemand kan het terughalen.",
        ],
        "Wis alles, voorgoed",
        "Alle gegevens zijn gewist.",
        moderation.erase,
    ),
}


def possible_steps(request: HttpRequest, initiative: Initiative) -> dict[str, StaffStep]:
    """The steps of STAFF_STEPS that this person may take with this initiative now; none when
    everything was erased."""
    possible = {}
    if initiative.shown_version_id is None:
        return possible
    for name, staff_step in STAFF_STEPS.items():
        if request.user.has_perm(f"initiatives.{staff_step.right}"):
            try:
                check(initiative, staff_step.step)
            except StepNotAllowed:
                continue
            possible[name] = staff_step
    return possible


@require_http_methods(["GET", "HEAD", "POST"])
def take_step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Say what a step of STAFF_STEPS does; on POST, take it."""
    staff_step = STAFF_STEPS.get(name)
    if staff_step is None:
        raise Http404
    initiative = get_initiative(request, pk, staff_step.right)
    if request.method == "POST":
        try:
            staff_step.act(initiative=initiative, staff=request.user)
            messages.success(request, staff_step.done)
        except StepNotAllowed as error:
            messages.error(request, str(error))
        return redirect("admin:initiatives_initiative_change", pk)
    context = page_context(
        request,
        staff_step.title,
        initiative=initiative,
        name=initiative.shown_title,
        staff_step=staff_step,
    )
    return render(request, "admin/initiatives/initiative/step.html", context)


@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it upon oneself, or let it go."""
    initiative = get_initiative(request, pk, "change_initiative")
    mine = request.POST.get("aan") == "mij"
    assessing.assign(initiative=initiative, to=request.user if mine else None)
    messages.success(request, "Toegewezen aan jou." if mine else "Aan niemand toegewezen.")
    return redirect("admin:initiatives_initiative_change", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """Explain how to enter a submission for someone who phones; on POST, begin."""
    require(request, "add_initiative")
    if request.method == "POST":
        initiative = moderation.start_draft(staff=request.user)
        return redirect(wizard_url(initiative))
    context = page_context(request, "Aanmelding invoeren voor iemand die belt")
    return render(request, "admin/initiatives/initiative/enter.html", context)


def wizard_url(initiative: Initiative) -> str:
    """Where staff go on entering for someone who phones; '' when it is not theirs to write."""
    if initiative.entered_by_id is None or initiative.status != Status.DRAFT:
        return ""
    return reverse("initiatives:step", args=[make_token(initiative, Purpose.MANAGE), "kort"])


def own_page_url(initiative: Initiative) -> str:
    """The submitter's own page, where staff mend the address of someone who phoned; '' once that
    person confirmed it, because from then on the link is that person's alone."""
    is_ours = initiative.status in {Status.DRAFT, Status.UNCONFIRMED}
    if initiative.entered_by_id is None or not is_ours:
        return ""
    return reverse("initiatives:status", args=[make_token(initiative, Purpose.MANAGE)])
