"""Links that open something of the agenda for whoever holds them; see visitors/links.py.

A registration's link dies when it is handed over: it then has a new key.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import timedelta
from enum import Enum

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.urls import reverse

from agenda.models import Registration, Session, Subscriber
from visitors.links import ReplacedLink, WrongLink, sign, unsign


class Purpose(Enum):
    """What a link is for, and how long it works."""

    # A participant's own page.
    MANAGE = ("agenda.manage", timedelta(days=365))
    # A participant's answer to the five questions.
    EVALUATE = ("agenda.evaluate", timedelta(days=60))
    # A session for one group only.
    CLOSED = ("agenda.closed", timedelta(days=365))
    # A calendar asks again and again, for years.
    CALENDAR = ("agenda.calendar", timedelta(days=3650))

    def __init__(self, salt: str, lifetime: timedelta) -> None:
        self.salt = salt
        self.lifetime = lifetime


def make_token(registration: Registration) -> str:
    """The signed text in the link to a participant's own page."""
    return _sign(registration.uuid.hex, registration, Purpose.MANAGE)


def read_token(token: str) -> Registration:
    """The registration that `token` opens.

    Raises WrongLink, ReplacedLink where it was handed over, or ExpiredLink.
    """
    rows = Registration.objects.select_related("session__municipality__province", "municipality")
    return _read(token, Purpose.MANAGE, rows, "uuid")


def read_evaluation_token(token: str) -> Registration:
    """Whose evaluation `token` opens.

    Raises WrongLink or ExpiredLink.
    """
    rows = Registration.objects.select_related("session")
    return _read(token, Purpose.EVALUATE, rows, "uuid")


def make_closed_token(session: Session) -> str:
    """The signed text in the link to a session for one group."""
    return _sign(session.uuid.hex, session, Purpose.CLOSED)


def read_closed_token(token: str) -> Session:
    """The session for one group that `token` opens.

    Raises WrongLink or ExpiredLink.
    """
    rows = Session.objects.filter(is_closed=True).select_related("municipality__province")
    return _read(token, Purpose.CLOSED, rows, "uuid")


def read_calendar_token(token: str) -> Subscriber:
    """Whose calendar `token` opens.

    Raises WrongLink or ExpiredLink.
    """
    return _read(token, Purpose.CALENDAR, Subscriber.objects.all(), "pk")


def manage_url(registration: Registration) -> str:
    """The whole address of a participant's own page."""
    return _url("agenda:registration", make_token(registration))


def evaluation_url(registration: Registration) -> str:
    """The whole address of the five questions to a participant."""
    token = _sign(registration.uuid.hex, registration, Purpose.EVALUATE)
    return _url("agenda:evaluate", token)


def session_url(session: Session) -> str:
    """The whole address of a session's page; of one for one group, with its secret."""
    if session.is_closed:
        return _url("agenda:closed", make_closed_token(session))
    return settings.SITE_URL + session.get_absolute_url()


def calendar_url(email: str) -> str:
    """The whole address of the calendar with all sessions of this e-mail address."""
    subscriber = Subscriber.of(email)
    return _url("agenda:own_calendar", _sign(subscriber.pk, subscriber, Purpose.CALENDAR))


def mark_of(registration: Registration) -> str:
    """The text in every link to `registration`, whatever its link key."""
    return urlsafe_b64encode(f'["{registration.uuid.hex}",'.encode()).decode()


def _sign(name: str | int, row: Registration | Session | Subscriber, purpose: Purpose) -> str:
    return sign([name, row.link_key], salt=purpose.salt)


def _read(token: str, purpose: Purpose, rows, field: str) -> Model:
    try:
        name, link_key = unsign(token, salt=purpose.salt, lifetime=purpose.lifetime)
        row = rows.get(**{field: name})
    except (ValueError, TypeError, ValidationError, rows.model.DoesNotExist) as error:
        raise WrongLink from error
    if row.link_key != link_key:
        raise ReplacedLink
    return row


def _url(name: str, token: str) -> str:
    return settings.SITE_URL + reverse(name, args=[token])
