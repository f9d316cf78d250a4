"""Events with a playbook to test with."""

from __future__ import annotations

from itertools import count

from agenda.models import Audience, Kind
from roadshow import playbook
from roadshow.models import RoadshowEvent, Task
from tests.agenda.factories import session
from tests.factories import municipality

_number = count(1)


def event(host: str = "Nijlen", *, kind: Kind = Kind.EVENT, **fields) -> RoadshowEvent:
    """An event, `days` from now or at `begins_at`; `fields` go to its session, but for those of
    the roadshow."""
    ours = {name: fields.pop(name) for name in ("follows", "people_reached") if name in fields}
    values = {"title": "Burgers inspireren", "audiences": [Audience.CITIZENS]}
    place = host if not isinstance(host, str) else municipality(host)
    return RoadshowEvent.objects.create(
        session=session(kind=kind, **values | fields),
        slug=f"moment-{next(_number)}",
        host=place,
        **ours,
    )


def planned(host: str = "Nijlen", **fields) -> RoadshowEvent:
    """An event with its copy of the template."""
    made = event(host, **fields)
    playbook.copy_template(event=made)
    return made


def task(of: RoadshowEvent, days: int) -> Task:
    """The first task of an event that is due so many days from its day."""
    return of.tasks.filter(days=days).first()
