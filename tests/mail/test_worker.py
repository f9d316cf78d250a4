"""The worker: what it sends, keeps, and does without a database."""

from datetime import timedelta
from pathlib import Path

import psycopg2
import pytest
from django.core.mail.backends.base import BaseEmailBackend
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from post_office.models import STATUS, Email

from mail.delivery import WORKER_LOCK, send_due_mail
from mail.repeating import do_or_wait_for_database
from mail.sending import queue_mail


class DeadServer(BaseEmailBackend):
    def send_messages(self, messages):
        raise ConnectionRefusedError("no mail server")


def queue() -> Email:
    return queue_mail(to="mia@example.org", template="greeting", context={"name": "Zoë & Jan"})


def use_dead_server(settings) -> None:
    backend = f"{__name__}.DeadServer"
    settings.POST_OFFICE = {**settings.POST_OFFICE, "BACKENDS": {"default": backend}}


def make_due() -> None:
    Email.objects.update(scheduled_time=timezone.now() - timedelta(seconds=1))


@pytest.fixture
def database(transactional_db):
    """The worker's threads and locks need a database without a test's transaction around it."""


def test_a_sent_mail_can_be_read_as_a_file(database, settings):
    email = queue()
    call_command("run_worker", once=True)
    text, html = sorted(Path(settings.MAIL_DIR).iterdir(), key=lambda path: path.suffix)[::-1]
    assert (text.suffix, html.suffix, text.stem) == (".txt", ".html", html.stem)
    assert text.stem.split("_")[1:] == ["mia-at-exampleorg", "dag-zoe-jan-welkom"]
    assert text.read_text().splitlines()[1:3] == [
        "Aan: mia@example.org",
        "Onderwerp: Dag Zoë & Jan, welkom",
    ]
    assert html.read_text() == email.html_message
    email.refresh_from_db()
    assert email.status == STATUS.sent


def test_a_mail_that_fails_is_tried_again_later(database, settings):
    use_dead_server(settings)
    email = queue()
    send_due_mail()
    email.refresh_from_db()
    assert (email.status, email.number_of_retries) == (STATUS.requeued, 1)
    assert email.scheduled_time > timezone.now() + timedelta(minutes=14)
    assert [log.message for log in email.logs.all()] == ["no mail server"]


def test_after_the_last_try_it_is_failed(database, settings):
    use_dead_server(settings)
    email = queue()
    for _ in range(settings.POST_OFFICE["MAX_RETRIES"] + 1):
        make_due()
        send_due_mail()
    email.refresh_from_db()
    assert email.status == STATUS.failed


def test_a_second_worker_sends_nothing(database):
    email = queue()
    dsn = connection.get_connection_params()
    other = psycopg2.connect(
        **{key: dsn[key] for key in ("dbname", "user", "password", "host", "port") if key in dsn}
    )
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [WORKER_LOCK])
        send_due_mail()
        email.refresh_from_db()
        assert email.status == STATUS.queued
        cursor.execute("SELECT pg_advisory_unlock(%s)", [WORKER_LOCK])
    other.close()
    send_due_mail()
    email.refresh_from_db()
    assert email.status == STATUS.sent


def test_a_lost_connection_is_made_again(database):
    email = queue()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        pid = cursor.fetchone()[0]
    killer = connection.copy()
    with killer.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    killer.close()
    do_or_wait_for_database(send_due_mail)
    do_or_wait_for_database(send_due_mail)
    email.refresh_from_db()
    assert email.status == STATUS.sent
