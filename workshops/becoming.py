"""The session that a picked moment becomes."""

from __future__ import annotations

from agenda import scheduling
from agenda.models import Audience, Kind, Session, Way
from places.models import Municipality
from workshops.models import ProposedMoment, Request, WorkshopSession


def make_session(request: Request, moment: ProposedMoment) -> Session:
    """The session that the picked moment becomes: for one group and open to it at once, or for
    everybody and not published yet."""
    on_site = moment.way == Way.ON_SITE
    municipality = moment.municipality or request.municipality
    session = Session.objects.create(
        begins_at=moment.begins_at,
        ends_at=moment.ends_at,
        way=moment.way,
        online_link=moment.online_link,
        venue=moment.venue,
        street=moment.street,
        municipality=municipality,
        seats_on_site=request.group_size if on_site else 0,
        seats_online=0 if on_site else request.group_size,
        **(_event(municipality) if request.is_event else _for_one_group(request)),
    )
    if request.workshop:
        WorkshopSession.objects.create(session=session, workshop=request.workshop)
    scheduling.book_trainers(session=session, trainers=list(moment.trainers.all()))
    if request.is_event:
        return session
    return scheduling.open_session(session=session, staff=request.answered_by)


def _event(municipality: Municipality) -> dict:
    return {
        "kind": Kind.EVENT,
        "title": f"Inspiratiemoment in {municipality}",
        # Whoever asks for it, citizens are who come.
        "audiences": [Audience.CITIZENS],
    }


def _for_one_group(request: Request) -> dict:
    values = {
        "audiences": [request.audience],
        # One colleague may register the whole group.
        "most_seats": request.group_size,
        "is_closed": True,
    }
    if not (workshop := request.workshop):
        title = f"Coaching van {request.municipality}: kennismaking"
        return {"kind": Kind.COACHING, "title": title, **values}
    return {
        "kind": Kind.WORKSHOP,
        "title": workshop.title,
        "summary": workshop.summary,
        "page": workshop.get_absolute_url(),
        **values,
    }
