"""Which addresses readers ask for, as JSON: `python -m bench.visits`. For each kind of page many,
for one hot address proves little."""

from __future__ import annotations

import json
import sys
from random import Random
from urllib.parse import urlencode

import django

if __name__ == "__main__":
    django.setup()

from django.conf import settings
from django.db.models import Count
from django.urls import reverse

from bench.language import Language, compounds, read_list
from initiatives.models import Initiative, TargetGroup, Theme
from places.models import Municipality, Province
from roadshow.models import RoadshowEvent

SEED = 40
SEARCHES = 200
FILTERS = 100
DETAILS = 1000  # more than the drawings that a process keeps
DEEP_PAGES = 20
DEEPEST = 8000


def visits() -> dict[str, list[str]]:
    """For each kind of page the addresses to ask in turn; the same for the same content."""
    chance = Random(SEED)  # noqa: S311 - addresses to ask, not secrets
    list_url, feed_url = reverse("initiatives:list"), reverse("initiatives:feed")
    choices = [urlencode(choice) for choice in filters(chance)]
    return {
        "home": [reverse("home")],
        "list": [list_url],
        "filtered": [f"{list_url}?{choice}" for choice in choices],
        "search": [f"{list_url}?{urlencode({'q': text})}" for text in searches(chance)],
        "detail": [reverse("initiatives:detail", args=[slug]) for slug in details(chance)],
        "map": [f"{list_url}kaart/"],
        "deep": [f"{list_url}?bladzijde={number}" for number in deep_pages()],
        "municipality": [reverse("municipality", args=[slug]) for slug in municipalities()],
        "feed": [reverse("initiatives:feed"), *(f"{feed_url}?{choice}" for choice in choices)],
        "roadshow": [reverse("roadshow:overview")],
        "event": [event.get_absolute_url() for event in RoadshowEvent.objects.order_by("slug")],
    }


def searches(chance: Random) -> list[str]:
    """What people type: common and rare words, typing errors, parts of compounds, places."""
    language = Language(chance)
    things = [thing.split(" ", 1)[1] for thing in read_list("things")]
    made = [compound.split(" ", 1)[1] for compound in compounds()]
    parts = read_list("first_parts")
    kinds = [form for line in read_list("kinds") for form in line.split()]
    places = Municipality.objects.current().annotate(near=Count("predecessors")).order_by("nis")
    places = [place for place in places if place.postcodes]

    def place() -> str:
        somewhere = chance.choice(places)
        return chance.choice([somewhere.name, somewhere.postcodes[0]])

    ways = [
        (18, lambda: language["thing"]),
        (14, lambda: chance.choice(things)),
        (12, lambda: chance.choice(made)),
        (12, lambda: language.typing_error(chance.choice([t for t in things if len(t) > 5]))),
        (8, lambda: language.typing_error(chance.choice(made))),
        (10, lambda: chance.choice(parts)),
        (6, lambda: chance.choice(kinds)),
        (8, lambda: f"{language['thing']} {language['thing']}"),
        (7, lambda: f"{language['thing']} {place()}"),
        (5, place),
    ]
    weights = [weight for weight, _ in ways]
    asked: dict[str, None] = {}
    while len(asked) < SEARCHES:
        asked[chance.choices(ways, weights)[0][1]()] = None
    return list(asked)


def filters(chance: Random) -> list[list[tuple[str, str]]]:
    """What people choose: one facet, or a few together."""
    choices = [
        [("thema", slug) for slug in Theme.objects.values_list("slug", flat=True)],
        [("voor", slug) for slug in TargetGroup.objects.values_list("slug", flat=True)],
        [("provincie", slug) for slug in Province.objects.values_list("slug", flat=True)],
        [("samen", "on_site"), ("samen", "online"), ("samen", "both")],
        [("vorm", "informeel"), ("vorm", "formeel")],
        [("bezig", "yes"), ("bezig", "ended")],
    ]
    asked: dict[tuple[tuple[str, str], ...], None] = {}
    while len(asked) < FILTERS:
        number = chance.choices([1, 2, 3], [40, 40, 20])[0]
        facets = sorted(chance.sample(range(len(choices)), number))
        asked[tuple(chance.choice(choices[facet]) for facet in facets)] = None
    return [list(pairs) for pairs in asked]


def details(chance: Random) -> list[str]:
    """The addresses of some initiatives, old and new."""
    slugs = list(Initiative.objects.published().values_list("slug", flat=True))
    return chance.sample(slugs, min(DETAILS, len(slugs)))


def municipalities() -> list[str]:
    """Every municipality of today: cities with many initiatives, and villages with none."""
    return list(Municipality.objects.current().order_by("nis").values_list("slug", flat=True))


def deep_pages() -> list[int]:
    """Pages around number 8,000, or the last ones where there are fewer."""
    last = Initiative.objects.published().count() // settings.INITIATIVES_PER_PAGE
    deepest = max(min(DEEPEST, last), 1)
    return list(range(max(deepest - DEEP_PAGES + 1, 1), deepest + 1))


if __name__ == "__main__":
    json.dump(visits(), sys.stdout)
