"""Stopping, and going on later on any device."""

import pytest
from django.conf import settings
from post_office.models import Email

from initiatives.models import Status
from tests import factories
from tests.submitting.browser import address, errors, typed
from tests.submitting.mails import links, subjects
from visitors import limits


def test_the_link_by_mail_leads_back_to_what_was_written(draft, visitor):
    visitor.post(address("step", draft, step="kort"), {"title": "Soep", "summary": ""})
    page = visitor.post(address("later", draft), {"email": "mia@example.org"})
    assert page.context["sent_to"] == "mia@example.org"
    assert subjects() == [("mia@example.org", "Ga verder met je initiatief")]
    (link,) = links(Email.objects.get())
    assert visitor.get(link).status_code == 200
    assert typed(visitor.get(address("step", draft, step="kort"))) == {"title": ["Soep"]}


def test_the_link_is_shown_for_who_wants_no_mail(draft, visitor):
    page = visitor.get(address("later", draft))
    link = page.context["link"]
    assert page.content.decode().count(f'<a href="{link}">{link}</a>') == 1
    assert visitor.get(link.removeprefix(settings.SITE_URL)).status_code == 200


@pytest.mark.parametrize(
    "email",
    [
        *("mia", "mia@", "a@b.be, c@d.be", "mia@example.org\r\nBcc: x@example.org"),
        # Right on paper, but the mail queue takes the first for two addresses.
        *('"a,b"@example.org', '"<x>"@example.org', "mıa@example.org"),
    ],
)
def test_a_wrong_address_stays_and_is_told(draft, visitor, email):
    page = visitor.post(address("later", draft), {"email": email})
    assert errors(page) == ["Dit e-mailadres klopt niet. Bijvoorbeeld: an@voorbeeld.be."]
    assert subjects() == []


def test_the_limit(draft, visitor, monkeypatch):
    monkeypatch.setattr(limits, "MAILS_PER_ADDRESS", 2)
    url = address("later", draft)
    for _ in range(2):
        visitor.post(url, {"email": "mia@example.org"})
    page = visitor.post(url, {"email": "Mia@Example.org"})
    assert errors(page) == ["Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur."]
    assert typed(page) == {"email": ["Mia@Example.org"]}
    assert len(subjects()) == 2


def test_a_confirmed_address_is_the_only_one_that_gets_the_link(db, visitor):
    asked = factories.initiative(Status.CHANGES_REQUESTED)
    Email.objects.all().delete()
    visitor.post(address("later", asked), {"email": "somebody-else@example.org"})
    assert [to for to, _ in subjects()] == [asked.contact.email]
    asked.contact.refresh_from_db()
    assert asked.contact.email == f"mia{asked.pk}@example.org"


def test_a_domain_with_an_accent(draft, visitor):
    visitor.post(address("later", draft), {"email": "an@bücher.example"})
    assert subjects() == [("an@bücher.example", "Ga verder met je initiatief")]
