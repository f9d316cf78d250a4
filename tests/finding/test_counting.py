"""What the bitmaps count and put in order is what the database would, asked the long way round."""

import random
from math import cos, hypot, radians

import pytest

from initiatives.finding.postings import FORMALITY_GROUPS
from initiatives.models import Initiative
from places.models import Municipality
from tests.finding.showcase import ask

FACETS = ["thema", "voor", "provincie", "gemeente", "samen", "vorm", "bezig"]
TEXTS = ["soep", "tuin", "samen", "buren", "samen koken", "kind", "gent", "zzzzzz", "brugge bank"]
ORDERS = ["", "nieuwste", "a-z", "dichtbij", "best"]


def random_question(seed: int, showcase) -> dict:
    """Some text, or none, and some values of some facets."""
    chance = random.Random(seed)
    asked = {"q": chance.choice(TEXTS)} if chance.random() < 0.4 else {}
    for name in chance.sample(FACETS, chance.randint(0, 3)):
        values = [
            entry.value
            for facet in ask(showcase).facets
            for entry in facet.entries
            if facet.name == name
        ]
        asked[name] = chance.sample(values, min(chance.randint(1, 3), len(values)))
    return asked


@pytest.fixture(scope="module")
def facts(showcase) -> dict[int, dict[str, set[str]]]:
    """What each initiative has, by position and facet, as its own rows say."""
    return {shown.position: facts_of(shown) for shown in Initiative.objects.published()}


def facts_of(shown: Initiative) -> dict[str, set[str]]:
    version = shown.live_version
    place = version.municipality
    return {
        "thema": {theme.slug for theme in version.themes.all()},
        "voor": {group.slug for group in version.target_groups.all()},
        "provincie": {place.province.slug} if place else set(),
        "gemeente": {place.slug} if place else set(),
        "samen": {version.meeting},
        "vorm": {FORMALITY_GROUPS.get(version.assessment.formality)},
        "bezig": {version.running},
        "crisis": {version.crisis.slug} if version.crisis else set(),
    }


@pytest.mark.parametrize("seed", range(200))
def test_every_count_of_every_facet(seed, showcase, facts):
    asked = random_question(seed, showcase)
    text = {"q": asked.pop("q")} if "q" in asked else {}
    results = ask(showcase, **text, **asked)
    matching = everything(showcase, **text)

    def left(without: str) -> list[int]:
        chosen = {name: set(values) for name, values in asked.items() if name != without}
        return [at for at in matching if all(facts[at][name] & chosen[name] for name in chosen)]

    assert results.count == len(left(without=""))
    counts = {
        (facet.name, entry.value): entry.count
        for facet in results.facets
        for entry in facet.entries
    }
    assert counts == {
        (name, value): sum(value in facts[at][name] for at in left(without=name))
        for name, value in counts
    }


def everything(showcase, **asked) -> list[int]:
    """The positions on all pages, one after the other."""
    pages = ask(showcase, **asked).pages
    return [
        found.position
        for number in range(1, pages + 1)
        for found in ask(showcase, **asked, bladzijde=str(number)).page
    ]


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("text", ["", "samen", "iets met soep voor oudere mensen"])
def test_all_pages_together_hold_everything_once(text, order, showcase):
    asked = {"q": text, "volgorde": order, "postcode": "9000"}
    found = everything(showcase, **asked)
    assert len(found) == ask(showcase, **asked).count == len(set(found))


def test_everything_is_on_the_pages_of_the_list(showcase):
    assert sorted(everything(showcase)) == list(range(72))


def test_newest_first(showcase):
    by_date = Initiative.objects.order_by("-published_at").values_list("position", flat=True)
    assert everything(showcase) == list(by_date)


def test_from_a_to_z(showcase):
    titles = [str(found) for found in ask(showcase, volgorde="a-z", q="soep").page]
    assert titles == sorted(titles, key=lambda title: title.lower().lstrip("’'t "))


@pytest.mark.parametrize("postcode", ["9000", "2560", "Oostende", "3600 Genk"])
def test_nearest_first(postcode, showcase):
    here = Municipality.objects.matching(postcode).get()

    def far(initiative: Initiative) -> tuple[float, int]:
        place = initiative.live_version.municipality
        if place is None:
            return float("inf"), -initiative.position
        middle = radians((float(place.latitude) + float(here.latitude)) / 2)
        north = float(place.latitude) - float(here.latitude)
        east = (float(place.longitude) - float(here.longitude)) * cos(middle)
        return round(hypot(north, east), 9), -initiative.position

    in_order = sorted(Initiative.objects.published(), key=far)
    found = everything(showcase, postcode=postcode, volgorde="dichtbij")
    assert found == [initiative.position for initiative in in_order]
