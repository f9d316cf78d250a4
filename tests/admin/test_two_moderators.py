"""Two moderators at once: one settles it, the other is told, and nothing is overwritten."""

from threading import Barrier, Thread

import pytest
from django.db import connection
from post_office.models import Email

from initiatives import moderation
from initiatives.assessing import (
    AlreadyDecided,
    SavedMeanwhile,
    assessment_for,
    save_assessment,
)
from initiatives.models import Decision, Initiative, Status, Step, TrailEntry
from tests.admin.addresses import answers, page
from tests.factories import REASONS, initiative, moderator

READY = {f"{name.value}_verdict": "meets" for name in REASONS} | {
    f"{name.value}_reason": reason for name, reason in REASONS.items()
}


@pytest.mark.django_db(transaction=True)
def test_two_decide_at_once():
    waiting = initiative(Status.SUBMITTED)
    save_assessment(initiative=waiting, revision=0, values=READY, staff=moderator())
    mails = Email.objects.count()
    people, start, told = [moderator("ann"), moderator("bob")], Barrier(2), {}

    def settle(staff):
        start.wait()
        try:
            moderation.decide(
                initiative=waiting, decision=Decision.PUBLISH, revision=1, staff=staff
            )
        except AlreadyDecided as error:
            told[staff.username] = str(error)
        finally:
            connection.close()

    threads = [Thread(target=settle, args=[person]) for person in people]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    winner = TrailEntry.objects.get(step=Step.PUBLISH).staff.username
    loser = {"ann": "bob", "bob": "ann"}[winner]
    assert told == {loser: f"{winner} was je voor: gepubliceerd. Er is niets overschreven."}
    assert Email.objects.count() == mails + 1


@pytest.mark.django_db(transaction=True)
def test_two_save_at_once():
    waiting = initiative(Status.SUBMITTED)
    people, start, told = [moderator("ann"), moderator("bob")], Barrier(2), []

    def save(staff):
        values = {"message": f"van {staff.username}"}
        start.wait()
        try:
            save_assessment(initiative=waiting, revision=0, values=values, staff=staff)
        except SavedMeanwhile as error:
            told.append(str(error))
        finally:
            connection.close()

    threads = [Thread(target=save, args=[person]) for person in people]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]

    saved = assessment_for(waiting)
    assert saved.revision == 1
    assert saved.message == f"van {saved.saved_by.username}"
    assert told == [
        f"{saved.saved_by} bewaarde deze beoordeling intussen. Er is niets overschreven."
    ]


def test_who_saves_second_sees_both_texts(desk):
    waiting = initiative(Status.SUBMITTED)
    mine = answers(waiting, message="Mijn tekst")
    save_assessment(
        initiative=waiting, revision=0, values={"message": "Zijn tekst"}, staff=moderator("bob")
    )

    response = desk.post(page(waiting), mine)

    form = response.context["form"]
    assert response.status_code == 409
    assert form["message"].value() == "Mijn tekst"
    assert form.fields["message"].saved_by_colleague == "Zijn tekst"
    assert assessment_for(waiting).message == "Zijn tekst"


def test_who_saves_after_the_decision_keeps_the_text(desk):
    waiting = initiative(Status.SUBMITTED)
    mine = answers(waiting, message="Mijn tekst", daarna="reject")
    saved = save_assessment(initiative=waiting, revision=0, values=READY, staff=moderator("bob"))
    moderation.decide(
        initiative=waiting,
        decision=Decision.PUBLISH,
        revision=saved.revision,
        staff=moderator("bob"),
    )

    response = desk.post(page(waiting), mine)

    assert response.context["notice"] == (
        "bob was je voor: gepubliceerd. Er is niets overschreven."
    )
    assert ("Boodschap in de mail", "Mijn tekst") in response.context["typed"].in_words_by_label
    assert Initiative.objects.get().status == Status.PUBLISHED


def test_a_page_of_an_older_version_is_told(desk):
    waiting = initiative(Status.SUBMITTED)
    old_page = answers(waiting, message="Over versie 1")
    saved = save_assessment(
        initiative=waiting,
        revision=0,
        values={"agency_remark": "Wie?"},
        staff=moderator("bob"),
    )
    moderation.decide(
        initiative=waiting,
        decision=Decision.REQUEST_CHANGES,
        revision=saved.revision,
        staff=moderator("bob"),
    )
    moderation.send(initiative=waiting)

    response = desk.post(page(waiting), old_page)

    assert response.context["notice"] == (
        "De indiener stuurde intussen een nieuwe versie. Er is niets overschreven."
    )
    assert assessment_for(waiting).pk is None
