"""The one page on which a moderator weighs a version, and the preview beside it."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from initiatives.admin.access import get_initiative, page_context, require, shown_version
from initiatives.admin.handling import assign, own_page_url, possible_steps, wizard_url
from initiatives.assessing import (
    AlreadyDecided,
    SavedMeanwhile,
    assessment_for,
    obstacles_to,
    save_assessment,
)
from initiatives.changes import compare
from initiatives.criteria import CRITERIA
from initiatives.duplicates import likely_duplicates
from initiatives.forms.assessment import AssessmentForm
from initiatives.models import Assessment, Decision, EditStatus, Initiative, Status, Version
from initiatives.views.detail import reasons
from initiatives.working_days import WORKING_DAYS_PROMISED, working_days_since

CONFLICT = 409
# The list has them all.
MESSAGES_SHOWN = 10
# Why nothing can be decided now, and what staff can do instead.
NOT_NOW = {
    Status.DRAFT: "Een medewerker voert dit in. Het is nog niet verstuurd.",
    Status.UNCONFIRMED: "De indiener kreeg een mail om het e-mailadres te bevestigen. Pas daarna "
    "kan je dit beoordelen.",
    Status.CHANGES_REQUESTED: "De indiener kreeg een vraag om aanvulling. Zodra het antwoord er "
    "is, staat dit weer bij ‘Te beoordelen’.",
    Status.PUBLISHED: "Dit staat op de site. Stuurt de indiener een wijziging? Dan beoordeel je "
    "die hier.",
    Status.REJECTED: "Dit is niet weerhouden. De indiener kan een nieuw initiatief aanmelden.",
    Status.WITHDRAWN: "Dit is ingetrokken. Het staat nergens meer op de site.",
    Status.ARCHIVED: "Dit is gearchiveerd. Het staat nergens meer op de site.",
}
EDIT_BEING_WRITTEN = (
    "Dit staat op de site. De indiener schrijft aan een wijziging. Zodra die verstuurd is, staat "
    "ze bij ‘Te beoordelen’."
)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def assess(request: HttpRequest, pk: int) -> HttpResponse:
    """Show everything there is to weigh; on POST, keep what the moderator wrote."""
    initiative = get_initiative(request, pk)
    if request.method == "POST":
        require(request, "change_assessment")
        return _save(request, initiative)
    return _show(request, initiative)


@never_cache
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of the initiative as the public will see it, with the version that waits."""
    initiative = get_initiative(request, pk)
    version = shown_version(initiative)
    if version is None:
        raise Http404
    context = {
        "initiative": initiative,
        "version": version,
        "reasons": reasons(_assessment(initiative, version)),
        "shown_name": initiative.shown_name(version),
    }
    return render(request, "initiatives/detail.html", context)


def _save(request: HttpRequest, initiative: Initiative) -> HttpResponse:
    form = AssessmentForm(request.POST, version=shown_version(initiative))
    if not form.is_valid():
        return _show(request, initiative, form)
    try:
        assessment = save_assessment(
            initiative=initiative,
            revision=form.cleaned_data["revision"],
            values=form.values,
            staff=request.user,
        )
    except AlreadyDecided as error:
        return _show(request, get_initiative(request, initiative.pk), form, str(error))
    except SavedMeanwhile as error:
        return _show_both(request, initiative, form, str(error))
    return _after_saving(request, initiative, form, assessment)


def _after_saving(
    request: HttpRequest, initiative: Initiative, form: AssessmentForm, assessment: Assessment
) -> HttpResponse:
    """Where the button that was pressed leads: assign, decide, or just go on."""
    if "aan" in request.POST:
        return assign(request, initiative.pk)
    decision = request.POST.get("daarna", "")
    if decision not in Decision.values:
        messages.success(request, "Bewaard. Er is nog niets beslist.")
        return redirect("admin:initiatives_initiative_change", initiative.pk)
    obstacles = obstacles_to(Decision(decision), assessment)
    if obstacles:
        form = form.at_revision(assessment.revision)
        for field, sentence in obstacles.items():
            form.add_error(field, sentence)
        return _show(request, initiative, form, saved=True)
    return redirect("admin:initiatives_initiative_decide", initiative.pk, decision)


def _show_both(
    request: HttpRequest, initiative: Initiative, form: AssessmentForm, notice: str
) -> HttpResponse:
    """What a colleague saved stands beside what was typed; saving again is then a choice made
    with open eyes, so the page takes the new count of saves."""
    saved = assessment_for(initiative)
    form = form.at_revision(saved.revision)
    form.show_beside(saved)
    return _show(request, initiative, form, notice)


def _show(
    request: HttpRequest,
    initiative: Initiative,
    form: AssessmentForm | None = None,
    notice: str = "",
    *,
    saved: bool = False,
) -> HttpResponse:
    version = shown_version(initiative)
    assessment = _assessment(initiative, version) if version else None
    waits = initiative.review_status == Status.SUBMITTED
    if waits and form is None and request.user.has_perm("initiatives.change_assessment"):
        form = AssessmentForm(instance=assessment, version=version)
    context = page_context(
        request,
        initiative.shown_title or "(zonder naam)",
        initiative=initiative,
        version=version,
        assessment=assessment,
        form=form if waits else None,
        typed=form if form and not waits else None,
        notice=notice,
        saved=saved,
        criteria=CRITERIA,
        not_now="" if waits else _not_now(initiative),
        waiting_days=working_days_since(initiative.waiting_since) if waits else None,
        days_promised=WORKING_DAYS_PROMISED,
        asked=_asked(version) if waits else None,
        changes=_changes(initiative, version) if waits else None,
        photos=version.version_photos.select_related("photo") if version else [],
        consents=initiative.consents.all(),
        duplicates=likely_duplicates([version.pk])[initiative.pk] if version else [],
        reports=initiative.reports.select_related("settled_by"),
        passed_on=initiative.messages.select_related("mail")[:MESSAGES_SHOWN],
        trail=initiative.trail.select_related("staff"),
        steps=possible_steps(request, initiative),
        wizard_url=wizard_url(initiative),
        own_page_url=own_page_url(initiative),
    )
    status = CONFLICT if notice else 200
    return render(request, "admin/initiatives/initiative/assess.html", context, status=status)


def _assessment(initiative: Initiative, version: Version) -> Assessment:
    if initiative.review_status == Status.SUBMITTED:
        return assessment_for(initiative)
    return getattr(version, "assessment", None) or Assessment(version=version)


def _asked(version: Version) -> Assessment | None:
    """The assessment that asked for `version`, or None when it came unasked."""
    before = Assessment.objects.select_related("version").filter(
        version__initiative=version.initiative_id, version__number=version.number - 1
    )
    return before.filter(decision=Decision.REQUEST_CHANGES).first()


def _changes(initiative: Initiative, version: Version):
    """What differs from what is online, or else from what was sent before; None when nothing
    was."""
    if initiative.edit_status:
        return compare(initiative.live_version, version)
    earlier = initiative.versions.filter(number__lt=version.number, sent_at__isnull=False).last()
    return compare(earlier, version) if earlier else None


def _not_now(initiative: Initiative) -> str:
    if initiative.edit_status == EditStatus.DRAFT:
        return EDIT_BEING_WRITTEN
    return NOT_NOW[Status(initiative.review_status)]
