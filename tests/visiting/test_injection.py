"""Whatever stands in a field, a mail has one sender, one receiver, one subject, and our headers."""

import html
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from post_office.models import Email

from initiatives import contacting, reporting
from tests import factories
from tests.visiting.pages import MESSAGE, write

pytestmark = pytest.mark.django_db
INJECTIONS = [
    "Jan\r\nBcc: iedereen@example.org",
    "Jan\nBcc: iedereen@example.org\n\nEen andere tekst",
    "Jan\rBcc: iedereen@example.org",
    "Jan\x0bBcc: iedereen@example.org\x0c",
    "Jan\x85Bcc: iedereen@example.org\u2028Cc: iedereen@example.org",
    "=?utf-8?q?Jan=0ABcc=3A_iedereen=40example.org?=",
    '"Jan" <iedereen@example.org>, Mia',
    "Jan\u202eneerei",
    "Content-Type: text/html; Jan <b>vet</b> {{ site_url }} {% now 'Y' %}",
]
USUAL = {
    *("Subject", "From", "To", "Date", "Message-ID", "MIME-Version", "Content-Type"),
    *("Auto-Submitted", "X-Auto-Response-Suppress", "Sensitivity"),
}


def received() -> list[EmailMessage]:
    """What waits, as a mail program reads the bytes of it, oldest first."""
    return [
        message_from_bytes(mail.email_message().message().as_bytes(), policy=policy.default)
        for mail in Email.objects.order_by("pk")
    ]


def envelope(mail: EmailMessage) -> tuple[list[str], set[str]]:
    """To whom, and the names of all its headers."""
    return [address.addr_spec for address in mail["To"].addresses], set(mail.keys())


@pytest.mark.parametrize("nasty", INJECTIONS)
@pytest.mark.parametrize("field", ["name", "text"])
def test_a_message(soup, field, nasty):
    """Past the form, which refuses some of these."""
    contacting.pass_on(initiative=soup, key="k", network="192.0.2.1", **(MESSAGE | {field: nasty}))
    mail, copy = received()
    assert envelope(mail) == ([soup.contact.email], USUAL | {"Reply-To"})
    assert envelope(copy) == (["jan@example.org"], USUAL)
    assert [answer.addr_spec for answer in mail["Reply-To"].addresses] == ["jan@example.org"]
    assert (mail["Subject"], copy["Subject"]) == (
        "Een bericht over Soep op de stoep",
        "Je bericht over Soep op de stoep",
    )
    for letter in (mail, copy):
        assert letter.get_content_type() == "multipart/alternative"
        shown = letter.get_body(["html"]).get_content()
        assert (shown.count("<b>"), shown.count("<!DOCTYPE html>")) == (0, 1)


@pytest.mark.parametrize("nasty", INJECTIONS)
def test_the_title_of_what_it_is_about(nasty):
    shown = factories.welcoming(title=nasty[:80])
    Email.objects.all().delete()
    contacting.pass_on(initiative=shown, key="k", network="192.0.2.1", **MESSAGE)
    mail, copy = received()
    assert (envelope(mail)[1], envelope(copy)[1]) == (USUAL | {"Reply-To"}, USUAL)
    assert mail["Subject"].startswith("Een bericht over ")


@pytest.mark.parametrize(
    "address", ["jan@x.be\r\nBcc: a@x.be", "jan@x.be, a@x.be", "Jan <jan@x.be>", "jan@x.be\0@y.be"]
)
def test_an_address_that_is_more_than_one_is_refused(visitor, soup, address):
    assert write(visitor, "contact", soup, email=address).status_code == 200
    assert Email.objects.count() == 0


@pytest.mark.parametrize("nasty", INJECTIONS)
def test_the_answer_to_a_report(soup, nasty):
    report = factories.report(soup, text=nasty)
    Email.objects.all().delete()
    reporting.settle(report=report, outcome="nothing", answer=nasty, staff=factories.moderator())
    (mail,) = received()
    assert envelope(mail) == (["jan@x.be"], USUAL)
    assert mail.get_body(["html"]).get_content().count("<b>") == 0


def test_what_was_typed_stays_what_it_is(soup):
    text = "{{ site_url }} {% include 'base.html' %} <b>soep</b> & brood"
    contacting.pass_on(
        initiative=soup, key="k", network="192.0.2.1", **(MESSAGE | {"text": text, "name": text})
    )
    shown = [
        (mail.message.count(text), mail.html_message.count(html.escape(text)))
        for mail in Email.objects.order_by("pk")
    ]
    assert shown == [(3, 3), (2, 2)]
