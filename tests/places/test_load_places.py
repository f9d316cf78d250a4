"""Loading the reference data, once and again."""

import csv

import pytest
from django.core.management import call_command

from places.management.commands import load_places
from places.models import Municipality, Province

pytestmark = pytest.mark.usefixtures("places")


def test_it_loads_what_exists_today():
    assert (Municipality.objects.current().count(), Province.objects.count()) == (304, 6)


def test_it_loads_the_municipalities_that_merged_as_signposts():
    merged = Municipality.objects.exclude(successor=None)
    assert merged.count() == 27
    assert {place.current.successor for place in merged} == {None}


def test_a_second_time_changes_nothing():
    before = list(Municipality.objects.order_by("nis").values())
    call_command("load_places", verbosity=0)
    assert list(Municipality.objects.order_by("nis").values()) == before


def test_names_and_postcodes_are_brought_up_to_date():
    Municipality.objects.filter(nis="12026").update(name="Nylen", postcodes=["9999"])
    call_command("load_places", verbosity=0)
    nijlen = Municipality.objects.get(nis="12026")
    assert (nijlen.name, nijlen.postcodes) == ("Nijlen", ["2560"])


def test_a_later_merger_keeps_the_row_that_others_point_to(tmp_path):
    """Nijlen and Zandhoven become a new municipality that is called Nijlen again."""
    rows = list(csv.DictReader((load_places.DATA / "municipalities.csv").open(encoding="utf-8")))
    (old,) = [row for row in rows if row["nis"] == "12026"]
    write(tmp_path / "municipalities.csv", [old | {"nis": "12099"}])
    merger = {"nis": "12026", "name": "Nijlen", "successor_nis": "12099", "year": "2031"}
    write(tmp_path / "mergers.csv", [merger])

    load_places.free_slugs_of_merged(tmp_path / "mergers.csv")
    load_places.load_municipalities(tmp_path / "municipalities.csv")
    load_places.load_mergers(tmp_path / "mergers.csv")

    before = Municipality.objects.get(nis="12026")
    assert (before.current.nis, before.current.slug) == ("12099", "nijlen")
    assert (before.slug, before.postcodes) == ("nijlen-12026", [])


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
