"""Entering for someone who phones, and mending what was heard wrong."""

import pytest
from post_office.models import Email

from initiatives.admin.handling import own_page_url
from initiatives.links import Purpose, read_token
from initiatives.models import Contact, Initiative, Status, Step, TrailEntry
from tests.admin.addresses import QUEUE, page
from tests.factories import initiative, moderator

pytestmark = pytest.mark.django_db


def test_enter_for_someone_who_phones(desk):
    response = desk.post(f"{QUEUE}add/")

    started = Initiative.objects.get()
    *_, token, step, _ = response.url.split("/")
    assert (read_token(token, Purpose.MANAGE), step) == (started, "kort")
    assert started.entered_by == moderator()
    assert TrailEntry.objects.get().step == Step.ENTER


def test_go_on_with_what_was_entered(desk):
    desk.post(f"{QUEUE}add/")
    started = Initiative.objects.get()

    link = desk.get(page(started)).context["wizard_url"]

    assert desk.get(link).status_code == 200


@pytest.mark.parametrize("status", list(Status))
def test_the_submitters_page_is_ours_until_it_is_confirmed(desk, status):
    found = initiative(status)
    Initiative.objects.update(entered_by=moderator())

    link = desk.get(page(found)).context["own_page_url"]

    assert bool(link) == (status in {Status.DRAFT, Status.UNCONFIRMED})


def test_a_wrong_address_is_mended_on_the_submitters_page(desk):
    found = initiative(Status.UNCONFIRMED)
    Initiative.objects.update(entered_by=moderator())

    link = desk.get(page(found)).context["own_page_url"]
    desk.post(f"{link}adres/", {"email": "mia@example.org"})

    assert Contact.objects.get().email == "mia@example.org"
    assert Email.objects.latest("pk").to == ["mia@example.org"]


def test_of_what_a_person_sent_staff_get_no_link(db):
    assert own_page_url(initiative(Status.UNCONFIRMED)) == ""
