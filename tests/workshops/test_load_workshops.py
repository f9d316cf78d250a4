"""The workshops of the annual report."""

import pytest
from django.core.management import call_command

from agenda.models import Audience
from tests import factories
from workshops.models import Part, Workshop

pytestmark = pytest.mark.django_db


def load() -> None:
    call_command("load_workshops", verbosity=0)


def test_the_four_of_the_report():
    load()
    assert [(one.title, one.audiences, one.is_shown) for one in Workshop.objects.all()] == [
        ("Iedereen welkom in jouw vereniging", [Audience.ASSOCIATIONS], True),
        ("Iedereen welkom, op maat van zorgraden", [Audience.WELFARE], True),
        (
            "Krachtige burgers maken het verschil",
            [Audience.ASSOCIATIONS, Audience.WELFARE, Audience.LOCAL_GOVERNMENTS],
            True,
        ),
        ("Rol en positie van het lokaal bestuur", [Audience.LOCAL_GOVERNMENTS], True),
    ]
    kinds = [Part.Kind.FACT, Part.Kind.TAKE_HOME, Part.Kind.PROGRAMME]
    for workshop in Workshop.objects.with_parts():
        assert [bool(workshop.parts_of(kind)) for kind in kinds] == [True] * 3


def test_what_the_report_does_not_say_is_marked():
    load()
    lengths = Part.objects.filter(kind=Part.Kind.FACT, title="Hoelang?")
    assert [part.is_example for part in lengths] == [True] * 4


def test_loading_again_adds_only_what_is_missing():
    load()
    Workshop.objects.filter(slug="iedereen-welkom-in-jouw-vereniging").update(title="Van staf")
    Workshop.objects.filter(slug="iedereen-welkom-voor-zorgraden").delete()
    load()
    assert Workshop.objects.count() == 4
    assert Workshop.objects.get(slug="iedereen-welkom-in-jouw-vereniging").title == "Van staf"


def test_the_five_tellers_come_along():
    call_command("load_stories", verbosity=0)
    load()
    told = {one.slug: one.stories.count() for one in Workshop.objects.all()}
    assert {slug: number for slug, number in told.items() if number} == {
        "iedereen-welkom-in-jouw-vereniging": 5
    }


def test_practices_come_along_where_they_are_on_the_site():
    on_site = factories.published(title="Wijkwerking Groenpark")
    factories.initiative(title="Paraat in mijn straat")
    load()
    linked = Workshop.objects.get(slug="krachtige-burgers-maken-het-verschil").practices.all()
    assert list(linked) == [on_site]
