"""Asking for one's links."""

import pytest
from post_office.models import Email

from agenda import registration
from tests.agenda.factories import register, session
from tests.submitting.browser import Visitor, errors, heading, typed
from tests.submitting.mails import links, subjects
from visitors import limits, views

pytestmark = pytest.mark.django_db
ASK = "/agenda/link-vragen/"
SUBJECT = "Jouw links naar je inschrijvingen"


def ask(email: str, **extra):
    return Visitor().post(ASK, {"email": email}, **extra)


def test_the_answer_is_the_same_whether_known_or_not():
    register(session())
    known, unknown = ask("mia@example.org"), ask("nooit@example.org")
    assert known.content == unknown.content
    assert subjects()[1:] == [("mia@example.org", SUBJECT)]


def test_one_mail_with_all_that_is_coming():
    for title, days in (("Later", 20), ("Eerst", 10)):
        register(session(title=title, days=days))
    register(session(title="Van An"), "An")
    registration.cancel(registration=register(session(title="Afgemeld", days=40)))
    ask("MIA@example.org")
    mail = Email.objects.latest("pk")
    for part in (mail.message, mail.html_message):
        shown = [part.count(title) for title in ("Eerst", "Later", "Van An", "Afgemeld")]
        assert shown == [1, 1, 0, 0]
    assert [Visitor().get(link).status_code for link in links(mail)] == [200, 200]


def test_what_was_handed_over_is_for_the_new_owner():
    mia = register(session())
    registration.hand_over(registration=mia, name="An", email="an@example.org")
    before = len(subjects())
    ask("mia@example.org")
    ask("an@example.org")
    assert subjects()[before:] == [("an@example.org", SUBJECT)]


@pytest.mark.parametrize("email", ["", "mia", "a" * 10_000, "mia@example.org\nBcc: x@y.be"])
def test_a_wrong_address(email):
    page = ask(email)
    assert (page.status_code, len(errors(page)), subjects()) == (200, 1, [])
    assert typed(page).get("email", [""]) == [email]


def test_opening_the_page_sends_nothing():
    register(session())
    assert heading(Visitor().get(ASK, {"email": "mia@example.org"})) == "Link kwijt?"
    assert len(subjects()) == 1


@pytest.mark.parametrize(
    ("where", "limit"), [(limits, "MAILS_PER_ADDRESS"), (views, "LINK_REQUESTS_PER_NETWORK")]
)
def test_the_limit_is_the_same_for_known_and_unknown(monkeypatch, where, limit):
    register(session())
    monkeypatch.setattr(where, limit, 1)
    for network, email in (("192.0.2.1", "mia@example.org"), ("192.0.2.2", "no@example.org")):
        first, second = (ask(email, REMOTE_ADDR=network) for _ in range(2))
        assert (errors(first), len(errors(second))) == ([], 1)
    assert len(subjects()) == 2
