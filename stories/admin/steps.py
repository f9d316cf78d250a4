"""What staff do with a story: look first, show, take off, note what was agreed, withdraw. Each page
says what will happen; a button does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from initiatives.pictures import PhotoRefused
from stories import ledger, portraits, publishing
from stories.admin.access import get_story, page_context
from stories.errors import StoryError
from stories.forms import AgreementForm, PictureForm
from stories.models import State, Story
from stories.telling import as_told


class StaffStep(NamedTuple):
    """A step that staff may take, and what the page says before they do."""

    title: str
    what_happens: list[str]
    button: str
    done: str
    act: Callable[..., Story]


STEPS = {
    "aankondigen": StaffStep(
        "Aankondigen: dit verhaal volgt",
        [
            "Het verhaal krijgt een bladzijde met de titel, het korte stukje en de drempels.",
            "Zorg dat daar geen naam in staat.",
        ],
        "Kondig aan",
        "De bladzijde staat op de site: dit verhaal volgt.",
        publishing.announce,
    ),
    "tonen": StaffStep(
        "Op de site zetten",
        [
            "Iedereen kan het verhaal lezen, met de tips die eruit komen.",
            "De foto staat erbij als dat afgesproken is.",
            "Wil je later iets veranderen? Dan haal je het verhaal er eerst af.",
        ],
        "Zet op de site",
        "Het verhaal staat op de site.",
        publishing.show,
    ),
    "afhalen": StaffStep(
        "Van de site halen om te veranderen",
        [
            "Niemand kan het verhaal nog lezen. Er wordt niets gewist.",
            "Laat de verteller daarna nalezen wat je veranderde.",
        ],
        "Haal van de site",
        "Het verhaal staat niet meer op de site. Je kan het nu veranderen.",
        publishing.take_off,
    ),
    "intrekken": StaffStep(
        "Intrekken en alles wissen",
        [
            "Het verhaal, de naam, de foto, de tips eruit en de mails zijn meteen weg.",
            "Ook de namen bij de toestemming. De link van de verteller werkt niet meer.",
            "Op het oude adres staat: dit verhaal staat hier niet meer. Niet van wie het was.",
            "Dit is voorgoed. Niemand kan het terughalen.",
        ],
        "Trek in en wis alles, voorgoed",
        "Het verhaal is ingetrokken. Er is niets van bewaard.",
        publishing.withdraw,
    ),
}


@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The story as it will be read, picture and tips included."""
    story = get_story(request, pk, "view_story")
    context = page_context(request, "Voorbeeld", story)
    # As if it was on the site; not saved.
    story.state = State.SHOWN
    return render(request, "stories/preview.html", context | as_told(story))


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Say what the step does; on POST, take it."""
    story = get_story(request, pk)
    if name not in STEPS:
        raise Http404
    what = STEPS[name]
    if request.method == "POST":
        try:
            what.act(story=story, staff=request.user)
            messages.success(request, what.done)
        except StoryError as error:
            messages.error(request, str(error))
        return redirect("admin:stories_story_change", pk)
    context = page_context(
        request, what.title, story, what_happens=what.what_happens, button=what.button
    )
    return render(request, "admin/stories/step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """Note what was agreed about the story."""
    story = get_story(request, pk)
    form = AgreementForm(request.POST or None, agreement=story.agreement)
    if request.method == "POST" and form.is_valid():
        try:
            ledger.record(story=story, staff=request.user, **form.cleaned_data)
        except StoryError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, "De toestemming is genoteerd.")
            return redirect("admin:stories_story_change", pk)
    context = page_context(
        request,
        "Toestemming noteren",
        story,
        form=form,
        what_happens=[
            "Dit komt in de plaats van wat er vroeger afgesproken was.",
            "Staat er een e-mailadres? Dan gaat er een mail naartoe met de link van de verteller.",
        ],
        button="Noteer de toestemming",
    )
    return render(request, "admin/stories/step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a picture, put another in its place, or take it away."""
    story = get_story(request, pk)
    form = PictureForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and _change_picture(request, story, form):
        return redirect("admin:stories_story_change", pk)
    context = page_context(
        request,
        "De foto",
        story,
        form=form,
        has_picture=hasattr(story, "portrait"),
        what_happens=["Bij een andere foto noteer je de toestemming opnieuw."],
        button="Bewaar de foto",
    )
    return render(request, "admin/stories/step.html", context)


def _change_picture(request: HttpRequest, story: Story, form: forms.Form) -> bool:
    try:
        if "weg" in request.POST:
            portraits.remove_portrait(story=story)
            messages.success(request, "De foto is weg, met al haar formaten.")
        elif not form.is_valid():
            return False
        else:
            answers = form.cleaned_data
            portraits.set_portrait(story=story, upload=answers["photo"], alt=answers["alt"])
            messages.success(request, "De foto is bewaard. Noteer nu of ze getoond mag worden.")
    except PhotoRefused as error:
        form.add_error("photo", str(error))
        return False
    except StoryError as error:
        messages.error(request, str(error))
    return True
