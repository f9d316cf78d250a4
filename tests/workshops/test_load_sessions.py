"""Made-up dates, for who tries the platform."""

import pytest
from django.core.management import CommandError, call_command

from agenda.models import Registration, Session
from tests.agenda.visiting import rooms, titles
from tests.clock import later
from tests.factories import municipality
from workshops.models import Workshop, WorkshopSession

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded(settings):
    settings.DEBUG = True
    municipality("Nijlen")
    municipality("Hasselt", province="Limburg", postcodes=("3500",))
    municipality("Gent", province="Oost-Vlaanderen", postcodes=("9000",))
    call_command("load_workshops", verbosity=0)
    call_command("load_sessions", verbosity=0)


def test_each_workshop_has_one_and_each_is_marked(client, loaded):
    dates = WorkshopSession.objects.all()
    assert {date.workshop_id for date in dates} == {one.pk for one in Workshop.objects.all()}
    assert set(Session.objects.values_list("is_example", flat=True)) == {True}
    page = client.get("/agenda/")
    assert len(titles(page)) == 5
    assert page.content.decode().count('<span class="tag">voorbeeld</span>') == 5


def test_one_is_full_one_online_and_one_both(client, loaded):
    said = rooms(client.get("/agenda/"))
    assert said[:4] == [
        "Nog 6 plaatsen",
        "Volzet: wachtlijst",
        "Ter plaatse: nog 6 plaatsen",
        "Online: nog 10 plaatsen",
    ]
    assert said[5].startswith("Inschrijven kan vanaf")
    statuses = Registration.objects.filter(session__way="on_site").values_list("status", flat=True)
    assert list(statuses) == ["confirmed", "confirmed", "waiting", "waiting"]


def test_again_adds_nothing_and_later_what_is_over(client, loaded):
    call_command("load_sessions", verbosity=0)
    assert Session.objects.count() == 5
    with later(days=30):
        call_command("load_sessions", verbosity=0)
        assert (Session.objects.count(), Session.objects.coming().count()) == (7, 5)


def test_only_where_one_develops(db):
    with pytest.raises(CommandError):
        call_command("load_sessions")
