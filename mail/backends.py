"""Where mail goes in development: files that a person can open."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django.utils.text import slugify


class ReadableFileBackend(BaseEmailBackend):
    """Writes each mail to MAIL_DIR as a .txt and, where it has HTML, an .html of the same name.

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
