"""The practices of the report: on the site by everybody's road, with only what the report says."""

import json

import pytest
from django.core.management import call_command
from post_office.models import Email

from initiatives.finding import postings
from initiatives.management.commands.load_practices import PRACTICES
from initiatives.models import Criterion, Initiative, Photo, Status, Version
from places.models import Municipality

REPORT = json.loads(PRACTICES.read_text(encoding="utf-8"))
NAMED_IN_THE_REPORT = {
    *("Ietsof vzw", "Samentuin Damhof", "Corona Croissants", "De soepkar van Alderande"),
    *("Gedachtenbundel van Groenpark", "’t Half uurtje voor je buur(t)"),
}


@pytest.fixture
def loaded(db):
    call_command("load_places", verbosity=0)
    call_command("load_practices", verbosity=0)
    return list(Initiative.objects.order_by("pk"))


def test_twelve_and_all_published(loaded, client):
    assert len(loaded) == len(REPORT["practices"]) == 12
    assert {initiative.status for initiative in loaded} == {Status.PUBLISHED}
    for initiative in loaded:
        assert client.get(initiative.get_absolute_url()).status_code == 200


def test_each_took_every_step(loaded):
    for initiative in loaded:
        steps = list(initiative.trail.values_list("step", "actor"))
        assert steps == [
            *(("enter", "staff"), ("send", "staff"), ("confirm", "submitter")),
            ("publish", "staff"),
        ]


def test_each_says_what_the_data_file_says_and_nothing_more(loaded):
    for initiative, told in zip(loaded, REPORT["practices"], strict=True):
        version = initiative.live_version
        place = told.get("municipality")
        assert (version.title, version.summary, version.story, version.spot) == (
            *(told["title"], told["summary"], told["story"]),
            told.get("spot", ""),
        )
        assert version.municipality == (place and Municipality.objects.get(slug=place))
        assert (version.start_year, version.running) == (told.get("start_year"), "unknown")
        assert {theme.slug for theme in version.themes.all()} == set(told["themes"])
        groups = {group.slug for group in version.target_groups.all()}
        assert groups == set(told.get("target_groups", []))
        assert (version.needs, version.costs, version.website, version.contact_name) == ("",) * 4
        assert version.meeting == told.get("meeting", "undecided")


def test_each_has_its_three_reasons(loaded):
    for initiative, told in zip(loaded, REPORT["practices"], strict=True):
        reasons = REPORT["reasons"][told.get("reasons", "general")]
        judgements = initiative.live_version.assessment.judgements
        assert {item.criterion: item.reason for item in judgements} == {
            criterion: reasons[criterion] for criterion in Criterion
        }
        assert {item.answer for item in judgements} == {REPORT["answer"]}


def test_names_are_those_of_the_report(loaded):
    titles = {initiative.live_version.title for initiative in loaded}
    assert titles >= NAMED_IN_THE_REPORT
    assert not any(initiative.is_example for initiative in loaded)


def test_nobody_is_named_and_no_mail_waits(loaded):
    assert {initiative.contact.show_name for initiative in loaded} == {False}
    assert {initiative.contact.email for initiative in loaded} == {
        "jaarverslag-2020@burgersaanzet.invalid"
    }
    assert (Email.objects.count(), Photo.objects.count()) == (0, 0)


def test_a_second_time_adds_nothing(loaded, capsys):
    before = list(Initiative.objects.order_by("pk").values())
    call_command("load_practices")
    assert capsys.readouterr().out == "0 practices loaded, 12 were there.\n"
    assert list(Initiative.objects.order_by("pk").values()) == before


def test_one_that_is_missing_is_added(loaded, capsys):
    version = loaded[3].live_version
    version.title = "Onder een andere naam"
    version.save()
    call_command("load_practices")
    assert capsys.readouterr().out == "1 practices loaded, 12 were there.\n"


def test_those_that_corona_began_are_marked_later_too(loaded, client):
    began = {told["title"] for told in REPORT["practices"] if "crisis" in told}
    for _ in range(2):
        marked = Initiative.objects.filter(live_version__crisis__slug="corona")
        assert {initiative.live_version.title for initiative in marked} == began
        results = client.get("/inspireer-elkaar/?crisis=corona").context["results"]
        assert results.count == len(began) == 5
        # As an earlier release loaded them.
        Version.objects.update(crisis=None, crisis_meaning="")
        for initiative in loaded:
            postings.refresh(Initiative.objects.get(pk=initiative.pk))
        assert client.get("/inspireer-elkaar/?crisis=corona").context["results"].count == 0
        call_command("load_practices", verbosity=0)
