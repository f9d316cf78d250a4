"""From the queue to the mail server: each mail once, or marked 'uncertain' for staff.

A mail server says that it took a mail, and then we write that down. Whoever dies in between, or
loses the connection, can't know. Sending again could send twice, so staff decide. To keep that
moment short each mail gets a connection of its own, opened before: what fails until then was
certainly not sent, and is tried again.
"""

from __future__ import annotations

import contextlib
import logging
import smtplib
import ssl

from django.conf import settings
from django.core.mail import get_connection
from django.db import connection
from django.utils import timezone
from post_office.mail import get_queued
from post_office.models import STATUS, Email
from post_office.settings import get_max_retries, get_retry_timedelta

from mail import private
from mail.states import SENDING, UNCERTAIN

logger = logging.getLogger(__name__)

WORKER_LOCK = 7_262_001  # any number, the same in every worker
WAITS = [STATUS.queued, STATUS.requeued]
DIED = "De verzending is onderbroken. We weten niet of de mail vertrok."
# The connection went while the server had the mail: it may have taken it.
ANSWER_LOST = (
    smtplib.SMTPServerDisconnected,
    TimeoutError,
    ConnectionResetError,
    ConnectionAbortedError,
    BrokenPipeError,
    ssl.SSLError,
)


def send_due_mail() -> None:
    """Send every mail that is due. What fails stays queued, see POST_OFFICE in the settings.

    Only the holder of a lock in Postgres sends; it goes with the connection, so a killed worker
    leaves none behind. What such a worker was sending becomes uncertain.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [WORKER_LOCK])
        if not cursor.fetchone()[0]:
            return
    try:
        for email in Email.objects.filter(status=SENDING):
            _settle(email, UNCERTAIN, DIED)
        while queued := list(get_queued()):
            for email in queued:
                _send(email)
            private.forget_what_was_sent()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [WORKER_LOCK])


def _send(email: Email) -> None:
    server = get_connection(settings.POST_OFFICE["BACKENDS"]["default"])
    try:
        email.prepare_email_message()
        server.open()
    except Exception as error:
        _try_later(email, error)
        return
    # Not save(): post_office knows no such status. Staff may have deleted it meanwhile.
    if not Email.objects.filter(pk=email.pk, status__in=WAITS).update(status=SENDING):
        return
    try:
        email.dispatch(commit=False, disconnect_after_delivery=False, connection=server)
    except ANSWER_LOST as error:
        logger.warning("Mail %s may or may not be sent: %s", email.pk, error)
        _settle(email, UNCERTAIN, str(error) or type(error).__name__)
    except Exception as error:
        _try_later(email, error)
    else:
        _settle(email, STATUS.sent, "")
    # Whatever goes wrong at the goodbye, the answer is known by now.
    with contextlib.suppress(Exception):
        server.close()


def _try_later(email: Email, error: Exception) -> None:
    logger.warning("Mail %s was not sent: %s", email.pk, error)
    tries = email.number_of_retries or 0
    if tries < get_max_retries():
        _settle(
            email,
            STATUS.requeued,
            str(error),
            number_of_retries=tries + 1,
            scheduled_time=timezone.now() + get_retry_timedelta(),
        )
    else:
        _settle(email, STATUS.failed, str(error))


def _settle(email: Email, status: int, message: str, **values) -> None:
    now = timezone.now()
    Email.objects.filter(pk=email.pk).update(status=status, last_updated=now, **values)
    log_status = STATUS.failed if status == STATUS.requeued else status
    email.logs.create(status=log_status, message=message)
