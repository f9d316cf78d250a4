"""The one door for a message to the people behind an initiative.

It is passed on by mail. Nobody's address is shown to anybody but the sender's to the receiver, who
answers from their own mailbox.
"""

from __future__ import annotations

from django.db import transaction

from initiatives import emails, on_site
from initiatives.models import Initiative, Message
from visitors import limits

# In an hour. A library or a school shares one network.
MESSAGES_PER_NETWORK = 15
# Nobody's mailbox gets more than this by way of us, from however many addresses.
MESSAGES_PER_INITIATIVE = 40


class WantsNoMessages(Exception):
    """The people behind an initiative want no messages of others."""


def pass_on(
    *, initiative: Initiative, key: str, name: str, email: str, text: str, network: str
) -> Message:
    """Pass a message on, and send a copy to whoever wrote it. `key` is the same for a second click:
    that is one message.

    Raises NotOnSite, WantsNoMessages or TooOften.
    """
    with transaction.atomic():
        initiative = on_site.hold(initiative)
        if sent := initiative.messages.filter(key=key).first():
            return sent
        check_welcome(initiative)
        limits.count("message by network", network, limit=MESSAGES_PER_NETWORK)
        limits.count("message by address", email, limit=limits.MAILS_PER_ADDRESS)
        limits.count("message to", str(initiative.pk), limit=MESSAGES_PER_INITIATIVE)
        return initiative.messages.create(
            key=key,
            mail=emails.send_message(initiative, name, email, text),
            copy=emails.send_message_copy(initiative, name, email, text),
        )


def check_welcome(initiative: Initiative) -> None:
    """Make sure that its people want messages.

    Raises WantsNoMessages.
    """
    if not initiative.welcomes_messages:
        raise WantsNoMessages
