"""Links that open something of the offer for whoever holds them; see visitors/links.py."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import timedelta
from enum import Enum

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse

from visitors.links import WrongLink, sign, unsign
from workshops.models import ActionPlan, CoachingTrack, Request
from workshops.models.linked import Linked


class Purpose(Enum):
    """What a link is for, how long it works, and the name of the page that it opens."""

    REQUEST = ("workshops.request", timedelta(days=365), "workshops:status")
    # A track goes on for a year or more, and is read after it.
    TRACK = ("workshops.track", timedelta(days=1095), "workshops:track")
    PLAN = ("workshops.plan", timedelta(days=730), "workshops:plan")

    def __init__(self, salt: str, lifetime: timedelta, page: str) -> None:
        self.salt = salt
        self.lifetime = lifetime
        self.page = page


def make_token(row: Linked, purpose: Purpose) -> str:
    """The signed text in the link that opens `row`."""
    return sign([row.uuid.hex, row.link_key], salt=purpose.salt)


def read_request(token: str) -> Request:
    """The request that `token` opens. Raises WrongLink or ExpiredLink."""
    return _read(token, Purpose.REQUEST, Request.objects.with_all())


def read_track(token: str) -> CoachingTrack:
    """The coaching track that `token` opens. Raises WrongLink or ExpiredLink."""
    rows = CoachingTrack.objects.select_related("municipality")
    return _read(token, Purpose.TRACK, rows.prefetch_related("meetings__session__municipality"))


def read_plan(token: str) -> ActionPlan:
    """The plan that `token` opens. Raises WrongLink or ExpiredLink."""
    return _read(token, Purpose.PLAN, ActionPlan.objects.select_related("registration__session"))


def url_of(row: Linked, purpose: Purpose) -> str:
    """The whole address of the page that the link opens."""
    return settings.SITE_URL + reverse(purpose.page, args=[make_token(row, purpose)])


def mark_of(row: Linked) -> str:
    """The text in every link to `row`, whatever its link key."""
    return urlsafe_b64encode(f'["{row.uuid.hex}",'.encode()).decode()


def _read(token: str, purpose: Purpose, rows: QuerySet) -> Linked:
    try:
        name, link_key = unsign(token, salt=purpose.salt, lifetime=purpose.lifetime)
        return rows.get(uuid=name, link_key=link_key)
    except (ValueError, TypeError, ValidationError, rows.model.DoesNotExist) as error:
        raise WrongLink from error
