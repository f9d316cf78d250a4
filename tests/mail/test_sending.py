"""Putting a mail in the queue."""

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
    email = queue("Mia", reply_to="buur@example.org")
    assert (email.status, email.to, email.headers) == (
        STATUS.queued,
        ["mia@example.org"],
        {"Reply-To": "buur@example.org"},
    )


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
