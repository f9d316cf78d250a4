"""The application form: a page to begin, seven steps, and a way to stop and go on later."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from initiatives import emails, moderation, writing
from initiatives.answers import answers_by_step
from initiatives.completeness import missing_answers, steps_of
from initiatives.forms.kept import QUESTION_STEPS, kept_form, posted_form, save_answers
from initiatives.links import Purpose, make_token, manage_url
from initiatives.models import Assessment, Decision, Initiative, Status
from initiatives.steps import NotComplete, StepNotAllowed
from initiatives.views.access import opened_by
from visitors import limits
from visitors.forms import HONEYPOT, AddressForm

STEP_TITLES = {
    "kort": "Het initiatief in het kort",
    "verhaal": "Het verhaal",
    "waar": "Waar en voor wie?",
    "crisis": "Begonnen in een crisis",
    "criteria": "Drie vragen",
    "fotos": "Foto’s",
    "jij": "Wie ben je?",
    "nakijken": "Nakijken en versturen",
}
# A library or a school shares one address: many people may begin within the hour.
DRAFTS_PER_NETWORK = 40


@csrf_exempt
def submit(request: HttpRequest) -> HttpResponse:
    """What the form asks and how long it takes; beginning makes a draft."""
    # The step about a crisis comes only for whom it concerns.
    context = {"titles": [title for step, title in STEP_TITLES.items() if step != "crisis"]}
    if request.method != "POST":
        return render(request, "initiatives/submit/start.html", context)
    if request.POST.get(HONEYPOT):
        context["problem"] = "Er stond iets in een vak dat leeg moet blijven. Klik nog eens."
        return render(request, "initiatives/submit/start.html", context)
    try:
        limits.count("draft", limits.network(request), limit=DRAFTS_PER_NETWORK)
    except limits.TooOften as error:
        context["problem"] = str(error)
        return render(request, "initiatives/submit/start.html", context, status=429)
    token = make_token(moderation.start_draft(), Purpose.MANAGE)
    return redirect("initiatives:step", token=token, step="kort")


@opened_by(Purpose.MANAGE)
def step(request: HttpRequest, initiative: Initiative, token: str, step: str) -> HttpResponse:
    """One step with questions. Whatever is posted is kept, right or wrong."""
    if step not in QUESTION_STEPS:
        raise Http404
    if not initiative.is_open_for_writing:
        return redirect("initiatives:status", token=token)
    if request.method != "POST":
        version = initiative.latest_version
        if step not in steps_of(version):
            return redirect("initiatives:step", token=token, step="waar")
        form = kept_form(version, step)
        return render_step(request, initiative, token, step, {"form": form})
    try:
        with writing.open_version(initiative) as version:
            # In another tab it was said since that it began in no crisis.
            if step not in steps_of(version):
                return redirect("initiatives:step", token=token, step="waar")
            form = posted_form(version, step, request.POST)
            save_answers(version, step, form)
    except StepNotAllowed:
        return redirect("initiatives:status", token=token)
    if form.errors and direction(request) == "verder":
        return render_step(request, initiative, token, step, {"form": form})
    return go_on(request, initiative, token, step)


@opened_by(Purpose.MANAGE)
def review(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """The last step: read it over, change any part, send it."""
    if not initiative.is_open_for_writing:
        return redirect("initiatives:status", token=token)
    version = initiative.latest_version
    context = {
        "missing": missing_answers(initiative, version),
        "parts": answers_by_step(version),
        "shown_photos": version.version_photos.select_related("photo"),
    }
    if request.method != "POST":
        return render_step(request, initiative, token, "nakijken", context)
    if not context["missing"] and _too_fast(initiative):
        context["problem"] = "Dat ging heel snel. Lees alles nog eens na en klik dan op verstuur."
        return render_step(request, initiative, token, "nakijken", context)
    # Staff who enter it for someone send it; from the confirmation on, it is that person's.
    staff = None if initiative.contact.email_confirmed_at else initiative.entered_by
    try:
        moderation.send(initiative=initiative, staff=staff)
    except NotComplete as error:
        context["missing"] = error.missing
        context["problem"] = "Er ontbreekt nog iets. Vul het aan en verstuur dan."
        return render_step(request, initiative, token, "nakijken", context)
    return redirect("initiatives:status", token=token)


@opened_by(Purpose.MANAGE)
def later(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Stop now: get a link by mail that leads back here, on any device."""
    if not initiative.is_open_for_writing:
        return redirect("initiatives:status", token=token)
    confirmed = initiative.contact.email_confirmed_at is not None
    form = AddressForm(request.POST or None, initial={"email": initiative.contact.email})
    context = {"form": form, "token": token, "link": manage_url(initiative)}
    if request.method == "POST" and form.is_valid():
        email = initiative.contact.email if confirmed else form.cleaned_data["email"]
        try:
            limits.count("mail", email, limit=limits.MAILS_PER_ADDRESS)
            if not confirmed:
                writing.remember_address(initiative, email)
            emails.send_draft_link(initiative, email)
            context["sent_to"] = email
        except limits.TooOften as error:
            form.add_error("email", str(error))
        except StepNotAllowed:
            return redirect("initiatives:status", token=token)
    return render(request, "initiatives/submit/later.html", context)


def direction(request: HttpRequest) -> str:
    """Which button was pressed: verder, terug or later."""
    return request.POST.get("naar", "verder")


def go_on(request: HttpRequest, initiative: Initiative, token: str, step: str) -> HttpResponse:
    """To where the button that was pressed leads."""
    steps = steps_of(initiative.latest_version)
    index = steps.index(step)
    if direction(request) == "later":
        return redirect("initiatives:later", token=token)
    if direction(request) == "terug":
        return redirect("initiatives:step", token=token, step=steps[max(index - 1, 0)])
    if "nakijken" in request.GET:
        return redirect("initiatives:review", token=token)
    if steps[index + 1] == "nakijken":
        return redirect("initiatives:review", token=token)
    return redirect("initiatives:step", token=token, step=steps[index + 1])


def render_step(
    request: HttpRequest, initiative: Initiative, token: str, step: str, context: dict
) -> HttpResponse:
    """The page of `step`, with how far one is."""
    version = initiative.latest_version
    steps = steps_of(version)
    number = steps.index(step) + 1
    unfinished = {item.step for item in missing_answers(initiative, version)}
    template = step if step in {"fotos", "nakijken"} else "step"
    return render(
        request,
        f"initiatives/submit/{template}.html",
        {
            "initiative": initiative,
            "token": token,
            "step": step,
            "title": STEP_TITLES[step],
            "number": number,
            "total": len(steps),
            "steps": [
                {
                    "slug": slug,
                    "title": STEP_TITLES[slug],
                    "number": position,
                    "is_done": position < number and slug not in unfinished,
                }
                for position, slug in enumerate(steps, start=1)
            ],
            "photo_base": reverse("initiatives:status", args=[token]) + "foto/",
            "asked": what_staff_asked(initiative),
            **context,
        },
    )


def what_staff_asked(initiative: Initiative) -> Assessment | None:
    """The assessment that asked for the version now being written, or None."""
    if initiative.review_status != Status.CHANGES_REQUESTED:
        return None
    return Assessment.objects.filter(
        version__initiative=initiative,
        version__number=initiative.latest_version.number - 1,
        decision=Decision.REQUEST_CHANGES,
    ).first()


def _too_fast(initiative: Initiative) -> bool:
    age = timezone.now() - initiative.created_at
    return age.total_seconds() < settings.FASTEST_SUBMISSION
