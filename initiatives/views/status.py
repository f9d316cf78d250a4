"""Somebody's own page: where the initiative stands, what was asked, and what can be done."""

from __future__ import annotations

from contextlib import suppress

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt

from initiatives import emails, moderation
from initiatives.links import Purpose, make_token
from initiatives.models import Decision, Initiative, Status, Step
from initiatives.steps import ALLOWED_FROM, StepNotAllowed
from initiatives.views.access import opened_by
from initiatives.views.submitting import what_staff_asked
from initiatives.working_days import promised_by
from visitors import limits
from visitors.forms import AddressForm
from visitors.views import mail_lost_link

STRAND_TITLES = ["Ontvangen", "Wij lezen het", "Misschien een vraag aan jou", "Online"]
STRAND = {
    Status.UNCONFIRMED: 0,
    Status.SUBMITTED: 1,
    Status.CHANGES_REQUESTED: 2,
    Status.PUBLISHED: 3,
}


@opened_by(Purpose.MANAGE)
def status(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Where it stands, what happens next and by when."""
    return _render(request, initiative, token)


@opened_by(Purpose.CONFIRM)
def confirm(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Confirm an e-mail address. Opening the link shows a button; only the button confirms, so a
    mail scanner that opens links confirms nothing."""
    manage_token = make_token(initiative, Purpose.MANAGE)
    if request.method == "POST":
        # Confirmed before, or withdrawn since? The status page tells which.
        with suppress(StepNotAllowed):
            moderation.confirm(initiative=initiative)
        return redirect("initiatives:status", token=manage_token)
    return render(
        request,
        "initiatives/confirm.html",
        {
            "initiative": initiative,
            "version": initiative.latest_version,
            "manage_token": manage_token,
            "is_open": initiative.status == Status.UNCONFIRMED,
            "consents": initiative.consents.filter(withdrawn_at__isnull=True),
        },
    )


@opened_by(Purpose.MANAGE)
def resend(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Send the confirmation again, to a better address if one is given."""
    form = AddressForm(request.POST)
    if request.method != "POST":
        return redirect("initiatives:status", token=token)
    if not form.is_valid():
        return _render(request, initiative, token, address_form=form)
    try:
        limits.count("mail", form.cleaned_data["email"], limit=limits.MAILS_PER_ADDRESS)
        initiative = moderation.change_address(
            initiative=initiative, email=form.cleaned_data["email"]
        )
    except limits.TooOften as error:
        form.add_error("email", str(error))
        return _render(request, initiative, token, address_form=form)
    except StepNotAllowed as error:
        return _render(request, initiative, token, problem=str(error))
    # The address got a new link key, so this page has a new address too.
    return redirect("initiatives:status", token=make_token(initiative, Purpose.MANAGE))


@opened_by(Purpose.MANAGE)
def edit(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Begin an edit of something published."""
    if request.method != "POST":
        return redirect("initiatives:status", token=token)
    return _take(request, initiative, token, moderation.start_edit, "initiatives:review")


@opened_by(Purpose.MANAGE)
def drop_edit(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Let an edit go, after a question."""
    if request.method != "POST":
        return _ask(request, initiative, token, "drop_edit")
    return _take(request, initiative, token, moderation.drop_edit, "initiatives:status")


@opened_by(Purpose.MANAGE)
def withdraw(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Take the initiative back, after a question."""
    if request.method != "POST":
        return _ask(request, initiative, token, "withdraw")
    return _take(request, initiative, token, moderation.withdraw, "initiatives:status")


@opened_by(Purpose.MANAGE)
def erase(request: HttpRequest, initiative: Initiative, token: str) -> HttpResponse:
    """Have everything forgotten, after a question. The link stops working with it."""
    if request.method != "POST":
        return _ask(request, initiative, token, "erase")
    moderation.erase(initiative=initiative)
    return render(request, "initiatives/erased.html")


@csrf_exempt
def ask_link(request: HttpRequest) -> HttpResponse:
    """Get a new link by mail. The answer is the same whether we know the address or not."""
    return mail_lost_link(request, emails.send_all_links, template="initiatives/ask_link.html")


def _take(request: HttpRequest, initiative: Initiative, token: str, step, then: str):
    try:
        step(initiative=initiative)
    except StepNotAllowed as error:
        initiative.refresh_from_db()
        return _render(request, initiative, token, problem=str(error))
    return redirect(then, token=token)


def _ask(request: HttpRequest, initiative: Initiative, token: str, question: str) -> HttpResponse:
    context = {"initiative": initiative, "token": token, "question": question}
    return render(request, "initiatives/sure.html", context)


def _render(
    request: HttpRequest,
    initiative: Initiative,
    token: str,
    *,
    address_form: AddressForm | None = None,
    problem: str = "",
) -> HttpResponse:
    version = initiative.latest_version
    assessment = getattr(version, "assessment", None)
    state = f"edit_{initiative.edit_status}" if initiative.edit_status else initiative.status
    waiting_since = initiative.waiting_since
    return render(
        request,
        "initiatives/status.html",
        {
            "initiative": initiative,
            "token": token,
            "problem": problem,
            "state_template": f"initiatives/state/{state}.html",
            "asked": what_staff_asked(initiative),
            "assessment": assessment,
            "last_edit_rejected": assessment and assessment.decision == Decision.REJECT,
            "by": promised_by(waiting_since) if waiting_since else None,
            "address_form": address_form
            or AddressForm(initial={"email": initiative.contact.email}),
            "steps": _strand(initiative),
            "show_strand": initiative.review_status in STRAND,
            "can_withdraw": initiative.status in ALLOWED_FROM[Step.WITHDRAW],
        },
    )


def _strand(initiative: Initiative) -> list[dict]:
    """The road of an initiative as a strand: Ontvangen, Wij lezen het, a question, Online."""
    now = STRAND.get(initiative.review_status, 0)
    return [
        {
            "title": title,
            "text": "Hier ben je nu" if index == now else "",
            "state": "current" if index == now else "done" if index < now else "future",
        }
        for index, title in enumerate(STRAND_TITLES)
    ]
