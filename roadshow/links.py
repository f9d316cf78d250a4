"""Links that open something of the roadshow for whoever holds them; see visitors/links.py."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse

from roadshow.models import FollowUpInvitation
from visitors.links import WrongLink, sign, unsign

SALT = "roadshow.invitation"
LIFETIME = timedelta(days=365)


def invitation_url(invitation: FollowUpInvitation) -> str:
    """The whole address where somebody says yes to a follow-up session."""
    token = sign([invitation.uuid.hex, invitation.link_key], salt=SALT)
    return settings.SITE_URL + reverse("roadshow:invitation", args=[token])


def read_invitation(token: str) -> FollowUpInvitation:
    """The invitation that `token` opens. Raises WrongLink or ExpiredLink."""
    rows = FollowUpInvitation.objects.select_related(
        "registration__session__of_roadshow",
        "follow_up__session__municipality__province",
        "follow_up__follows__session",
        "taken",
    )
    try:
        name, link_key = unsign(token, salt=SALT, lifetime=LIFETIME)
        return rows.get(uuid=name, link_key=link_key)
    except (ValueError, TypeError, ValidationError, FollowUpInvitation.DoesNotExist) as error:
        raise WrongLink from error


def mark_of(invitation: FollowUpInvitation) -> str:
    """The text in every link to `invitation`, whatever its link key."""
    return urlsafe_b64encode(f'["{invitation.uuid.hex}",'.encode()).decode()
