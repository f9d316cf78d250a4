"""What a first visit to the roadshow costs on a small data plan, and that it tells nobody."""

from datetime import time

import pytest

from roadshow import following, ideas
from roadshow.links import invitation_url
from roadshow.models import Inspired, ProgrammeItem
from tests import factories
from tests.agenda.factories import register
from tests.agenda.visiting import own
from tests.initiatives.test_page_weight import FETCHED, LIMIT, THEMES, first_view
from tests.roadshow.factories import event, invited, over, past_event, show

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses(settings):
    """An event with all that it can have, and an overview of 24."""
    for number in range(12):
        host = {"host": factories.municipality(f"Gemeente {number * 7}")}
        past_event(f"Een avond over iets moois {number * 37}", details=host)
        event(f"Een namiddag over iets moois {number * 37}", days=number + 9, details=host)
    told = {
        "lead": "Hoor wat andere buren doen. Vertel wat jij zou willen.",
        "occasion": "de opening van een buurthuis",
        "film_title": "Het buurthuis",
        "film_link": "https://film.example/1",
    }
    full = event(summary="Daar gaat het over. " * 9, details=told, online=9)
    for number in range(6):
        ProgrammeItem.objects.create(
            event=full, begins=time(14, number), title=f"Deel {number}", text="Wat we dan doen."
        )
    practices = [
        factories.published(title=f"Soep op {number}", themes=[factories.theme(THEMES[number])])
        for number in range(6)
    ]
    show(full, *practices, teller="Iemand uit de wijk")
    Inspired.objects.create(initiative=factories.published(), event=full)
    held = event("Voorbij")
    mia = register(held.session)
    ideas.save(registration=mia, text="Een soepkar " * 9)
    following.invite(follow_up=event("Verder", days=50, follows=over(held)))
    token = own(mia).split("/")[-2]
    return {
        "overview": "/baz-inspireert/roadshow/",
        "event": full.get_absolute_url(),
        "invitation": invitation_url(invited(mia)).removeprefix(settings.SITE_URL),
        "idea": f"/baz-inspireert/roadshow/idee/{token}/",
        "wrong link": "/baz-inspireert/roadshow/uitnodiging/x/",
    }


@pytest.mark.parametrize("name", ["overview", "event", "invitation", "idea", "wrong link"])
def test_first_view_is_light_and_tells_nobody(client, addresses, name):
    response = client.get(addresses[name])
    page = response.content.decode()
    assert response.status_code == (404 if name == "wrong link" else 200)
    assert first_view(page) <= LIMIT
    assert dict(response.cookies) == {}
    assert [url for url in FETCHED.findall(page) if not url.startswith("/")] == []
