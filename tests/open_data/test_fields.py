"""What the files say, as other programs take them: JSON held against its schema, CSV in a
spreadsheet."""

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from initiatives.models import Initiative, VersionPhoto
from initiatives.open_data.fields import FIELDS
from tests import factories
from tests.open_data.conftest import SITE
from tests.open_data.reading import CSV, SCHEMA, body, read_csv, read_json

pytestmark = pytest.mark.django_db


def validator(client) -> Draft202012Validator:
    response = client.get(SCHEMA)
    assert response["Content-Type"] == "application/schema+json"
    schema = response.json()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def expected(shown: Initiative) -> dict:
    photos = [str(photo.photo_id) for photo in VersionPhoto.objects.order_by("position", "pk")]
    moment = shown.published_at.isoformat(timespec="seconds")
    return {
        "uuid": str(shown.uuid),
        "url": f"{SITE}/inspireer-elkaar/soep-op-de-stoep/",
        "title": "Soep op de stoep",
        "summary": "Buren eten samen soep.",
        "story": "Elke vrijdag staat er soep.\n\nWie langskomt, krijgt een kom.",
        "learned": "Begin klein.",
        "time_needed": "Twee uur",
        "people_needed": "Vier",
        "needs": "Een pot",
        "costs": "Niets",
        "support_needed": "Een zaal",
        "themes": ["Ontmoeten", "Samen eten"],
        "target_groups": ["Ouderen"],
        "municipality": "Nijlen",
        "municipality_nis": shown.live_version.municipality_id,
        "province": "Antwerpen",
        "latitude": 51.16,
        "longitude": 4.67,
        "spot": "Aan de kerk",
        "meeting": "on_site",
        "running": "yes",
        "start_year": 2020,
        "formality": None,
        "reason_bottom_up": "Twee buren begonnen er zelf mee.",
        "reason_agency": "Wie meedoet, beslist mee.",
        "reason_beyond_self": "De hele straat leert elkaar kennen.",
        "website": "https://soep.example/",
        "photo_urls": [f"{SITE}/foto/{photo}/foto.jpg" for photo in photos],
        "photo_alts": ["Buren aan tafel 0", "Buren aan tafel 1"],
        "published_at": moment,
        "updated_at": moment,
        "crisis": "Corona",
        "crisis_reasons": ["Mensen hadden hulp nodig", "Mensen waren alleen"],
        "crisis_reasons_words": "De winkels gingen dicht.",
        "crisis_support": ["Buren die meededen"],
        "crisis_support_words": "Iemand gaf een pot.",
        "crisis_meaning": "Niemand at nog alleen.",
        "crisis_lasted": "changed",
        "crisis_lasted_words": "Nu eten we binnen.",
        "is_example": False,
    }


def test_everything_that_is_public_and_nothing_else(client, full):
    file = read_json()
    assert file["initiatives"] == [expected(full)]
    assert list(validator(client).iter_errors(file)) == []
    assert {**file["meta"], "generated_at": ""} == {
        "source": "BurgersAanZet",
        "license": "CC BY 4.0",
        "license_url": "https://creativecommons.org/licenses/by/4.0/deed.nl",
        "documentation": f"{SITE}/open-data/",
        "schema": f"{SITE}/open-data/schema.json",
        "generated_at": "",
        "count": 1,
    }


def test_the_table_says_the_same(full):
    told = expected(full)
    told |= {name: " | ".join(value) for name, value in told.items() if isinstance(value, list)}
    told |= {"latitude": "51,16", "longitude": "4,67", "start_year": "2020"}
    told |= {"formality": "", "is_example": "false"}
    assert read_csv() == [told]


def test_what_is_not_told_is_empty(client):
    factories.published(meeting="online", municipality=None)
    (initiative,) = read_json()["initiatives"]
    missing = {field.name for field in FIELDS if field.kind.may_be_missing}
    assert {name for name, value in initiative.items() if value is None} == missing
    assert list(validator(client).iter_errors(read_json())) == []


def test_a_municipality_that_merged_is_the_one_of_today():
    old, new = factories.municipality("Oud"), factories.municipality("Nieuw")
    factories.published(municipality=old)
    old.successor = new
    old.save()
    (initiative,) = read_json()["initiatives"]
    assert (initiative["municipality"], initiative["municipality_nis"]) == ("Nieuw", new.nis)


def test_no_initiatives(client):
    file = read_json()
    assert (file["initiatives"], file["meta"]["count"]) == ([], 0)
    assert list(validator(client).iter_errors(file)) == []
    table = client.get(CSV)
    names = ";".join(field.name for field in FIELDS)
    assert body(table) == f"\ufeff{names}\r\n".encode()


def test_a_wrong_file_is_no_answer_to_the_schema(client, full):
    file = read_json()
    file["initiatives"][0] |= {"meeting": "op de maan", "latitude": "51", "themes": None}
    del file["initiatives"][0]["uuid"]
    wrong = {tuple(error.absolute_path) for error in validator(client).iter_errors(file)}
    first = ("initiatives", 0)
    assert wrong == {first, *((*first, name) for name in ("meeting", "latitude", "themes"))}


def test_each_example_is_right():
    for field in FIELDS:
        schema = {**field.kind.schema, **({"enum": list(field.values)} if field.values else {})}
        assert Draft202012Validator(schema).is_valid(field.example), field.name
