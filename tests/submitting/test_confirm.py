"""Confirming an e-mail address: a link that a mail scanner may open without harm."""

import pytest
from post_office.models import Email

from initiatives import moderation
from initiatives.links import Purpose
from initiatives.models import Contact, Initiative, Status, TrailEntry
from tests import factories
from tests.submitting.browser import address, heading, page_name
from tests.submitting.mails import links, subjects


@pytest.fixture
def sent(db):
    return factories.initiative(Status.UNCONFIRMED)


def state() -> list:
    return [list(model.objects.values()) for model in (Initiative, Contact, TrailEntry)]


def test_opening_the_link_changes_nothing(sent, visitor):
    (link,) = links(Email.objects.get())
    before = state()
    for method in (visitor.get, visitor.head, visitor.options):
        assert method(link).status_code == 200
    assert heading(visitor.get(link)) == "Ben jij dit?"
    assert (state(), len(subjects())) == (before, 1)


def test_the_button_confirms(sent, visitor):
    response = visitor.post(links(Email.objects.get())[0])
    assert page_name(response) == "status"
    assert visitor.get(response.url).status_code == 200
    sent.refresh_from_db()
    assert (sent.status, sent.waiting_since is None) == (Status.SUBMITTED, False)
    assert list(Initiative.objects.waiting()) == [sent]
    assert subjects()[1:] == [(sent.contact.email, "Wij kregen je initiatief: Soep op de stoep")]


def test_a_second_time_is_told_and_changes_nothing(sent, visitor):
    (link,) = links(Email.objects.get())
    visitor.post(link)
    before = state()
    page = visitor.get(link)
    assert (page.status_code, heading(page)) == (200, "Deze link is al gebruikt")
    assert page_name(visitor.post(link)) == "status"
    assert (state(), len(subjects())) == (before, 2)


def test_after_withdrawing_it_can_not_be_confirmed(sent, visitor):
    (link,) = links(Email.objects.get())
    moderation.withdraw(initiative=sent)
    visitor.post(link)
    sent.refresh_from_db()
    assert (sent.status, Contact.objects.get().email_confirmed_at) == (Status.WITHDRAWN, None)
    assert heading(visitor.get(link)) == "Deze link is al gebruikt"


def test_a_manage_link_opens_no_confirmation_and_the_reverse(sent, visitor):
    confirm = address("confirm", sent, Purpose.CONFIRM)
    manage = address("status", sent)
    swapped = [
        confirm.replace("bevestigen", "mijn"),
        manage.replace("mijn", "bevestigen"),
        confirm.replace("bevestigen", "aanmelden") + "kort/",
    ]
    before = state()
    for url in swapped:
        for method in (visitor.get, visitor.post):
            page = method(url)
            assert (page.status_code, heading(page)) == (404, "Deze link werkt niet")
    assert state() == before


def test_a_link_confirms_only_its_own_initiative(sent, visitor):
    other = factories.initiative(Status.UNCONFIRMED)
    visitor.post(links(Email.objects.earliest("pk"))[0])
    other.refresh_from_db()
    assert other.status == Status.UNCONFIRMED
