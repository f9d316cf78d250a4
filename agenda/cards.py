"""What is shown of a session in a list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from agenda import wording
from agenda.models import Audience, Session


@dataclass(frozen=True)
class SessionCard:
    """A session on its card: the ball with its date, where it leads, and the words beside it."""

    title: str
    url: str
    begins_at: datetime
    month: str
    kind: str
    day: str
    hours: str
    where: str
    audiences: str
    rooms: list[wording.Room]
    is_example: bool


def card_of(session: Session) -> SessionCard:
    """The card of a session that came with for_cards(); asks the database for nothing more."""
    return SessionCard(
        title=session.title,
        url=session.get_absolute_url(),
        begins_at=session.begins_at,
        month=wording.month(session.begins_at),
        kind=session.get_kind_display(),
        day=wording.day(session.begins_at),
        hours=wording.hours(session),
        where=wording.ways(session),
        audiences=wording.listed([Audience(audience).label for audience in session.audiences]),
        rooms=wording.room(session),
        is_example=session.is_example,
    )
