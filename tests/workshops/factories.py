"""Workshops and requests to test with. A request gets its status the way everybody's does."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from agenda.models import Audience, SessionWay, Trainer, Way
from tests.agenda.factories import trainer
from tests.factories import moderator, municipality
from workshops import answering, requesting
from workshops.answering import Offer
from workshops.models import PreferredMoment, ProposedMoment, Request, Workshop

OCCASION = "de opening van een buurthuis"
QUESTION = "Burgers willen een buurtmoestuin. Wat doen wij?"


def workshop(slug: str = "rol-en-positie", **fields) -> Workshop:
    """A workshop that is on the site, the same one each time."""
    values = {
        "title": "Rol en positie van het lokaal bestuur",
        "kicker": "Workshop voor lokale besturen",
        "question": "Wat doet een lokaal bestuur met burgerinitiatieven?",
        "summary": "Over de rol van een bestuur.",
        "lead": "Welke rol past bij jullie?",
        "audiences": [Audience.LOCAL_GOVERNMENTS],
        "is_shown": True,
    }
    return Workshop.objects.get_or_create(slug=slug, defaults=values | fields)[0]


def day(days: int):
    return timezone.localdate() + timedelta(days=days)


def request(name: str = "Mia", **fields) -> Request:
    """Somebody asks 'Rol en positie' for Nijlen."""
    values = {
        "workshop": workshop(),
        "audience": Audience.LOCAL_GOVERNMENTS,
        "organisation": "Dienst Welzijn",
        "role": "diensthoofd",
        "municipality": municipality(),
        "name": name,
        "email": f"{name.lower()}@example.org",
        "question": QUESTION,
        "group_size": 12,
        "way": SessionWay.ON_SITE,
        "preferred": [
            (day(30), PreferredMoment.Part.MORNING),
            (day(31), PreferredMoment.Part.EVENING),
        ],
    }
    values |= fields
    kind = Request.Kind.WORKSHOP if values["workshop"] else Request.Kind.COACHING
    return requesting.ask(**{"kind": kind} | values)


def event(name: str = "Mia", **fields) -> Request:
    """Somebody asks for an inspiration event in Nijlen."""
    values = {"kind": Request.Kind.EVENT, "workshop": None, "occasion": OCCASION}
    return request(name, **values | fields)


def confirmed_event(name: str = "Mia", **fields) -> Request:
    """An event that became a session, which staff did not publish yet."""
    asked = propose(event(name, **fields), offer(20, [trainer(name)]))
    return requesting.pick(request=asked, moment=first_moment(asked).pk)


def offer(
    days: float = 30, trainers: list[Trainer] | None = None, begins_at: datetime | None = None
) -> Offer:
    """A moment of three hours, so many days from now."""
    begins_at = begins_at or timezone.now() + timedelta(days=days)
    moment = ProposedMoment(
        begins_at=begins_at,
        ends_at=begins_at + timedelta(hours=3),
        way=Way.ON_SITE,
        venue="De Kring",
        street="Markt 1",
        municipality=municipality(),
    )
    return Offer(moment, trainers if trainers is not None else [els()])


def els() -> Trainer:
    """The trainer who leads what nothing else is said of."""
    return Trainer.objects.filter(name="Els").first() or trainer("Els")


def propose(asked: Request, *offers: Offer, message: str = "") -> Request:
    """Let staff answer with these moments, or with three."""
    return answering.propose(
        request=asked,
        offers=list(offers) or [offer(20), offer(25), offer(30)],
        message=message,
        revision=Request.objects.get(pk=asked.pk).revision,
        staff=moderator(),
    )


def proposed(name: str = "Mia", *offers: Offer) -> Request:
    """A request whose asker can pick."""
    return propose(request(name), *offers)


def first_moment(asked: Request) -> ProposedMoment:
    """The earliest of those that can be picked."""
    return asked.moments.filter(status=ProposedMoment.Status.OPEN).first()


def confirmed(name: str = "Mia") -> Request:
    """A request that became a session."""
    moments = [offer(days, [trainer(name)]) for days in (20, 25)]
    asked = proposed(name, *moments)
    return requesting.pick(request=asked, moment=first_moment(asked).pk)
