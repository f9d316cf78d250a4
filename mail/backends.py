"""Where mail goes: by way of whatever EMAIL_URL says, or in development into files that a person
can open."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.text import slugify


class InvitingBackend(BaseEmailBackend):
    """Hands mail to settings.SENDING_BACKEND, with invitations where calendars look for them.

    Outlook and Gmail only put an entry in a calendar, move it and take it out when it is one of
    the ways in which the message itself can be read. Beside that it stays a file, for whoever
    wants to open it.
    """

    def __init__(self, **kwargs) -> None:
        super().__init__(**kwargs)
        self.connection = get_connection(settings.SENDING_BACKEND, **kwargs)

    def open(self) -> bool | None:
        return self.connection.open()

    def close(self) -> None:
        self.connection.close()

    def send_messages(self, messages: list[EmailMultiAlternatives]) -> int:
        """Send the messages; returns how many."""
        for message in messages:
            _invite(message)
        return self.connection.send_messages(messages)


def _invite(message: EmailMultiAlternatives) -> None:
    files, message.attachments = message.attachments, []
    for name, content, mimetype in files:
        if mimetype.startswith("text/calendar; method="):
            message.attach_alternative(content, mimetype)
            content, mimetype = content.encode(), "application/ics"
        message.attach(name, content, mimetype)


class ReadableFileBackend(BaseEmailBackend):
    """Writes each mail to MAIL_DIR as a .txt and, where it has HTML, an .html of the same name;
    files beside them.

    Django's own file backend writes the encoded message, in which a link can't be clicked.
    """

    def send_messages(self, messages: list[EmailMultiAlternatives]) -> int:
        """Write the messages; returns how many."""
        directory = Path(settings.MAIL_DIR)
        directory.mkdir(parents=True, exist_ok=True)
        for message in messages:
            _write(directory, message)
        return len(messages)


def _write(directory: Path, message: EmailMultiAlternatives) -> None:
    moment = timezone.localtime()
    # Microseconds keep two mails of one second apart, and the newest last in a listing.
    stem = "_".join(
        [
            moment.strftime("%Y%m%d-%H%M%S-%f"),
            slugify("-".join(message.to).replace("@", "-at-"))[:60],
            slugify(message.subject)[:60],
        ]
    )
    lines = [
        f"Van: {message.from_email}",
        f"Aan: {', '.join(message.to)}",
        f"Onderwerp: {message.subject}",
        f"Verstuurd: {moment:%d/%m/%Y %H:%M}",
        *[f"{name}: {value}" for name, value in message.extra_headers.items()],
        "",
        message.body,
    ]
    (directory / f"{stem}.txt").write_text("\n".join(lines), encoding="utf-8")
    for content, kind in getattr(message, "alternatives", []):
        if kind == "text/html":
            (directory / f"{stem}.html").write_text(content, encoding="utf-8")
    for name, content, _ in message.attachments:
        data = content if isinstance(content, bytes) else content.encode()
        (directory / f"{stem}_{Path(name).name}").write_bytes(data)
