"""The step with photos. Each photo is kept the moment it arrives, whatever else is wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from initiatives import photos, writing
from initiatives.completeness import MAX_PHOTOS
from initiatives.forms.kept import kept_answers
from initiatives.forms.steps import PhotoForm
from initiatives.links import Purpose
from initiatives.models import Initiative, Version
from initiatives.steps import StepNotAllowed
from initiatives.views.access import opened_by
from initiatives.views.submitting import direction, go_on, render_step

STEP = "fotos"


@opened_by(Purpose.MANAGE)
def photo_step(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Add, describe, order and remove photos."""
    if not initiative.is_open_for_writing:
        return redirect("initiatives:status", token=token)
    if request.method != "POST":
        version = initiative.latest_version
        forms = _forms(version, kept_answers(version, STEP), strict=True)
        return _render(request, initiative, token, forms)
    uploads = request.FILES.getlist("fotos")
    going_on = "naar" in request.POST
    try:
        forms = _save_descriptions(
            request, initiative, strict=going_on and direction(request) == "verder"
        )
        _rearrange(request, initiative)
        refused = _add(initiative, uploads)
    except StepNotAllowed:
        return redirect("initiatives:status", token=token)
    described = all(form.is_valid() for form in forms)
    if refused:
        version = initiative.latest_version
        forms = _forms(version, kept_answers(version, STEP), strict=False)
        return _render(request, initiative, token, forms, refused)
    if going_on and direction(request) != "verder":
        return go_on(request, initiative, token, STEP)
    if going_on and described and not uploads:
        return go_on(request, initiative, token, STEP)
    if going_on and not described:
        # Made anew: what was just added shows too, so that nobody sends it twice.
        version = initiative.latest_version
        forms = _forms(version, kept_answers(version, STEP), strict=True)
        return _render(request, initiative, token, forms)
    return redirect(request.get_full_path())


def _forms(version: Version, data, *, strict: bool) -> list[PhotoForm]:
    """One form a photo; a photo that `data` says nothing of shows what the version holds."""
    return [
        PhotoForm(
            data if data is not None and f"{shown.pk}-alt" in data else None,
            instance=shown,
            prefix=str(shown.pk),
            strict=strict,
        )
        for shown in version.version_photos.select_related("photo")
    ]


def _save_descriptions(
    request: HttpRequest, initiative: Initiative, *, strict: bool
) -> list[PhotoForm]:
    with writing.open_version(initiative) as version:
        forms = _forms(version, request.POST, strict=strict)
        # What is wrong with a photo that goes now is of no matter.
        forms = [item for item in forms if str(item.instance.photo_id) != request.POST.get("weg")]
        for form in forms:
            if form.is_bound and form.is_valid():
                form.save()
        if all(form.is_valid() for form in forms if form.is_bound):
            writing.finish(version, STEP)
        else:
            writing.keep_unfinished(version, STEP, dict(request.POST.lists()))
    return forms


def _rearrange(request: HttpRequest, initiative: Initiative) -> None:
    if removed := request.POST.get("weg"):
        photos.remove_photo(version=initiative.latest_version, photo_id=removed)
    if first := request.POST.get("voorop"):
        with writing.open_version(initiative) as version:
            writing.put_photo_first(version, first)


def _add(initiative: Initiative, uploads: list) -> list[str]:
    """Add what can be added; returns what was refused, one sentence each."""
    refused = []
    for upload in uploads:
        try:
            photos.add_photo(version=initiative.latest_version, upload=upload)
        except photos.PhotoRefused as error:
            refused.append(f"‘{upload.name}’: {error}")
    return refused


def _render(
    request: HttpRequest,
    initiative: Initiative,
    token: str,
    forms: list[PhotoForm],
    refused: list[str] = (),
) -> HttpResponse:
    context = {
        "forms": forms,
        "refused": refused,
        "has_errors": bool(refused) or any(form.errors for form in forms),
        "room": MAX_PHOTOS - len(forms),
        "most": MAX_PHOTOS,
    }
    return render_step(request, initiative, token, STEP, context)
