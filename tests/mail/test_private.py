"""Mails between citizens: staff see that they went, and nothing else stays longer than needed."""

import io
import logging
import smtplib

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.urls import reverse
from post_office.models import STATUS, Email, Log

from mail.delivery import send_due_mail
from mail.private import DAYS_KEPT, forget_what_could_not_be_sent
from mail.sending import queue_mail
from tests import clock
from tests.database import tables_with

SECRETS = ["zwijgjan", "zwijgmia", "zwijgtekst", "zwijgnaam"]
LIST = reverse("admin:post_office_email_changelist")


class FullMailbox(BaseEmailBackend):
    def send_messages(self, messages):
        to = messages[0].to[0]
        raise smtplib.SMTPRecipientsRefused({to: (452, f"4.2.2 <{to}>: mailbox is vol".encode())})


def queue() -> Email:
    return queue_mail(
        to="zwijgmia@example.org",
        template="greeting",
        context={"name": "Mia", "text": "zwijgtekst"},
        reply_to=("Zwijgnaam", "zwijgjan@example.org"),
        private=True,
    )


def told(html: str) -> list[str]:
    return [secret for secret in SECRETS if secret in html.lower()]


@pytest.fixture
def full(settings, transactional_db):
    backend = f"{__name__}.FullMailbox"
    settings.POST_OFFICE = {**settings.POST_OFFICE, "BACKENDS": {"default": backend}}


@pytest.fixture
def failed(full) -> Email:
    email = queue()
    send_due_mail()
    Email.objects.update(status=STATUS.failed)
    return email


@pytest.mark.parametrize("page", ["change", "history", "delete"])
def test_no_page_of_admin_tells_what_it_says_or_to_whom(admin_client, failed, page):
    response = admin_client.get(reverse(f"admin:post_office_email_{page}", args=[failed.pk]))
    assert (response.status_code, told(response.content.decode())) == (
        403 if page == "delete" else 200,
        [],
    )


def test_the_list_tells_its_subject_and_its_state(admin_client, failed):
    html = admin_client.get(LIST).content.decode()
    assert (told(html), html.count("Dag Mia, welkom"), html.count("mislukt</td>")) == ([], 1, 1)


def test_the_preview_tells_nothing(admin_client, failed):
    page = admin_client.get(reverse("admin:mail_preview", args=[failed.pk]))
    assert page.content.decode() == "(verborgen)"


def test_why_it_failed_is_told_without_the_address(admin_client, failed):
    page = admin_client.get(reverse("admin:post_office_email_change", args=[failed.pk]))
    assert page.content.decode().count("4.2.2 &lt;(adres)&gt;: mailbox is vol") == 1


@pytest.mark.parametrize(
    ("term", "found"), [("zwijgmia", 0), ("zwijgjan", 0), ("zwijgtekst", 0), ("welkom", 1)]
)
def test_a_search_finds_it_by_its_subject_only(admin_client, failed, term, found):
    cl = admin_client.get(LIST, {"q": term}).context["cl"]
    assert len(cl.result_list) == found


@pytest.mark.parametrize("lookup", ["to__contains", "message__contains", "headers__contains"])
def test_no_address_asks_what_the_page_hides(admin_client, failed, lookup):
    assert admin_client.get(LIST, {lookup: "zwijg"}).status_code == 400


def test_another_mail_is_shown_and_found_as_before(admin_client, failed):
    queue_mail(to="an@example.org", template="greeting", context={"name": "An"})
    (email,) = admin_client.get(LIST, {"q": "an@example"}).context["cl"].result_list
    page = admin_client.get(reverse("admin:post_office_email_change", args=[email.pk]))
    assert (email.to, page.content.decode().count("Dag An")) == (["an@example.org"], 2)


def test_once_sent_only_its_subject_stays(failed, settings):
    settings.POST_OFFICE = {
        **settings.POST_OFFICE,
        "BACKENDS": {"default": "mail.backends.ReadableFileBackend"},
    }
    assert tables_with("zwijgmia") == ["post_office_email", "post_office_log"]
    Email.objects.update(status=STATUS.queued, scheduled_time=None)
    send_due_mail()
    assert [tables_with(secret) for secret in SECRETS] == [[]] * 4
    failed.refresh_from_db()
    assert (failed.status, failed.subject, failed.to) == (STATUS.sent, "Dag Mia, welkom", [])
    assert Log.objects.count() == 2
    (letter,) = settings.MAIL_DIR.glob("*.txt")
    assert letter.read_text().count("zwijgtekst") == 1


def test_what_is_not_private_stays_as_it_was_sent(transactional_db):
    queue_mail(to="an@example.org", template="greeting", context={"name": "An"})
    send_due_mail()
    assert Email.objects.get().message.count("Dag An") == 1


def test_what_failed_waits_some_weeks_for_somebody_to_send_it_again(admin_client, failed):
    with clock.later(days=DAYS_KEPT - 1):
        assert forget_what_could_not_be_sent() == 0
    with clock.later(days=DAYS_KEPT + 1):
        assert [forget_what_could_not_be_sent() for _ in range(2)] == [1, 0]
    assert [tables_with(secret) for secret in SECRETS] == [[]] * 4
    # What is empty by now is not sent again.
    admin_client.post(LIST, {"action": "send_again", "_selected_action": [failed.pk]})
    failed.refresh_from_db()
    assert failed.status == STATUS.failed


def test_no_log_names_who_could_not_be_reached(full, caplog):
    """On the way to the console and everywhere after it."""
    caplog.set_level(logging.DEBUG, logger="post_office")
    (console,) = logging.getLogger("post_office").handlers
    written = io.StringIO()
    before = console.setStream(written)
    queue()
    send_due_mail()
    console.setStream(before)
    assert told(written.getvalue() + caplog.text) == []
    assert written.getvalue().count("4.2.2 <(adres)>: mailbox is vol") == 1
