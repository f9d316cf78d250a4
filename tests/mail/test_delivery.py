"""A mail of which the mail server's answer was lost: it is never sent twice by itself."""

import smtplib

import pytest
from django.core.mail.backends.base import BaseEmailBackend
from post_office.models import STATUS, Email

from mail.delivery import send_due_mail
from mail.sending import queue_mail
from mail.states import SENDING, UNCERTAIN
from tests.mail.server import mail_server

pytestmark = pytest.mark.django_db(transaction=True)


class Failing(BaseEmailBackend):
    """Fails with `error` when it has the mail, or before that."""

    error: Exception
    before = False

    def open(self):
        if self.before:
            raise self.error

    def send_messages(self, messages):
        raise self.error


def sent_with(settings, error: Exception, before: bool = False) -> int:
    """The status of a mail after one round in which `error` came."""
    Failing.error, Failing.before = error, before
    settings.POST_OFFICE = {
        **settings.POST_OFFICE,
        "BACKENDS": {"default": f"{__name__}.Failing"},
    }
    queue()
    send_due_mail()
    return Email.objects.get().status


def queue() -> Email:
    return queue_mail(to="mia@example.org", template="greeting", context={"name": "Mia"})


@pytest.mark.parametrize(
    "error",
    [smtplib.SMTPServerDisconnected("gone"), TimeoutError(), ConnectionResetError("reset")],
)
def test_an_answer_that_is_lost_is_uncertain(settings, error):
    assert sent_with(settings, error) == UNCERTAIN
    send_due_mail()
    assert Email.objects.get().logs.count() == 1


def test_what_fails_before_is_tried_again(settings):
    assert sent_with(settings, TimeoutError(), before=True) == STATUS.requeued


def test_a_refusal_is_tried_again(settings):
    assert sent_with(settings, smtplib.SMTPDataError(451, b"later")) == STATUS.requeued


def test_what_a_dead_worker_was_sending_is_uncertain():
    email = queue()
    Email.objects.update(status=SENDING)
    send_due_mail()
    email.refresh_from_db()
    assert email.status == UNCERTAIN
    assert [log.message for log in email.logs.all()] == [
        "De verzending is onderbroken. We weten niet of de mail vertrok."
    ]


def test_a_mail_server_takes_each_once(settings):
    settings.SENDING_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    with mail_server() as server:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
        for _ in range(3):
            queue()
        send_due_mail()
        send_due_mail()
    assert list(server.counts.values()) == [3]
    assert set(Email.objects.values_list("status", flat=True)) == {STATUS.sent}
