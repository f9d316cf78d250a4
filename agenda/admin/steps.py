"""Steps that staff take with a session: each by agenda/scheduling.py, never by a plain field."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from agenda import scheduling
from agenda.admin.access import get_session, posted
from agenda.admin.taking import take
from agenda.forms.session import (
    CancelForm,
    CapacityForm,
    MoveForm,
    NothingForm,
    OnlineForm,
    StepForm,
    TrainersForm,
)
from agenda.models import Session, SessionStatus, SessionWay


class StaffStep(NamedTuple):
    """A step, what the page says before it, and when it can be taken."""

    title: str
    what_happens: list[str]
    button: str
    done: str
    form: type[StepForm]
    act: Callable[..., object]
    fits: Callable[[Session], bool]
    right: str = "change_session"


def _coming(session: Session) -> bool:
    return session.status == SessionStatus.OPEN and not session.has_begun


def _can_be_called_off(session: Session) -> bool:
    if session.is_over or session.status == SessionStatus.CANCELLED:
        return False
    return session.status == SessionStatus.OPEN or scheduling.is_promised(session)


STEPS = {
    "publiceren": StaffStep(
        "Publiceren",
        [
            "Iedereen kan de sessie vinden en zich inschrijven.",
            "Een besloten sessie staat niet in de agenda. Daarvoor is er een geheime link.",
            "Verander je later iets? Dan krijgen de deelnemers een mail.",
        ],
        "Publiceer",
        "De sessie is gepubliceerd.",
        NothingForm,
        lambda session, staff: scheduling.open_session(session=session, staff=staff),
        lambda session: session.status == SessionStatus.DRAFT,
    ),
    "verplaatsen": StaffStep(
        "Verplaatsen",
        [
            "Verander het moment, de plaats of de link. De rest laat je staan.",
            "Iedereen die nog meetelt, krijgt een mail en een nieuwe afspraak in de agenda.",
            "Je leest de mail voor ze vertrekt.",
        ],
        "Verplaats",
        "De sessie is verplaatst.",
        MoveForm,
        lambda session, staff, **changes: scheduling.move(
            session=session, changes=changes, staff=staff
        ),
        _coming,
    ),
    "online": StaffStep(
        "Online laten doorgaan",
        [
            "Iedereen doet voortaan online mee. Wie een plaats heeft, houdt die.",
            "Iedereen krijgt een mail en een nieuwe afspraak in de agenda.",
        ],
        "Maak online",
        "De sessie gaat nu online door.",
        OnlineForm,
        scheduling.switch_to_online,
        lambda session: _coming(session) and session.way != SessionWay.ONLINE,
    ),
    "plaatsen": StaffStep(
        "Aantal plaatsen",
        [
            "Meer plaatsen? Wie wacht, krijgt een aanbod, in volgorde.",
            "Minder plaatsen dan er mensen zijn? Kies wat er met hen gebeurt.",
            "Een groep blijft samen. Daardoor kunnen er plaatsen leeg blijven.",
        ],
        "Verander het aantal",
        "Het aantal plaatsen is veranderd.",
        CapacityForm,
        scheduling.change_capacity,
        _coming,
    ),
    "begeleiders": StaffStep(
        "Begeleiders",
        ["Een begeleider kan maar op één plek tegelijk zijn. Er gaat geen mail."],
        "Bewaar",
        "De begeleiders zijn bewaard.",
        TrainersForm,
        lambda session, staff, trainers: scheduling.book_trainers(
            session=session, trainers=list(trainers)
        ),
        lambda session: session.status == SessionStatus.OPEN,
    ),
    "afgelasten": StaffStep(
        "Afgelasten",
        [
            "De sessie gaat niet door. Dat kan je niet ongedaan maken.",
            "Iedereen die nog meetelt, krijgt een mail met jouw reden. Ook wie het aanvroeg.",
            "De begeleiders zijn weer vrij.",
        ],
        "Gelast af",
        "De sessie gaat niet door. De deelnemers krijgen een mail.",
        CancelForm,
        lambda session, staff, reason: scheduling.cancel_session(
            session=session,
            reason=reason,
            staff=staff,
            even_draft=scheduling.is_promised(session),
        ),
        _can_be_called_off,
    ),
    "verwijderen": StaffStep(
        "Verwijderen",
        ["Niemand zag deze sessie al. Ze verdwijnt voorgoed."],
        "Verwijder",
        "De sessie is verwijderd.",
        NothingForm,
        lambda session, staff: scheduling.delete_draft(session=session),
        lambda session: (
            session.status == SessionStatus.DRAFT and not scheduling.is_promised(session)
        ),
    ),
}


def possible_steps(request: HttpRequest, session: Session) -> dict[str, StaffStep]:
    """The steps that this person may take with this session now."""
    return {
        name: step
        for name, step in STEPS.items()
        if step.fits(session) and request.user.has_perm(f"agenda.{step.right}")
    }


@require_http_methods(["GET", "HEAD", "POST"])
def take_step(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Take one of STEPS."""
    step = STEPS.get(name)
    if step is None:
        raise Http404
    session = get_session(request, pk, step.right)
    is_gone = name == "verwijderen"
    page = reverse("admin:agenda_session_change", args=[pk])
    return take(
        request,
        session=session,
        form=step.form(posted(request), session=session),
        act=lambda values: step.act(session=session, staff=request.user, **values),
        title=step.title,
        button=step.button,
        done=step.done,
        back=reverse("admin:agenda_session_changelist") if is_gone else page,
        what_happens=step.what_happens,
    )
