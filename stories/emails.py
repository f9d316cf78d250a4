"""The mails about a story. Each holds the teller's link, by which it is found when the story is
withdrawn; none holds a word of the story or its title."""

from __future__ import annotations

from mail.sending import queue_mail
from stories.links import teller_url
from stories.models import Agreement, Story


def send_agreed(story: Story, agreement: Agreement) -> None:
    """What was agreed, and the link to one's own page."""
    _send("stories_agreed", story, agreement)


def send_renewal(story: Story, agreement: Agreement) -> None:
    """The end is near: may the story stay?"""
    _send("stories_renewal", story, agreement)


def send_link(story: Story, agreement: Agreement) -> None:
    """The link to one's own page, for whoever lost it."""
    _send("stories_link", story, agreement)


def _send(template: str, story: Story, agreement: Agreement) -> None:
    context = {"url": teller_url(story), "agreement": agreement}
    queue_mail(to=agreement.email, template=template, context=context)
