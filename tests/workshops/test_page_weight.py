"""The first view of the pages of the offer is light."""

import pytest

from tests.agenda.factories import session
from tests.factories import municipality
from tests.initiatives.test_page_weight import LIMIT, first_view
from tests.workshops import factories
from workshops.links import Purpose, make_token
from workshops.models import WorkshopSession

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
    offered = factories.workshop()
    for _ in range(3):
        WorkshopSession.objects.create(session=session(), workshop=offered)
    page = client.get(offered.get_absolute_url()).content.decode()
    assert first_view(page) <= LIMIT
