"""Files that go with a mail: kept with it, sent with it, removed with it."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core import mail as outbox
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from post_office.models import Attachment, Email

from mail.cleaning import delete_loose_files, delete_mails
from mail.delivery import send_due_mail
from mail.sending import File, queue_mail

TEXT = "BEGIN:VCALENDAR\r\nSUMMARY:Zoë\r\nEND:VCALENDAR\r\n"
INVITATION = File("sessie.ics", TEXT, "text/calendar; method=REQUEST")


def queue(*files: File) -> Email:
    context = {"name": "Mia"}
    return queue_mail(to="mia@example.org", template="greeting", context=context, files=files)


def kept(settings) -> list[Path]:
    return [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]


def parts(message) -> list[tuple[str, str]]:
    """The parts of a message as it goes over the line: kind and method, in order."""
    return [(part.get_content_type(), part.get_param("method", "")) for part in message.walk()]


@pytest.fixture
def sent(transactional_db, settings):
    """Sends what is queued; the messages as a mail server would get them."""

    def send() -> list:
        settings.SENDING_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
        outbox.outbox = []
        send_due_mail()
        return [message.message() for message in outbox.outbox]

    return send


def test_an_invitation_stands_where_calendars_look_for_it(sent):
    queue(INVITATION)
    (message,) = sent()
    assert parts(message) == [
        ("multipart/mixed", ""),
        ("multipart/alternative", ""),
        ("text/plain", ""),
        ("text/html", ""),
        ("text/calendar", "REQUEST"),
        ("application/ics", ""),
    ]
    invitation, file = list(message.walk())[-2:]
    assert invitation.get_payload(decode=True).decode() == TEXT
    assert file.get_payload(decode=True).decode() == TEXT
    assert (file.get_filename(), file.get_content_disposition()) == ("sessie.ics", "attachment")


def test_another_file_is_only_a_file(sent):
    queue(File("lijst.txt", "Mia", "text/plain"))
    (message,) = sent()
    kinds = [kind for kind, _ in parts(message)]
    assert kinds[1:] == ["multipart/alternative", "text/plain", "text/html", "text/plain"]


def test_in_development_it_lies_beside_the_mail(transactional_db, settings):
    queue(INVITATION)
    call_command("run_worker", once=True)
    names = sorted(path.name.rpartition("_")[2] for path in Path(settings.MAIL_DIR).iterdir())
    (written,) = Path(settings.MAIL_DIR).glob("*.ics")
    assert (names[-1], written.read_bytes().decode()) == ("sessie.ics", TEXT)


def test_a_file_goes_with_its_mail(db, settings, django_capture_on_commit_callbacks):
    queue(INVITATION), queue(INVITATION)
    first = Email.objects.order_by("pk")[:1]
    with django_capture_on_commit_callbacks(execute=True):
        assert delete_mails(Email.objects.filter(pk__in=[first[0].pk])) == 1
    assert (Email.objects.count(), Attachment.objects.count(), len(kept(settings))) == (1, 1, 1)


def test_a_mail_that_is_not_removed_after_all_keeps_its_file(transactional_db, settings):
    queue(INVITATION)
    with transaction.atomic():
        delete_mails(Email.objects.all())
        transaction.set_rollback(True)
    assert (Attachment.objects.count(), len(kept(settings))) == (1, 1)


def test_old_mails_go_with_their_files(transactional_db, settings, capsys):
    old = queue(INVITATION)
    queue(INVITATION)
    Email.objects.filter(pk=old.pk).update(created=timezone.now() - timedelta(days=91))
    call_command("clean_up_mail")
    assert capsys.readouterr().out == "1 old mails removed, 0 loose files removed\n"
    assert (Email.objects.count(), len(kept(settings))) == (1, 1)


def test_a_file_of_a_mail_that_never_was_is_found(transactional_db, settings):
    queue(INVITATION)
    with transaction.atomic():
        queue(INVITATION)
        transaction.set_rollback(True)
    assert (len(kept(settings)), delete_loose_files()) == (2, 0)
    for path in kept(settings):
        os.utime(path, (0, 0))
    assert (delete_loose_files(), len(kept(settings))) == (1, 1)
    assert delete_loose_files() == 0
