"""Putting a mail in the queue."""

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from post_office.models import STATUS, Email

from mail.sending import queue_mail, render_mail

NASTY = "<b>{{ site_url }}</b>{% now 'Y' %} & co"


def queue(name: str, to: str = "mia@example.org", **kwargs) -> Email:
    return queue_mail(to=to, template="greeting", context={"name": name}, **kwargs)


def test_the_text_keeps_what_a_stranger_typed_as_it_is():
    assert render_mail("greeting", {"name": NASTY}).text.splitlines()[0] == f"Dag {NASTY}"


def test_the_html_shows_it_as_text():
    html = render_mail("greeting", {"name": NASTY}).html
    shown = "&lt;b&gt;{{ site_url }}&lt;/b&gt;{% now &#x27;Y&#x27; %} &amp; co"
    assert [line.strip() for line in html.splitlines() if "Dag" in line] == [f"<p>Dag {shown}</p>"]


def test_a_subject_is_one_line():
    mail = render_mail("greeting", {"name": "Mia\r\nBcc: iedereen@example.org"})
    assert mail.subject == "Dag Mia Bcc: iedereen@example.org, welkom"


@pytest.mark.django_db
def test_what_is_sent_is_not_read_as_a_template_once_more():
    message = Email.objects.get(pk=queue(NASTY).pk).email_message()
    rendered = render_mail("greeting", {"name": NASTY})
    assert (message.subject, message.body, message.alternatives[0][0]) == (
        rendered.subject,
        rendered.text,
        rendered.html,
    )


@pytest.mark.django_db
def test_a_mail_waits_for_the_worker():
    email = queue("Mia")
    assert (email.status, email.to) == (STATUS.queued, ["mia@example.org"])


@pytest.mark.django_db
def test_no_machine_answers_a_mail_of_ours():
    assert headers_of(queue("Mia")) == {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Jan", "Jan"),
        ("Zoë Peeters", "Zoë Peeters"),
        ('Jan "de soep", Peeters <x@y.be>', 'Jan "de soep", Peeters <x@y.be>'),
        ("Jan\r\nBcc: iedereen@example.org", "Jan Bcc: iedereen@example.org"),
        ("Jan\u2028Bcc:\x0bx\x1b", "Jan Bcc: x"),
        ("\u202eneetsreP naJ", "neetsreP naJ"),
        ("=?utf-8?q?Bcc=3A_x?=", "= ?utf-8?q?Bcc=3A_x?="),
        ("张伟 " * 30, ("张伟 " * 30).strip()),
    ],
)
def test_an_answer_goes_to_one_address_whatever_the_name(name, shown):
    email = queue("Mia", reply_to=(name, "jan@example.org"))
    (answer,) = as_received(email)["Reply-To"].addresses
    assert (answer.display_name, answer.addr_spec) == (shown, "jan@example.org")
    assert as_received(email)["Bcc"] is None


@pytest.mark.django_db
def test_an_address_in_another_alphabet_is_written_as_mail_servers_read_it():
    email = queue("Mia", reply_to=("Jan", "jan+soep@b\u00fccher.example"))
    assert as_received(email)["Reply-To"] == "Jan <jan+soep@xn--bcher-kva.example>"


def as_received(email: Email) -> EmailMessage:
    """The mail as a mail program reads its bytes."""
    sent = Email.objects.get(pk=email.pk).email_message().message().as_bytes()
    return message_from_bytes(sent, policy=policy.default)


def headers_of(email: Email) -> dict[str, str]:
    """Those that are not in every mail there is."""
    usual = {"Subject", "From", "To", "Date", "Message-ID", "Content-Type", "MIME-Version"}
    return {name: value for name, value in as_received(email).items() if name not in usual}


@pytest.mark.django_db
def test_a_mail_goes_with_the_transaction_that_asked_for_it():
    with transaction.atomic():
        queue("Mia")
        transaction.set_rollback(True)
    assert Email.objects.count() == 0


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["", "mia", "mia@example.org\nBcc: x@example.org"])
def test_a_mail_needs_an_address(to):
    with pytest.raises(ValidationError):
        queue("Mia", to=to)
