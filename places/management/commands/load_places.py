"""Loads the provinces and municipalities from places/data/. Can run again at any time."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import F
from django.utils.text import slugify

from places.models import Municipality, Province

DATA = Path(__file__).resolve().parent.parent.parent / "data"


class Command(BaseCommand):
    help = "Load provinces, municipalities and mergers; update names and postcodes."

    @transaction.atomic
    def handle(self, **options) -> None:
        load_provinces(DATA / "provinces.geojson")
        free_slugs_of_merged(DATA / "mergers.csv")
        load_municipalities(DATA / "municipalities.csv")
        load_mergers(DATA / "mergers.csv")
        if options["verbosity"]:
            count = Municipality.objects.current().count()
            self.stdout.write(f"{count} municipalities in {Province.objects.count()} provinces.")


def load_provinces(path: Path) -> None:
    """Create or update the provinces named in a GeoJSON file."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    Province.objects.bulk_create(
        [Province(**feature["properties"]) for feature in features],
        update_conflicts=True,
        unique_fields=["nis"],
        update_fields=["name", "slug"],
    )


def free_slugs_of_merged(path: Path) -> None:
    """Take their slug from municipalities that merged: their successor may have the same name."""
    merged = [row["nis"] for row in _rows(path)]
    Municipality.objects.filter(nis__in=merged).update(slug=F("nis"))


def load_municipalities(path: Path) -> None:
    """Create or update the municipalities of a CSV file; the NIS code tells which is which."""
    Municipality.objects.bulk_create(
        [
            Municipality(
                nis=row["nis"],
                name=row["name"],
                name_fr=row["name_fr"],
                slug=slugify(row["name"]),
                province_id=row["province_nis"],
                latitude=row["latitude"],
                longitude=row["longitude"],
                postcodes=row["postcodes"].split(),
            )
            for row in _rows(path)
        ],
        update_conflicts=True,
        unique_fields=["nis"],
        update_fields=[
            *("name", "name_fr", "slug", "province", "latitude", "longitude", "postcodes"),
            "successor",
        ],
    )


def load_mergers(path: Path) -> None:
    """Keep each municipality that merged as a signpost to the one it became part of."""
    for row in _rows(path):
        successor = Municipality.objects.get(nis=row["successor_nis"])
        Municipality.objects.update_or_create(
            nis=row["nis"],
            defaults={
                "name": row["name"],
                "name_fr": "",
                "slug": _signpost_slug(row),
                "province": successor.province,
                "latitude": successor.latitude,
                "longitude": successor.longitude,
                "postcodes": [],
                "successor": successor,
            },
        )


def _signpost_slug(row: dict[str, str]) -> str:
    """The old name's slug, or with its code where a municipality of today has that name."""
    slug = slugify(row["name"])
    taken = Municipality.objects.filter(slug=slug).exclude(nis=row["nis"]).exists()
    return f"{slug}-{row['nis']}" if taken else slug


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
