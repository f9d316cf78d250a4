"""Asking for a new link: the same answer for everybody, a mail only for whom we know."""

import pytest
from django.urls import reverse
from post_office.models import Email

from initiatives import moderation
from initiatives.models import Status
from tests import factories
from tests.submitting.browser import errors, heading, typed
from tests.submitting.mails import links, subjects
from visitors import limits, views

ASK = reverse("initiatives:ask-link")
SUBJECT = "Jouw link naar je initiatief"


@pytest.fixture
def known(db):
    initiative = factories.initiative(Status.SUBMITTED)
    Email.objects.all().delete()
    return initiative


def test_the_answer_is_the_same_and_only_the_known_gets_a_mail(known, visitor):
    pages = [
        visitor.post(ASK, {"email": email}) for email in (known.contact.email, "no@example.org")
    ]
    assert pages[0].content == pages[1].content
    assert [page.status_code for page in pages] == [200, 200]
    assert dict(pages[0].headers) == dict(pages[1].headers)
    assert subjects() == [(known.contact.email, SUBJECT)]


def test_the_link_works(known, visitor):
    visitor.post(ASK, {"email": known.contact.email.upper()})
    (link,) = links(Email.objects.get())
    assert heading(visitor.get(link)) == "Soep op de stoep"


def test_all_of_one_person_in_one_mail_and_nothing_of_another(known, visitor):
    for title, email in (("Haak en praat", known.contact.email), ("Geheim", "x@example.org")):
        other = factories.initiative(title=title)
        other.contact.email = email
        other.contact.save()
    visitor.post(ASK, {"email": known.contact.email})
    mail = Email.objects.get()
    assert (mail.to, len(links(mail))) == ([known.contact.email], 2)
    for part in (mail.message, mail.html_message):
        titles = ("Soep op de stoep", "Haak en praat", "Geheim")
        assert [part.count(title) for title in titles] == [1, 1, 0]


@pytest.mark.parametrize("typed_so", ["mia@ın.example", "MIA@in.example", "mia@In.Example"])
def test_the_mail_goes_to_the_address_we_know(known, visitor, typed_so):
    """Postgres takes a dotless i for an i, but it is somebody else's mailbox."""
    known.contact.email = "mia@in.example"
    known.contact.save()
    visitor.post(ASK, {"email": typed_so})
    assert [to for to, _ in subjects()] == ["mia@in.example"]


def test_what_was_erased_is_unknown(known, visitor):
    email = known.contact.email
    moderation.erase(initiative=known)
    visitor.post(ASK, {"email": email})
    assert subjects() == []


def test_opening_the_page_sends_nothing(known, visitor):
    assert heading(visitor.get(ASK, {"email": known.contact.email})) == "Vraag een nieuwe link"
    assert subjects() == []


@pytest.mark.parametrize("email", ["", "mia", "a" * 10_000, "mia@example.org\nBcc: x@y.be"])
def test_a_wrong_address(db, visitor, email):
    page = visitor.post(ASK, {"email": email})
    assert (page.status_code, len(errors(page)), subjects()) == (200, 1, [])
    assert typed(page).get("email", [""]) == [email]


@pytest.mark.parametrize(
    ("where", "limit"),
    [(limits, "MAILS_PER_ADDRESS"), (views, "LINK_REQUESTS_PER_NETWORK")],
)
def test_the_limit_is_the_same_for_known_and_unknown(known, visitor, monkeypatch, where, limit):
    monkeypatch.setattr(where, limit, 1)
    for network, email in (("192.0.2.1", known.contact.email), ("192.0.2.2", "no@example.org")):
        first, second = (visitor.post(ASK, {"email": email}, REMOTE_ADDR=network) for _ in range(2))
        assert heading(first) == heading(second) == "Vraag een nieuwe link"
        assert errors(first) == []
        assert errors(second) == [
            "Dit gebeurde het voorbije uur al heel vaak. Probeer het over een uur."
        ]
    assert len(subjects()) == 1
