"""From a template to a mail in the queue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from email.utils import formataddr

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import QuerySet
from django.template import Context
from django.template.loader import get_template
from django.utils.encoding import punycode
from post_office.models import PRIORITY, STATUS, Email

from mail.private import MARK
from mail.states import STOPPED

# A program that answers mail by itself leaves these unanswered (RFC 3834; Microsoft's own header).
# Reports of what could not be delivered still come.
NO_ANSWERING_MACHINES = {
    "Auto-Submitted": "auto-generated",
    "X-Auto-Response-Suppress": "OOF, AutoReply",
}

_rehearsed: ContextVar[list[Email] | None] = ContextVar("rehearsed", default=None)


@contextmanager
def rehearse() -> Iterator[list[Email]]:
    """Do what is in the block, and undo it: nothing is stored, nothing sent. Gives the mails that
    would go, so that people can read them first."""
    mails: list[Email] = []
    token = _rehearsed.set(mails)
    try:
        with transaction.atomic():
            yield mails
            transaction.set_rollback(True)
    finally:
        _rehearsed.reset(token)


@dataclass(frozen=True)
class RenderedMail:
    """A mail as its reader will see it: the subject on one line, the text, the HTML."""

    subject: str
    text: str
    html: str


@dataclass(frozen=True)
class File:
    """Something that goes with a mail. Text of `mimetype` 'text/calendar; method=…' is an
    invitation (mail/backends.py)."""

    name: str
    content: str
    mimetype: str


def queue_mail(
    *,
    to: str,
    template: str,
    context: dict,
    reply_to: tuple[str, str] | None = None,
    private: bool = False,
    files: Sequence[File] = (),
) -> Email:
    """Put one mail in the queue, in the caller's transaction; the worker sends it.

    `template` names templates/mail/<template>.subject.txt, .txt and .html; `reply_to` is a name
    and an address. What a `private` mail says, and to whom, is not for staff (mail/private.py); its
    subject is. Raises ValidationError when `to` is no e-mail address.
    """
    mail = render_mail(template, context)
    headers = dict(NO_ANSWERING_MACHINES)
    if reply_to:
        headers["Reply-To"] = _mailbox(*reply_to)
    if private:
        headers |= MARK
    # Not through post_office.mail.send(): that reads subject and text as a Django template once
    # more, and both may hold what a stranger typed.
    email = Email(
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[to],
        subject=mail.subject,
        message=mail.text,
        html_message=mail.html,
        headers=headers,
        priority=PRIORITY.medium,
        status=STATUS.queued,
    )
    rehearsed = _rehearsed.get()
    if rehearsed is not None:
        rehearsed.append(email)
        return email
    email.save()
    for file in files:
        # On disk at once. When the transaction fails, the nightly mail/cleaning.py finds it.
        stored = ContentFile(file.content.encode(), name=file.name)
        email.attachments.create(file=stored, name=file.name, mimetype=file.mimetype)
    return email


def send_again(emails: QuerySet[Email]) -> int:
    """Put those of `emails` that stopped back in the queue, with all their tries; returns how many.
    What was forgotten meanwhile stays where it is."""
    return (
        emails.filter(status__in=STOPPED)
        .exclude(message="")
        .update(status=STATUS.queued, number_of_retries=0, scheduled_time=None)
    )


def render_mail(template: str, context: dict) -> RenderedMail:
    """Render the three templates of a mail. `site_url` is there for every template."""
    values = {"site_url": settings.SITE_URL, **context}
    return RenderedMail(
        subject=_on_one_line(_render(f"mail/{template}.subject.txt", values, autoescape=False)),
        text=_render(f"mail/{template}.txt", values, autoescape=False).strip() + "\n",
        html=_render(f"mail/{template}.html", values, autoescape=True),
    )


def _mailbox(name: str, address: str) -> str:
    """A name and an address as they stand in a header."""
    mailbox, _, domain = address.rpartition("@")
    return formataddr((_on_one_line(name), f"{mailbox}@{punycode(domain)}"))


def _on_one_line(text: str) -> str:
    """`text` as a header may hold it: a line break would start a new header, other unseen
    characters turn text around, and '=?' begins an encoded word that a mail program reads as
    something else."""
    seen = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(seen.split()).replace("=?", "= ?")


def _render(name: str, values: dict, *, autoescape: bool) -> str:
    return get_template(name).template.render(Context(values, autoescape=autoescape))
