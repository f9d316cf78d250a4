"""The first view of the pages of the offer is light."""

import pytest
from django.core.management import call_command

from initiatives.models import Initiative
from stories.models import State, Story
from tests.agenda.factories import session
from tests.factories import municipality, published
from tests.initiatives.test_page_weight import LIMIT, first_view
from tests.stories.factories import barrier, story
from tests.workshops import factories
from workshops.links import Purpose, make_token
from workshops.models import Workshop, WorkshopSession

pytestmark = pytest.mark.django_db


def test_asking(client):
    for number in range(4):
        factories.workshop(f"workshop-{number}", title=f"Iets heel anders {number * 37}")
    page = client.get("/baz-inspireert/aanvragen/").content.decode()
    assert first_view(page) <= LIMIT


def test_asking_with_everything_wrong(client):
    municipality()
    page = client.post("/baz-inspireert/aanvragen/", {}).content.decode()
    assert first_view(page) <= LIMIT


def test_ones_own_page(client):
    asked = factories.proposed()
    page = client.get(f"/baz-inspireert/aanvraag/{make_token(asked, Purpose.REQUEST)}/")
    assert first_view(page.content.decode()) <= LIMIT


def test_a_workshop_with_the_way_to_ask_for_it(client):
    call_command("load_workshops", verbosity=0)
    offered = Workshop.objects.get(slug="iedereen-welkom-in-jouw-vereniging")
    for number in range(3):
        WorkshopSession.objects.create(session=session(), workshop=offered)
        published(title=f"Iets heel anders {number * 37}", photos=1)
    for number in range(5):
        title = f"Verhaal {number * 37}"
        told = story(State.SHOWN, title=title, summary=f"{title} over meedoen.", portrait=True)
        told.barriers.add(barrier(), barrier("zien"))
    offered.practices.set(Initiative.objects.all())
    offered.stories.set(Story.objects.all())
    page = client.get(offered.get_absolute_url()).content.decode()
    assert first_view(page) <= LIMIT
