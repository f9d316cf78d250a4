"""The link that opens a teller's own page; see visitors/links.py."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import reverse

from stories.models import State, Story
from visitors.links import WrongLink, sign, unsign

SALT = "stories.teller"
# Longer than any agreement: whoever wants to stop must always be able to.
LIFETIME = timedelta(days=3650)


def make_token(story: Story) -> str:
    """The signed text in the link to `story`."""
    return sign([story.uuid.hex, story.link_key], salt=SALT)


def read_token(token: str) -> Story:
    """The story that `token` opens. Raises WrongLink or ExpiredLink."""
    try:
        name, link_key = unsign(token, salt=SALT, lifetime=LIFETIME)
        stories = Story.objects.exclude(state=State.WITHDRAWN).with_portrait()
        return stories.get(uuid=name, link_key=link_key)
    except (ValueError, TypeError, ValidationError, Story.DoesNotExist) as error:
        raise WrongLink from error


def teller_url(story: Story) -> str:
    """The whole address of the teller's own page."""
    return settings.SITE_URL + reverse("stories:mine", args=[make_token(story)])


def mark_of(story: Story) -> str:
    """The text in every link to `story`, whatever its link key."""
    return urlsafe_b64encode(f'["{story.uuid.hex}",'.encode()).decode()
