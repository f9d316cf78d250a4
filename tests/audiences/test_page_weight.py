"""The first view of the front page and of the doors is light, with something in every block."""

import pytest
from django.core.management import call_command

from agenda.models import Audience
from audiences.models import SLUGS
from stories.models import State
from tests import factories
from tests.agenda.factories import session
from tests.initiatives.test_page_weight import FETCHED, LIMIT, THEMES, first_view
from tests.stories.factories import barrier, story, tip
from workshops.models import Workshop, WorkshopSession

pytestmark = pytest.mark.django_db
SENTENCE = "Buren maken samen iets dat er nog niet was, en zo leren ze elkaar kennen."


@pytest.fixture
def filled():
    """Three dates, three cards with a photo, five tellers with a portrait, three tips."""
    for command in ("load_workshops", "load_doors"):
        call_command(command, verbosity=0)
    for number, theme in enumerate(THEMES[:3]):
        factories.published(
            title=f"Voorbeeld van iets moois {number * 37}",
            summary=SENTENCE,
            themes=[factories.theme(theme)],
            municipality=factories.municipality(f"Gemeente {number * 7}"),
            photos=1,
        )
        date = session(title=f"Iets heel anders {number}", audiences=list(Audience), online=9)
        WorkshopSession.objects.create(session=date, workshop=Workshop.objects.first())
        tip(f"Tip {number * 37}", explanation=SENTENCE, barriers=[barrier(), barrier("zien")])
    for number in range(5):
        told = story(State.SHOWN, title=f"Verhaal {number * 37}", summary=SENTENCE, portrait=True)
        told.barriers.add(barrier(), barrier("zien"))


@pytest.mark.parametrize(
    "address", ["/", "/baz-inspireert/", *(f"/baz-inspireert/{slug}/" for slug in SLUGS.values())]
)
def test_first_view_is_light_and_tells_nobody(client, filled, address):
    response = client.get(address)
    html = response.content.decode()
    assert response.status_code == 200
    assert first_view(html) <= LIMIT
    assert dict(response.cookies) == {}
    assert [url for url in FETCHED.findall(html) if not url.startswith("/")] == []
