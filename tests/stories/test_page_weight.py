"""What a first visit to a story costs, and that it tells nobody."""

import pytest
from django.core.management import call_command

from stories.models import State
from tests.factories import published
from tests.initiatives.test_page_weight import FETCHED, LIMIT, first_view
from tests.stories.factories import barrier, mine, story, tip

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses():
    for name in ("De Coronafoon", "Gedachtenbundel van Groenpark"):
        published(title=name)
    call_command("load_stories", verbosity=0)
    text = "\n\n".join(f"Op dag {day} gebeurde er weer iets anders." for day in range(60))
    for number in range(6):
        shown = story(State.SHOWN, title=f"Verhaal {number * 37}", text=text, portrait=number % 2)
        tip(f"Tip {number * 37}", explanation=text[:300], story=shown, barriers=[barrier()])
    return {
        "overview": "/verhalen/",
        "story": shown.get_absolute_url(),
        "tips": "/verhalen/tips/",
        "cards": "/verhalen/tips/kaarten/",
        "beds": "/verhalen/proeftuinen/",
        "bed": "/verhalen/proeftuinen/groenpark/",
        "mine": mine(shown),
        "ask": "/verhalen/link-vragen/",
    }


@pytest.mark.parametrize(
    "name", ["overview", "story", "tips", "cards", "beds", "bed", "mine", "ask"]
)
def test_first_view_is_light_and_tells_nobody(client, addresses, name):
    response = client.get(addresses[name])
    page = response.content.decode()
    assert response.status_code == 200
    assert first_view(page) <= LIMIT
    assert dict(response.cookies) == {}
    assert [url for url in FETCHED.findall(page) if not url.startswith("/")] == []
