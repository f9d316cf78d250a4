"""Who takes part in a session."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agenda import exporting, registration
from agenda.admin.access import get_registration, get_session, page_context, posted, require
from agenda.admin.taking import take
from agenda.errors import AgendaError
from agenda.forms.participant import PhoneForm
from agenda.forms.session import NothingForm
from agenda.models import HOLDING, Registration, RegistrationStatus, SeatChange, Session

HEADER = [
    *("Naam", "Organisatie", "Gemeente", "E-mailadres", "Telefoon", "Plaatsen", "Hoe", "Stand"),
    *("Wat nodig is", "Eten", "Opmerking", "Wil weten wat erna komt", "Aanwezig"),
]


def lists(session: Session) -> dict:
    """Who takes part, who waits in which order, and who is gone."""
    rows = session.registrations.select_related("municipality")
    waiting = list(rows.waiting())
    taking_part = list(rows.filter(status__in=HOLDING).order_by("name", "pk"))
    return {
        "taking_part": taking_part,
        "waiting": waiting,
        "gone": session.registrations.count() - len(taking_part) - len(waiting),
        "can_mark": timezone.localdate() >= timezone.localdate(session.begins_at),
    }


@never_cache
@require_safe
def printed(request: HttpRequest, pk: int) -> HttpResponse:
    """The list to print: names, and what people need."""
    require(request, "view_registration")
    session = get_session(request, pk)
    context = page_context(request, "Deelnemerslijst", session=session, **lists(session))
    return render(request, "admin/agenda/print.html", context)


@never_cache
@require_safe
def spreadsheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who counts on it, as an Excel file."""
    require(request, "view_registration")
    session = get_session(request, pk)
    found = lists(session)
    rows = [_row(one) for one in [*found["taking_part"], *found["waiting"]]]
    day = f"{timezone.localtime(session.begins_at):%Y-%m-%d}"
    return exporting.xlsx(f"deelnemers-{day}", HEADER, rows)


@require_POST
def present(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep how many came, of each registration on the page."""
    session = get_session(request, pk)
    require(request, "change_registration")
    wrong = 0
    for one in session.registrations.filter(status=RegistrationStatus.CONFIRMED):
        typed = request.POST.get(f"aanwezig_{one.pk}")
        if typed is None:
            continue
        try:
            count = int(typed) if typed.strip() else None
            if count != one.present:
                registration.mark_present(registration=one, present=count, staff=request.user)
        except (AgendaError, ValueError) as error:
            wrong += 1
            reason = error if isinstance(error, AgendaError) else "Schrijf een getal."
            messages.error(request, f"{one.name or '(gewist)'}: {reason}")
    if not wrong:
        messages.success(request, "De aanwezigen zijn bewaard.")
    return redirect("admin:agenda_session_change", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def by_phone(request: HttpRequest, pk: int) -> HttpResponse:
    """Register somebody who phones."""
    session = get_session(request, pk)
    require(request, "add_registration")
    form = PhoneForm(posted(request), session=session)
    return take(
        request,
        session=session,
        form=form,
        act=lambda values: registration.register(
            session=session, staff=request.user, **form.values()
        ),
        title="Inschrijven voor iemand die belt",
        button="Schrijf in",
        done="De inschrijving is bewaard. Die persoon krijgt een mail.",
        back=reverse("admin:agenda_session_change", args=[pk]),
        what_happens=["Is er geen plaats meer? Dan komt die persoon op de wachtlijst."],
    )


class PersonStep(NamedTuple):
    """A step with one registration."""

    title: str
    what_happens: list[str]
    button: str
    done: str
    act: Callable[..., Registration]
    right: str


PERSON_STEPS = {
    "afmelden": PersonStep(
        "Afmelden",
        [
            "Doe dit als die persoon het vraagt. De plaats gaat naar wie wacht.",
            "Die persoon krijgt een mail.",
        ],
        "Meld af",
        "Afgemeld. Die persoon krijgt een mail.",
        registration.cancel,
        "change_registration",
    ),
    "wissen": PersonStep(
        "Gegevens wissen",
        [
            "Naam, e-mailadres, antwoorden en mails van die persoon verdwijnen voorgoed.",
            "Komt de sessie nog? Dan is de plaats weer vrij.",
            "Er blijft alleen dat er een inschrijving was, en uit welke gemeente.",
            "Niemand kan het terughalen.",
        ],
        "Wis alles, voorgoed",
        "De gegevens zijn gewist.",
        lambda registration, staff: _erase(registration, staff),
        "delete_registration",
    ),
}


def _erase(one: Registration, staff) -> Registration:
    return registration.erase(registration=one, staff=staff, actor=SeatChange.Actor.STAFF)


@require_http_methods(["GET", "HEAD", "POST"])
def take_step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Cancel for somebody, or erase."""
    step = PERSON_STEPS.get(name)
    if step is None:
        raise Http404
    one = get_registration(request, pk, step.right)
    return take(
        request,
        session=one.session,
        form=NothingForm(posted(request), session=one.session),
        act=lambda values: step.act(registration=one, staff=request.user),
        title=f"{step.title}: {one.name or '(gewist)'}",
        button=step.button,
        done=step.done,
        back=reverse("admin:agenda_session_change", args=[one.session_id]),
        what_happens=step.what_happens,
    )


def _row(one: Registration) -> list:
    return [
        one.name or "(gewist)",
        one.organisation,
        one.municipality.name if one.municipality else "",
        one.email,
        one.phone,
        one.seats,
        one.get_way_display(),
        one.get_status_display(),
        one.access_needs,
        one.dietary_needs,
        one.note,
        "ja" if one.wants_follow_up else "nee",
        "" if one.present is None else one.present,
    ]
