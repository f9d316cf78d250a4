"""Where things are: distances, and places in what was typed."""

from __future__ import annotations

import math

from initiatives.finding.index import Index
from initiatives.finding.words import words
from places.models import Municipality

KM_PER_DEGREE = 111.2
LONGEST_NAME = 3  # words that say something: Sint-Katelijne-Waver


def distance(one: Municipality, other: Municipality) -> float:
    """Kilometres between two municipalities, as the crow flies. Flanders is small enough for a
    flat map."""
    north = (float(one.latitude) - float(other.latitude)) * KM_PER_DEGREE
    middle = math.radians((float(one.latitude) + float(other.latitude)) / 2)
    east = (float(one.longitude) - float(other.longitude)) * KM_PER_DEGREE * math.cos(middle)
    return math.hypot(north, east)


def place_in(text: str, index: Index) -> tuple[Municipality | None, str]:
    """The municipality that some words of `text` name, and the other words; the longest name
    counts."""
    typed = words(text)
    for size in range(LONGEST_NAME, 0, -1):
        for start in range(len(typed) - size + 1):
            place = index.named.get(" ".join(typed[start : start + size]))
            if place:
                return place, " ".join(typed[:start] + typed[start + size :])
    return None, text
