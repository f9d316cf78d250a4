"""A wrong e-mail address, mended before it is confirmed."""

import pytest
from post_office.models import Email

from initiatives.links import Purpose
from initiatives.models import Status
from tests import factories
from tests.submitting.browser import address, errors, heading, page_name, typed
from tests.submitting.mails import links, subjects
from visitors import limits

SUBJECT = "Bevestig je initiatief: Soep op de stoep"


@pytest.fixture
def sent(db):
    return factories.initiative(Status.UNCONFIRMED)


def test_the_new_address_gets_a_mail_and_the_old_links_die(sent, visitor):
    old = [address("status", sent), address("confirm", sent, Purpose.CONFIRM)]
    old += links(Email.objects.get())
    response = visitor.post(address("resend", sent), {"email": "right@example.org"})
    assert page_name(response) == "status"
    assert visitor.get(response.url).content.decode().count("<strong>right@example.org<") == 1
    assert [to for to, _ in subjects()] == [f"mia{sent.pk}@example.org", "right@example.org"]
    for url in old:
        assert visitor.get(url).status_code == visitor.post(url).status_code == 404
    sent.refresh_from_db()
    assert sent.status == Status.UNCONFIRMED
    visitor.post(links(Email.objects.latest("pk"))[0])
    sent.refresh_from_db()
    assert (sent.status, sent.contact.email) == (Status.SUBMITTED, "right@example.org")


def test_the_same_address_gets_the_mail_again(sent, visitor):
    visitor.post(address("resend", sent), {"email": sent.contact.email})
    assert subjects() == [(sent.contact.email, SUBJECT)] * 2


def test_a_wrong_address_stays_in_the_field(sent, visitor):
    page = visitor.post(address("resend", sent), {"email": "right@"})
    assert errors(page) == ["Dit e-mailadres klopt niet. Bijvoorbeeld: an@voorbeeld.be."]
    assert (typed(page), heading(page)) == ({"email": ["right@"]}, "Soep op de stoep")
    assert len(subjects()) == 1


def test_the_limit_keeps_what_was_typed(sent, visitor, monkeypatch):
    monkeypatch.setattr(limits, "MAILS_PER_ADDRESS", 0)
    page = visitor.post(address("resend", sent), {"email": "right@example.org"})
    assert errors(page) == ["Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur."]
    assert typed(page) == {"email": ["right@example.org"]}
    sent.contact.refresh_from_db()
    assert sent.contact.email == f"mia{sent.pk}@example.org"


@pytest.mark.parametrize("status", [Status.DRAFT, Status.SUBMITTED, Status.PUBLISHED])
def test_only_before_it_is_confirmed(db, visitor, status):
    initiative = factories.initiative(status)
    mails = len(subjects())
    page = visitor.post(address("resend", initiative), {"email": "x@example.org"})
    assert (page.status_code, page.context["problem"].startswith("Dit kan nu niet")) == (200, True)
    initiative.contact.refresh_from_db()
    assert initiative.contact.email == f"mia{initiative.pk}@example.org"
    assert len(subjects()) == mails


def test_the_trail_names_no_address(sent, visitor):
    visitor.post(address("resend", sent), {"email": "right@example.org"})
    last = sent.trail.last()
    assert (last.step, last.actor, last.why) == ("change_address", "submitter", "")
