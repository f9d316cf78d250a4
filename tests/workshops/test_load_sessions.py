"""Made-up dates, for who tries the platform."""

import pytest
from django.core.management import CommandError, call_command

from agenda import figures
from agenda.models import Evaluation, Registration, Session, Trainer
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
    dates = WorkshopSession.objects.filter(session__in=Session.objects.coming())
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
    taken = Registration.objects.filter(session__in=Session.objects.coming())
    statuses = taken.filter(session__way="on_site").values_list("status", flat=True)
    assert list(statuses) == ["confirmed", "confirmed", "waiting", "waiting"]


def test_some_were_held_and_staff_see_what_came_of_them(loaded):
    years = [figures.figures_of(year)[-1] for year in figures.years()]
    assert sum(total.sessions for total in years) == 3
    assert sum(total.participants for total in years) == 6 + 10 + 4
    assert Evaluation.objects.count() == 7
    led = Session.objects.filter(trainers__name__endswith="Voorbeeld").distinct()
    assert (led.count(), Session.objects.count()) == (7, 8)


def test_again_adds_nothing_and_later_what_is_over(client, loaded):
    call_command("load_sessions", verbosity=0)
    assert (Session.objects.count(), Trainer.objects.count()) == (8, 3)
    with later(days=30):
        call_command("load_sessions", verbosity=0)
        assert (Session.objects.count(), Session.objects.coming().count()) == (10, 5)


def test_only_where_one_develops(db):
    with pytest.raises(CommandError):
        call_command("load_sessions")
