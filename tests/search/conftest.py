"""A site with something of every kind to find."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command

from agenda.models import Audience, Kind
from initiatives.finding.index import Index, current_index
from places.models import Municipality
from roadshow.models import RoadshowEvent
from tests.agenda.factories import session
from tests.finding.conftest import nothing_kept  # noqa: F401 - for every test here
from tests.finding.showcase import made_once


@pytest.fixture(scope="module")
def whole_site(django_db_setup, django_db_blocker) -> Iterator[Index]:
    """The practices and the workshops of the report, and two dates."""
    with made_once(django_db_blocker, _fill):
        yield current_index()


def _fill() -> None:
    for what in ("places", "practices", "workshops", "stories", "doors", "pages"):
        call_command(f"load_{what}", verbosity=0)
    session(
        title="BurgersAanZet in Lokeren",
        kind=Kind.EVENT,
        audiences=[Audience.CITIZENS],
        municipality=Municipality.objects.get(slug="lokeren"),
    )
    held = session(title="BurgersAanZet in Nijlen", kind=Kind.EVENT, days=-9)
    place = Municipality.objects.get(slug="nijlen")
    RoadshowEvent.objects.create(
        session=held, slug="nijlen", host=place, occasion="de opening van een nieuw buurthuis"
    )
    session(title="Krachtige burgers maken het verschil", seats=0, online=9)
