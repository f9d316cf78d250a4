"""The event of Nijlen as the report tells it, and a made-up one to come."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from agenda.models import Session
from roadshow.management.commands.load_roadshow import COMING, PRACTICES
from roadshow.models import RoadshowEvent
from tests.agenda.visiting import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(settings):
    settings.DEBUG = True
    call_command("load_places", verbosity=0)
    return lambda: call_command("load_roadshow", verbosity=0)


def test_nijlen_shows_its_practices_and_its_follow_up(load, client):
    call_command("load_practices", verbosity=0)
    load()
    nijlen = RoadshowEvent.objects.get(slug="online-inspiratiemoment-in-nijlen")
    shown = [practice.initiative.live_version.title for practice in nijlen.practices.all()]
    assert shown == PRACTICES
    said = text(client.get(nijlen.get_absolute_url()))
    assert said.count("naar aanleiding van de opening van een nieuw buurthuis") == 1
    assert said.count("Daarna was er een opvolgsessie: Opvolgsessie in Nijlen") == 1
    # No film is linked: the report has no address of it.
    assert (nijlen.film_link, said.count("filmpje")) == ("", 1)


def test_it_can_run_again_and_adds_what_is_over(load):
    load(), load()
    coming = Session.objects.get(title=COMING)
    assert (RoadshowEvent.objects.count(), coming.taken_on_site) == (3, 17)
    past = timezone.now() - timedelta(days=2)
    Session.objects.filter(pk=coming.pk).update(begins_at=past, ends_at=past + timedelta(hours=3))
    load()
    assert Session.objects.filter(title=COMING).count() == 2


def test_where_it_is_real_nothing_is_made_up(load, settings):
    settings.DEBUG = False
    load()
    assert RoadshowEvent.objects.count() == 2
    assert not Session.objects.filter(title=COMING).exists()
