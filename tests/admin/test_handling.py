"""Beside weighing: assign, take off the site, erase."""

import pytest
from django.urls import reverse
from post_office.models import Email

from initiatives.assessing import assessment_for, save_assessment
from initiatives.models import Contact, Initiative, Status, Step, TrailEntry, Version
from tests.admin.addresses import QUEUE, answers, page
from tests.factories import initiative, moderator, published

pytestmark = pytest.mark.django_db


def test_take_over_and_let_go(desk):
    waiting = initiative(Status.SUBMITTED)
    Initiative.objects.update(assigned_to=moderator("bob"))

    desk.post(page(waiting, "assign"), {"aan": "mij"})
    assert Initiative.objects.get().assigned_to == moderator()
    desk.post(page(waiting, "assign"), {"aan": "niemand"})
    assert Initiative.objects.get().assigned_to is None


def test_taking_it_keeps_what_was_typed(desk):
    waiting = initiative(Status.SUBMITTED)

    response = desk.post(page(waiting), answers(waiting, message="Dag.", aan="mij"))

    assert response.url == page(waiting)
    assert Initiative.objects.get().assigned_to == moderator()
    assert assessment_for(waiting).message == "Dag."


def test_taking_what_a_colleague_saved_meanwhile_assigns_nothing(desk):
    waiting = initiative(Status.SUBMITTED)
    typed = answers(waiting, message="Mijn tekst", aan="mij")
    save_assessment(
        initiative=waiting, revision=0, values={"message": "Zijn tekst"}, staff=moderator("bob")
    )

    response = desk.post(page(waiting), typed)

    assert response.status_code == 409
    assert response.context["form"]["message"].value() == "Mijn tekst"
    assert Initiative.objects.get().assigned_to is None


def test_archive_and_show_again(manager_desk):
    shown = published()

    manager_desk.post(page(shown, "step", "archiveren"))
    assert Initiative.objects.get().status == Status.ARCHIVED
    manager_desk.post(page(shown, "step", "opnieuw-tonen"))
    assert Initiative.objects.get().status == Status.PUBLISHED


def test_withdraw_for_someone_who_phones(desk):
    shown = published()

    desk.post(page(shown, "step", "intrekken"))

    assert Initiative.objects.get().status == Status.WITHDRAWN
    last = TrailEntry.objects.last()
    assert (last.step, last.staff) == (Step.WITHDRAW, moderator())


def test_erase_leaves_a_page_without_anything_of_the_person(manager_desk):
    shown = published(title="Geheime titel")

    manager_desk.post(page(shown, "step", "wissen"))

    left = [model.objects.count() for model in (Contact, Version, Email)]
    assert left == [0, 0, 0]
    html = manager_desk.get(page(shown)).content.decode()
    assert ("Geheime" in html, "Mia" in html) == (False, False)
    assert ("Andere stappen" in html, "toegewezen" in html) == (False, False)
    assert manager_desk.get(f"{QUEUE}?stand=alles").status_code == 200


def test_a_step_that_can_not_be_taken_is_told(manager_desk):
    rejected = initiative(Status.REJECTED)

    response = manager_desk.post(page(rejected, "step", "archiveren"), follow=True)

    (message,) = response.context["messages"]
    assert str(message) == (
        "Dit kan nu niet: de status is ‘niet weerhouden’. Kijk de pagina opnieuw na."
    )


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_its_page(manager_desk, status):
    found = initiative(status)
    Initiative.objects.update(entered_by=moderator())

    response = manager_desk.get(page(found))

    assert response.status_code == 200
    assert (response.context["form"] is None) == (status != Status.SUBMITTED)


def test_a_stranger_is_led_to_the_login(client):
    response = client.get(QUEUE)

    assert response.url == f"{reverse('admin:login')}?next={QUEUE}"
