"""Events of the roadshow, past and to come, each with a programme and practices that it shows."""

from __future__ import annotations

from datetime import time, timedelta
from random import Random

from django.utils import timezone

from agenda.models import Audience, Kind, Session, SessionStatus, SessionWay
from initiatives.models import Initiative
from places.models import Municipality
from roadshow.models import ProgrammeItem, RoadshowEvent, ShownPractice

SEED = 54
PAST, COMING = 30, 10
PRACTICES = 7
PARTS = ["Welkom", "Buren vertellen", "Pauze", "Jouw idee", "Einde"]


def generate() -> None:
    """Put events in a database that has municipalities and published initiatives."""
    chance = Random(SEED)  # noqa: S311 - content to measure with, not secrets
    places = chance.sample(list(Municipality.objects.current().order_by("nis")), PAST + COMING)
    shown = list(Initiative.objects.published().order_by("pk")[: 20 * PRACTICES])
    for number, place in enumerate(places):
        begins_at = timezone.now() + timedelta(days=14 * (number - PAST) + 7)
        session = Session.objects.create(
            kind=Kind.EVENT,
            status=SessionStatus.OPEN,
            title=f"Een namiddag vol ideeën in {place.name}",
            summary="Hoor wat andere buren doen. Vertel wat jij zou willen.",
            audiences=[Audience.CITIZENS],
            begins_at=begins_at,
            ends_at=begins_at + timedelta(hours=3),
            way=SessionWay.BOTH,
            venue="Buurthuis",
            municipality=place,
            seats_on_site=40,
            seats_online=100,
        )
        event = RoadshowEvent.objects.create(session=session, slug=f"dag-{number}", host=place)
        ProgrammeItem.objects.bulk_create(
            ProgrammeItem(event=event, begins=time(13 + part), title=title)
            for part, title in enumerate(PARTS)
        )
        practices = chance.sample(shown, min(PRACTICES, len(shown)))
        ShownPractice.objects.bulk_create(
            ShownPractice(event=event, initiative=initiative, position=position)
            for position, initiative in enumerate(practices)
        )
