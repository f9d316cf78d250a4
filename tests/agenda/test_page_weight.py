"""What a first visit to the agenda and to the offer costs, and that it tells nobody."""

import pytest
from django.core.management import call_command

from agenda.models import Audience
from tests.agenda.factories import fill, register, session
from tests.agenda.visiting import own
from tests.factories import municipality
from tests.initiatives.test_page_weight import FETCHED, LIMIT, first_view
from workshops.models import Workshop, WorkshopSession

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses():
    call_command("load_workshops", verbosity=0)
    workshop = Workshop.objects.get(slug="rol-en-positie-van-het-lokaal-bestuur")
    for number in range(12):
        date = session(
            title=f"Titel van iets moois {number * 37}",
            summary="\n\n".join(f"Daar gaat het {part} over, en ook daar." for part in range(9)),
            days=number * 9 + 1,
            online=number % 3,
            audiences=[*Audience][: number % 4 + 1],
            municipality=municipality(f"Gemeente {number * 7}"),
            page=workshop.get_absolute_url(),
        )
        WorkshopSession.objects.create(session=date, workshop=workshop)
    return {
        "agenda": "/agenda/",
        "nothing": "/agenda/?voor=burgers&provincie=limburg",
        "session": date.get_absolute_url(),
        "participant": own(register(date, seats=2)),
        "waiting": own(register(fill(session(seats=1))[0].session)),
        "ask": "/agenda/link-vragen/",
        "overview": "/baz-inspireert/workshops/",
        "workshop": workshop.get_absolute_url(),
        "coaching": "/baz-inspireert/coaching/",
    }


@pytest.mark.parametrize(
    "name",
    [
        *("agenda", "nothing", "session", "participant", "waiting", "ask"),
        *("overview", "workshop", "coaching"),
    ],
)
def test_first_view_is_light_and_tells_nobody(client, addresses, name):
    response = client.get(addresses[name])
    page = response.content.decode()
    assert response.status_code == 200
    assert first_view(page) <= LIMIT
    assert dict(response.cookies) == {}
    assert [url for url in FETCHED.findall(page) if not url.startswith("/")] == []
