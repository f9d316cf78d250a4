"""The files, as other programs take them: JSON held against its schema, CSV in a spreadsheet."""

import csv
import gzip
import json
from io import StringIO

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from initiatives.models import Initiative, VersionPhoto
from initiatives.open_data import reading as open_data_reading
from initiatives.open_data.fields import FIELDS
from tests import factories
from tests.open_data.reading import CSV, JSON, SCHEMA, body, read_csv, read_json, titles

pytestmark = pytest.mark.django_db
SITE = "https://baz.example"


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE


@pytest.fixture
def full():
    """One that told everything."""
    shown = factories.published(
        learned="Begin klein.",
        time_needed="Twee uur",
        people_needed="Vier",
        needs="Een pot",
        costs="Niets",
        support_needed="Een zaal",
        spot="Aan de kerk",
        start_year=2020,
        website="https://soep.example/",
        contact_name="Mia",
        themes=[factories.theme("samen-eten"), factories.theme("ontmoeten")],
        photos=2,
    )
    return Initiative.objects.get(pk=shown.pk)


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


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_in_pieces_it_is_whole_and_the_newest_first(monkeypatch, count):
    monkeypatch.setattr(open_data_reading, "BATCH", 2)
    for number in range(count):
        factories.published(title=f"Soep {number}")
    newest = [f"Soep {number}" for number in reversed(range(count))]
    assert titles() == (newest, newest, newest)
    assert read_json()["meta"]["count"] == count


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?thema=samen-eten", ["Praat", "Soep"]),
        ("?thema=samen-eten&gemeente=nijlen", ["Soep"]),
        ("?q=tuin", ["Tuin"]),
        ("?samen=online", ["Praat"]),
        ("?q=onvindbaar", []),
        ("?volgorde=a-z&bladzijde=9", ["Praat", "Tuin", "Soep"]),
    ],
)
def test_the_filters_of_the_list(query, found):
    other = {"summary": "Zomaar.", "story": "Elke zaterdag."}
    factories.published(title="Soep")
    factories.published(title="Tuin", themes=[factories.theme("tuin-en-groen")], **other)
    factories.published(title="Praat", municipality=None, meeting="online", **other)
    assert titles(query) == (found, found, found)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "＝1"]


@pytest.mark.parametrize("text", FORMULAS)
def test_no_text_becomes_a_formula(text):
    factories.published(title=f"{text}.", needs=text, themes=[factories.theme(text)])
    (row,) = read_csv()
    assert (row["title"], row["needs"], row["themes"]) == (f"'{text}.", f"'{text}", f"'{text}")
    assert read_json()["initiatives"][0]["needs"] == text


def test_quotes_separators_and_lines_stay_in_their_cell(client):
    story = 'Een "kom"; of twee\r\n\r\nEn een | streep, met een é en een 🍲.'
    factories.published(title="'t Half; uurtje", story=story, themes=[factories.theme("a|b")])
    (row,) = csv.DictReader(
        StringIO(body(client.get(CSV)).decode("utf-8-sig"), newline=""), delimiter=";", strict=True
    )
    assert (row["title"], row["story"], row["themes"]) == ("'t Half; uurtje", story, "a¦b")
    assert read_csv()[0]["title"] == "'t Half; uurtje"
    assert read_json()["initiatives"][0]["story"] == story


@pytest.mark.parametrize(
    ("address", "content_type"), [(JSON, "application/json"), (CSV, "text/csv; charset=utf-8")]
)
def test_how_it_is_sent(client, full, address, content_type):
    response = client.get(address)
    assert response.streaming
    assert {name: response[name] for name in ("Content-Type", "Cache-Control")} == {
        "Content-Type": content_type,
        "Cache-Control": "public, no-cache",
    }
    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Content-Length" not in response.headers
    held = {"If-None-Match": response["ETag"]}
    again = client.get(address, headers=held)
    assert (again.status_code, body(again)) == (304, b"")
    factories.published(title="Samentuin")
    assert client.get(address, headers=held).status_code == 200


@pytest.mark.parametrize("address", [JSON, CSV])
def test_it_is_compressed_for_who_asks(client, full, address):
    response = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert (response["Content-Encoding"], response["Vary"]) == ("gzip", "Accept-Encoding")
    assert b"Soep op de stoep" in gzip.decompress(body(response))


@pytest.mark.parametrize("address", [JSON, CSV])
def test_head_reads_nothing(client, full, address, django_assert_num_queries):
    get = client.get(address)
    with django_assert_num_queries(1):  # the generation
        head = client.head(address)
        assert body(head) == b""
    assert (head.status_code, dict(head.headers)) == (200, dict(get.headers))


@pytest.mark.parametrize("address", [JSON, CSV])
def test_only_reading(client, address):
    assert client.post(address).status_code == 405


def test_a_fixed_number_of_queries_a_batch(client, django_assert_num_queries):
    for number in range(3):
        factories.published(title=f"Soep {number}", photos=1)
        body(client.get(JSON))  # what each process reads once
        # The generation; the batch.
        with django_assert_num_queries(2):
            assert len(json.loads(body(client.get(JSON)))["initiatives"]) == number + 1
