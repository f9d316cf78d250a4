"""From weighing to a decision: nothing is lost, nothing goes unread."""

import re

import pytest
from post_office.models import Email

from initiatives import moderation
from initiatives.assessing import assessment_for
from initiatives.models import Initiative, TrailEntry, Version
from tests.admin.addresses import QUEUE, answers, page
from tests.factories import Status, initiative, published

pytestmark = pytest.mark.django_db

DECISIONS = {
    "publish": ({}, Status.PUBLISHED),
    "request_changes": ({"agency_remark": "Wie beslist er mee?"}, Status.CHANGES_REQUESTED),
    "reject": ({"agency_verdict": "fails", "message": "Een winkel."}, Status.REJECTED),
}


def test_save_without_deciding(desk):
    waiting = initiative(Status.SUBMITTED)

    response = desk.post(page(waiting), answers(waiting, local_link="Samen met de gemeente."))

    assert response.status_code == 302
    saved = assessment_for(waiting)
    assert (saved.local_link, saved.revision, saved.decision) == ("Samen met de gemeente.", 1, "")
    assert Initiative.objects.get().status == Status.SUBMITTED


@pytest.mark.parametrize("decision", DECISIONS)
def test_every_decision(desk, decision):
    changed, status = DECISIONS[decision]
    waiting = initiative(Status.SUBMITTED)

    response = desk.post(page(waiting), answers(waiting, daarna=decision, **changed))
    assert response.url == page(waiting, "decide", decision)
    assert Initiative.objects.get().status == Status.SUBMITTED
    response = desk.post(response.url, {"revision": "1"})

    assert response.url == QUEUE
    assert Initiative.objects.get().status == status


@pytest.mark.parametrize("decision", DECISIONS)
def test_the_mail_that_was_read_is_the_mail_that_goes(desk, decision, monkeypatch):
    monkeypatch.setattr("django.core.signing.time.time", lambda: 1_800_000_000)
    waiting = initiative(Status.SUBMITTED)
    changed, _ = DECISIONS[decision]
    desk.post(page(waiting), answers(waiting, **{"message": "Dag."} | changed))

    shown = desk.get(page(waiting, "decide", decision)).context["mail"]
    desk.post(page(waiting, "decide", decision), {"revision": "1"})

    sent = Email.objects.latest("pk")
    assert (shown.subject, shown.text, shown.html) == (
        sent.subject,
        sent.message,
        sent.html_message,
    )


def test_an_obstacle_keeps_everything(desk):
    waiting = initiative(Status.SUBMITTED)

    sent = answers(waiting, agency_verdict="unclear", agency_remark="Wie dan?", daarna="publish")
    response = desk.post(page(waiting), sent)

    form = response.context["form"]
    assert response.status_code == 200
    assert list(form.errors) == ["agency_verdict"]
    assert (form["agency_remark"].value(), form["revision"].value()) == ("Wie dan?", 1)
    assert assessment_for(waiting).agency_remark == "Wie dan?"


def test_too_long_keeps_everything(desk):
    waiting = initiative(Status.SUBMITTED)

    response = desk.post(page(waiting), answers(waiting, agency_reason="x" * 301))

    assert list(response.context["form"].errors) == ["agency_reason"]
    assert response.context["form"]["agency_reason"].value() == "x" * 301


def test_reading_changes_nothing(desk):
    waiting = initiative(Status.SUBMITTED)
    desk.post(page(waiting), answers(waiting))
    before = snapshot()

    for address in (
        QUEUE,
        page(waiting),
        page(waiting, "preview"),
        page(waiting, "decide", "publish"),
        page(waiting, "step", "intrekken"),
        f"{QUEUE}add/",
    ):
        assert desk.get(address).status_code == 200
    assert desk.get(page(waiting, "assign")).status_code == 405
    assert snapshot() == before


def snapshot():
    return [
        list(model.objects.order_by("pk").values())
        for model in (Initiative, Version, TrailEntry, Email)
    ]


def test_the_preview_shows_the_version_that_waits(desk):
    shown = published(title="Oude naam")
    moderation.start_edit(initiative=shown)
    Version.objects.filter(initiative=shown, number=2).update(title="Nieuwe naam")
    moderation.send(initiative=shown)

    html = desk.get(page(shown, "preview")).content.decode()

    assert re.findall(r"<h1[^>]*>\s*(.*?)\s*</h1>", html, re.S) == ["Nieuwe naam"]
