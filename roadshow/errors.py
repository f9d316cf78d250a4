"""What can't be done, each with a sentence for people. They go where the agenda's errors go: a step
with a session shows them beside what was typed."""

from __future__ import annotations

from datetime import datetime

from agenda.errors import AgendaError
from agenda.wording import when


class FollowUpTooEarly(AgendaError):
    """A follow-up session before its event is over."""

    def __init__(self, ends_at: datetime) -> None:
        super().__init__(
            f"De opvolgsessie komt na het inspiratiemoment. Dat eindigt {when(ends_at)}. "
            "Kies een later begin."
        )


class MovedPastFollowUp(AgendaError):
    """An event that would end after its follow-up session begins."""

    def __init__(self, begins_at: datetime) -> None:
        super().__init__(
            f"Dit inspiratiemoment heeft een opvolgsessie, {when(begins_at)}. "
            "Kies een moment ervoor, of verplaats eerst de opvolgsessie."
        )


class NotAnEvent(AgendaError):
    sentence = "Een opvolgsessie volgt op een inspiratiemoment, niet op een andere opvolgsessie."


class NobodyToInvite(AgendaError):
    sentence = "Er is niemand meer om uit te nodigen."


class EventNotOver(AgendaError):
    def __init__(self, ends_at: datetime) -> None:
        super().__init__(f"Uitnodigen kan na het inspiratiemoment. Dat eindigt {when(ends_at)}.")


class NoIdeas(AgendaError):
    sentence = "Er zijn nog geen ideeën om te sturen."


class NoHost(AgendaError):
    sentence = "We weten niet naar wie: vul eerst het e-mailadres van de gastheer in."


class IdeaGone(AgendaError):
    sentence = "Dit idee is er niet meer. Schrijf het opnieuw en bewaar."
