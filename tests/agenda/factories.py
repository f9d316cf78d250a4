"""Sessions to test with."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from agenda.models import Audience, Partner, Session, SessionStatus, SessionWay, Trainer
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
