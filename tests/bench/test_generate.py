"""The content of the bench: as many as asked, the same each time, by the database's own rules."""

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from bench.copying import Rows
from bench.generate import generate
from bench.visits import visits
from initiatives.models import Contact, Initiative, Listing, Photo, Status, Version

pytestmark = pytest.mark.django_db


@pytest.fixture
def places():
    call_command("load_places", verbosity=0)


@pytest.fixture
def forty(places):
    generate(40, batch_size=16)


def test_as_many_as_asked_and_all_published(forty):
    assert Initiative.objects.filter(status=Status.PUBLISHED).count() == 40
    assert Listing.objects.count() == 40
    assert Initiative.objects.filter(live_version__assessment__decision="publish").count() == 40


def test_each_has_what_a_real_one_has(forty):
    first = Initiative.objects.published().last()
    version = first.live_version
    assert (first.pk, version.number, version.initiative_id) == (1, 1, 1)
    assert version.themes.count() in {1, 2, 3}
    assert version.target_groups.count() in {1, 2, 3}
    assert Contact.objects.count() == 40
    assert Photo.objects.count() == sum(v.photos.count() for v in Version.objects.all())


def test_the_same_number_gives_the_same_content(places):
    told = []
    for _ in range(2):
        with transaction.atomic():
            point = transaction.savepoint()
            generate(12)
            told.append(list(Version.objects.order_by("pk").values_list("title", "story")))
            transaction.savepoint_rollback(point)
    assert told[0] == told[1]


def test_the_next_initiative_gets_a_free_number(forty):
    assert Initiative.objects.create().pk == 41


def test_visits_are_varied_and_give_pages(forty, client):
    asked = visits()
    assert {page: len(paths) for page, paths in asked.items()} == {
        "home": 1,
        "list": 1,
        "filtered": 100,
        "search": 200,
        "detail": 40,
        "map": 1,
        "deep": 3,
        "municipality": 304,
        "feed": 101,
        "roadshow": 1,
        "event": 40,
    }
    assert asked == visits()
    first = {page: client.get(paths[0]).status_code for page, paths in asked.items()}
    assert first == dict.fromkeys(asked, 200)


def test_copy_keeps_every_character(forty):
    rows = Rows(Contact, "initiative_id", "name")
    Contact.objects.filter(initiative=1).delete()
    rows.add(1, "tab\t, regel\n, terug\r, \\N en \\")
    rows.write()
    assert Contact.objects.get(initiative=1).name == "tab\t, regel\n, terug\r, \\N en \\"


def test_copy_obeys_the_rules_of_the_database(forty):
    rows = Rows(Contact, "initiative_id")
    rows.add(1)
    with pytest.raises(IntegrityError), transaction.atomic():
        rows.write()
