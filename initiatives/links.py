"""Links that open something for whoever holds them: signed, for one purpose, with an end.

There are no accounts: the link is the key. It holds the initiative's kenmerk and link key;
a new link key (a wrong address mended, data erased) makes every older link worthless.
Reading a link changes nothing, so a mail scanner that opens it does no harm.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import timedelta
from enum import Enum

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse

from initiatives.models import Initiative
from visitors.links import WrongLink, sign, unsign


class Purpose(Enum):
    """What a link is for, and how long it works."""

    MANAGE = ("initiatives.manage", timedelta(days=365))
    CONFIRM = ("initiatives.confirm", timedelta(days=30))

    def __init__(self, salt: str, lifetime: timedelta) -> None:
        self.salt = salt
        self.lifetime = lifetime


def make_token(initiative: Initiative, purpose: Purpose) -> str:
    """The signed text that goes into a link."""
    return sign([initiative.uuid.hex, initiative.link_key], salt=purpose.salt)


def read_token(token: str, purpose: Purpose) -> Initiative:
    """The initiative that `token` opens.

    Raises WrongLink or ExpiredLink.
    """
    try:
        uuid, link_key = unsign(token, salt=purpose.salt, lifetime=purpose.lifetime)
        return Initiative.objects.select_related("contact").get(uuid=uuid, link_key=link_key)
    except (ValueError, TypeError, ValidationError, Initiative.DoesNotExist) as error:
        raise WrongLink from error


def mark_of(initiative: Initiative) -> str:
    """The text in every link to `initiative`, whatever its purpose or its link key."""
    return urlsafe_b64encode(f'["{initiative.uuid.hex}",'.encode()).decode()


def manage_url(initiative: Initiative) -> str:
    """The whole address of someone's own page."""
    token = make_token(initiative, Purpose.MANAGE)
    return settings.SITE_URL + reverse("initiatives:status", args=[token])


def confirm_url(initiative: Initiative) -> str:
    """The whole address where someone confirms an e-mail address."""
    token = make_token(initiative, Purpose.CONFIRM)
    return settings.SITE_URL + reverse("initiatives:confirm", args=[token])
