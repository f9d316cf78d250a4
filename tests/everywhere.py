"""A map as full as it can be."""

from __future__ import annotations

from django.core.management import call_command
from pyroaring import BitMap

from initiatives.models import Posting, Showcase
from places.models import Municipality


def fill_municipalities(number: int | None = None) -> None:
    """Bitmaps as if so many municipalities had initiatives, or all where no number is given;
    Antwerpen far more than others."""
    call_command("load_places", verbosity=0)
    start, postings, everything = 0, [], BitMap()
    for place in Municipality.objects.current().order_by("-slug")[:number]:
        size = 9000 if place.name == "Antwerpen" else 20 + int(place.nis) * 37 % 700
        bits = BitMap(range(start, start + size))
        start, everything = start + size, everything | bits
        postings.append(Posting(key=f"f:gemeente:{place.nis}", bits=bits.serialize()))
    postings.append(Posting(key="f:alle", bits=everything.serialize()))
    Posting.objects.bulk_create(postings)
    Showcase.objects.update_or_create(defaults={"generation": 10**6}, id=1)
