"""Sessions to test with."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import timedelta

from django.utils import timezone

from agenda import registration
from agenda.models import (
    Audience,
    Partner,
    Registration,
    Session,
    SessionStatus,
    SessionWay,
    Trainer,
)
from tests.clock import at
from tests.factories import municipality


def session(
    *,
    seats: int = 20,
    online: int = 0,
    days: float = 30,
    hours: float = 3,
    status: SessionStatus = SessionStatus.OPEN,
    **fields,
) -> Session:
    """A session of `hours`, `days` from now, with so many seats on site and online."""
    begins_at = fields.pop("begins_at", None) or timezone.now() + timedelta(days=days)
    way = SessionWay.ON_SITE if not online else SessionWay.BOTH if seats else SessionWay.ONLINE
    values = {
        "title": "Iedereen welkom in jouw vereniging",
        "audiences": [Audience.ASSOCIATIONS],
        "status": status,
        "begins_at": begins_at,
        "ends_at": begins_at + timedelta(hours=hours),
        "way": way,
        "seats_on_site": seats,
        "seats_online": online,
        "online_link": "https://samen.example/geheim" if online else "",
    }
    if way != SessionWay.ONLINE:
        values |= {"venue": "De Kring", "street": "Markt 1", "municipality": municipality()}
    made = Session.objects.create(**{**values, **fields})
    made.refresh_from_db()
    return made


def trainer(name: str = "Els") -> Trainer:
    """Somebody who leads sessions."""
    return Trainer.objects.create(name=name, organisation=Partner.DOMO)


def register(session: Session, name: str = "Mia", seats: int = 1, **fields) -> Registration:
    """Register somebody by the rules; with <name>@example.org unless another e-mail is given."""
    values = {"way": session.ways[0], "email": f"{name.lower()}@example.org", **fields}
    return registration.register(session=session, name=name, seats=seats, **values)


def fill(session: Session, **fields) -> list[Registration]:
    """Register one person for each seat that is left."""
    way = fields.get("way", session.ways[0])
    session.refresh_from_db()
    names = [f"Vol-{way}-{number}" for number in range(session.free(way))]
    return [register(session, name, **fields) for name in names]


def after_offer(of: Registration) -> AbstractContextManager:
    """As if the offer to `of` had just ended."""
    return at(of.offered_until)
