"""Drawing the map: balls by area, small ones on top, targets that don't overlap; the small maps."""

import gzip
import re
from math import hypot

import pytest
from django.core.management import call_command

from initiatives.map import draw_crowded_map, draw_map, places
from initiatives.small_maps import mini_map
from places.models import Municipality

pytestmark = pytest.mark.django_db
MARK = re.compile(
    r'<a href="([^"]*)" transform="translate\((\d+) (\d+)\)"><title>([^:]*): [^<]*</title>'
    r'(?:<path d="M0 0h0" stroke-width="(\d+)"/>)?<circle r="([\d.]+)"/>'
)


@pytest.fixture(autouse=True)
def all_places():
    call_command("load_places", verbosity=0)


def draw(counts: dict[str, int], chosen: tuple[str, ...] = ()) -> list[tuple]:
    """The balls of a map with these counts by name: name, x, y, radius, width of the target."""
    found = Municipality.objects.current().select_related("province").filter(name__in=counts)
    counted = {place: counts[place.name] for place in found}
    shown = places(counted, lambda slug: f"?gemeente={slug}")
    svg = draw_map(shown, lambda slug: f"?provincie={slug}", chosen=chosen)
    return [
        (name, int(x), int(y), float(radius), int(target or 0))
        for _, x, y, name, target, radius in MARK.findall(svg)
    ]


def everywhere() -> dict[str, int]:
    """A count for each municipality, from 1 to 6,000, uneven as in life."""
    names = Municipality.objects.current().order_by("nis").values_list("name", flat=True)
    counts = {name: 1 + (index * 37) % 400 for index, name in enumerate(names)}
    return counts | {"Antwerpen": 6000, "Gent": 3000, "Brussel": 2000}


@pytest.mark.parametrize(
    ("counts", "chosen"),
    [
        ({"Nijlen": 1, "Lokeren": 4}, ()),
        ({"Nijlen": 1, "Lokeren": 5000}, ()),
        ({"Nijlen": 7, "Lier": 28}, ("10000",)),
    ],
)
def test_areas_are_in_proportion(counts, chosen):
    areas = {name: radius**2 for name, _, _, radius, _ in draw(counts, chosen)}
    one, other = counts
    ratio = (areas[other] / areas[one]) / (counts[other] / counts[one])
    # Radii have one decimal.
    assert ratio == pytest.approx(1, rel=0.17)


def test_balls_stand_by_province_and_name_where_nothing_overlaps():
    drawn = draw({"Nijlen": 1, "Genk": 9, "Brugge": 2, "Balen": 3})
    assert [name for name, *_ in drawn] == ["Balen", "Nijlen", "Genk", "Brugge"]


def test_no_ball_disappears_under_a_bigger_one():
    drawn = draw(everywhere())
    assert len(drawn) == 304
    hidden = [
        (below[0], above[0])
        for index, above in enumerate(drawn)
        for below in drawn[:index]
        if hypot(above[1] - below[1], above[2] - below[2]) < above[3] + below[3]
        and above[3] > below[3]
    ]
    assert hidden == []


def test_targets_do_not_overlap():
    drawn = [mark for mark in draw(everywhere()) if mark[4]]
    assert len(drawn) > 100
    overlapping = [
        (one[0], other[0])
        for index, one in enumerate(drawn)
        for other in drawn[:index]
        if hypot(one[1] - other[1], one[2] - other[2]) < (one[4] + other[4]) / 2
    ]
    assert overlapping == []


def test_a_ball_alone_is_easy_to_hit_on_a_phone():
    # On 320 px the map is 280 px wide.
    assert [target * 280 / 1000 >= 24 for *_, target in draw({"Nijlen": 1, "Genk": 1})] == [
        True
    ] * 2


def test_of_too_many_the_areas_are_in_proportion_too():
    found = Municipality.objects.current().select_related("province").order_by("nis")
    shown = places({place: 1 + n % 9 * 90 for n, place in enumerate(found)}, lambda slug: "")
    entries = {"10000": (900, "?a"), "70000": (400, "?b&c"), "04000": (1, "?d")}
    svg = draw_crowded_map(shown, entries)
    balls = r'<a href="([^"]*)"><title>(.*?)</title>.*?<circle [^>]*r="(\d+)"/>'
    assert re.findall(balls, svg) == [
        ("?a", "Antwerpen: 900 initiatieven", "62"),
        ("?b&amp;c", "Limburg: 400 initiatieven", "41"),
        # The least that a number needs.
        ("?d", "Brussel: 1 initiatief", "30"),
    ]
    dots = re.findall(r'<path stroke-width="(\d+)" d="([^"]*)"/>', svg)
    assert sum(d.count("h0") for _, d in dots) == 304
    widths = [int(width) for width, _ in dots]
    # From 721 down to 91; the dot of a single one is as small as can be seen.
    assert widths == [44, 41, 38, 35, 31, 27, 22, 16, 4]


def test_a_name_is_never_markup():
    Municipality.objects.filter(name="Nijlen").update(name='<b>"N&')
    found = Municipality.objects.filter(name='<b>"N&').select_related("province")
    shown = places({found.get(): 1}, lambda slug: f'?q="<&gemeente={slug}')
    svg = draw_map(shown, lambda slug: "")
    assert svg.count("&lt;b&gt;&quot;N&amp;: 1 initiatief") == 2
    assert (svg.count("<b>"), svg.count('"<')) == (0, 0)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Nijlen", "Nijlen ligt in de provincie Antwerpen"),
        ("Ukkel", "Ukkel ligt in het Brussels Hoofdstedelijk Gewest"),
    ],
)
def test_the_mini_map(name, words):
    svg = mini_map(Municipality.objects.get(name=name))
    assert re.findall(r'<svg [^>]*role="img" aria-label="([^"]*)"', svg) == [words]
    assert svg.count("<circle") == 1
    assert svg.count('fill-opacity="1"') == 1
    assert len(gzip.compress(svg.encode())) < 2048


def test_the_mini_map_points_to_the_right_place():
    names = ("De Panne", "Maaseik")
    west, east = (mini_map(Municipality.objects.get(name=name)) for name in names)
    (x1,), (x2,) = (re.findall(r'<circle cx="(\d+)"', svg) for svg in (west, east))
    assert (int(x1), int(x2)) == (10, 283)
