"""The map of Flanders, drawn on the server: woven provinces, a ball for each municipality. Where
those are too many to tell apart there is a ball for each province, and a dot for a municipality.

Everything is drawn in units of which 1000 fit in the width of the map. Colours, line widths and
what changes on a narrow screen live in static/css/map.css.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from math import hypot, sqrt
from typing import NamedTuple

from django.utils.formats import number_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from initiatives.weave import WEAVE
from places import outlines
from places.models import Municipality

WIDTH, MARGIN = 1000, 10
LAND = 398  # the height of Flanders
STRIP = 52  # below the land: the names of the south
ONE_PROVINCE = 660
# The radius of the ball of a single initiative, unless the largest ball would be too large.
SINGLE, LARGEST, LARGEST_ZOOMED = 14, 44, 76
NARROW = 1.4  # how much larger a ball is on a narrow screen: see map.css
FINE, COARSE, COARSEST = 2, 4, 7  # units between the corners of an outline
DIGIT = 7.6  # half of what a digit in a ball needs
TARGET = 90  # across: 24 px where the map is 270 px wide
# More municipalities, in more than one province, lie over each other on a phone; and with their
# list they would weigh more than a page may.
MOST_BALLS = 50
LARGEST_PROVINCE, LARGEST_DOT, SMALLEST_DOT = 62, 22, 2  # radius


class Labelled(NamedTuple):
    """A province: its name, where that stands beside the land, and its ball on the small map."""

    slug: str
    name: str
    x: int
    y: int
    ball: tuple[int, int]


# From west to east. The names stand outside the land: no text on weave.
PROVINCES = {
    "30000": Labelled("west-vlaanderen", "West-Vlaanderen", 14, 62, (144, 222)),
    "40000": Labelled("oost-vlaanderen", "Oost-Vlaanderen", 300, 96, (384, 244)),
    "10000": Labelled("antwerpen", "Antwerpen", 408, 40, (656, 128)),
    "20001": Labelled("vlaams-brabant", "Vlaams-Brabant", 640, 428, (704, 282)),
    "70000": Labelled("limburg", "Limburg", 884, 92, (862, 236)),
    "04000": Labelled("brussel", "Brussel", 500, 444, (538, 404)),
}
BRUSSELS = "04000"
IN_BRUSSELS = (538, 318)


@dataclass(frozen=True)
class Place:
    """A municipality on the map or in the list beside it."""

    municipality: Municipality
    count: int
    url: str

    @property
    def label(self) -> str:
        """'Nijlen: 3 initiatieven'."""
        return f"{self.municipality.name}: {initiatives(self.count)}"


class Mark(NamedTuple):
    """A ball: which of the places it stands for, its middle and its radius, in units.

    `target`: how wide the circle around it may be that can be hit without coming nearer to another
    ball. `is_clear`: no smaller ball lies on its number.
    """

    place: int
    x: int
    y: int
    radius: float
    target: int = 0
    is_clear: bool = True


def thousands(number: int) -> str:
    """'1.234', whatever the settings say of grouping."""
    return number_format(number, force_grouping=True)


def initiatives(count: int) -> str:
    """'1 initiatief', '1.234 initiatieven'."""
    return f"{thousands(count)} initiatie{'f' if count == 1 else 'ven'}"


def places(counts: Mapping[Municipality, int], url_for: Callable[[str], str]) -> list[Place]:
    """What is to be drawn and listed, by province and name. `url_for` gives the address of what is
    found in the municipality with a slug."""
    ordered = sorted(counts, key=lambda place: (place.province.name, place.name))
    return [Place(place, counts[place], url_for(place.slug)) for place in ordered]


def draw_map(
    shown: list[Place], url_for: Callable[[str], str], *, chosen: Collection[str] = ()
) -> SafeString:
    """The map with a ball for each of `shown`, its area in proportion to its count.

    `url_for` gives the address of a province's own map by its slug. `chosen`: the NIS codes of the
    provinces that fill the drawing, all of them when there are none; `shown` should lie in those.
    """
    frame = _frame(frozenset(chosen))
    land = "".join(
        f'<a href="{escape(url_for(province.slug))}" tabindex="-1"><title>{province.name}</title>'
        f'<path{far} d="{path}"/></a>'
        for nis, province in PROVINCES.items()
        for far in [' class="far"' if chosen and nis not in chosen else ""]
        if (path := outlines.path(nis, frame, step=COARSE if far else FINE))
    )
    names = "" if chosen else _names()
    marks = _layout(
        frame,
        LARGEST_ZOOMED if chosen else LARGEST,
        tuple(
            (float(place.municipality.longitude), float(place.municipality.latitude), place.count)
            for place in shown
        ),
    )
    below = frame.height - 14
    airy = " airy" if all(mark.target == TARGET for mark in marks) else ""
    balls = "".join(_ball(shown[mark.place], mark, below) for mark in marks)
    return mark_safe(  # noqa: S308 - numbers, names of our own, and what was escaped
        f"{_opening(f'map{airy}', frame.height, chosen)}"
        '<desc id="kaart-uitleg">Elke bol is een gemeente. Onder de kaart staan ze in een '
        "lijst.</desc>"
        f'{WEAVE}<g class="land" aria-hidden="true">{land}{names}</g>'
        f'<g class="marks">{balls}</g></svg>'
    )


def draw_crowded_map(
    shown: list[Place], entries: dict[str, tuple[int, str]], *, chosen: Collection[str] = ()
) -> SafeString:
    """The map with a ball for each province in `entries` (count and address by NIS code), linked,
    and a dot for each of `shown`. Their areas are in proportion to their counts, as far as a number
    fits in a ball. `chosen`: as for draw_map, but here all of Flanders stays in sight."""
    frame = _frame(frozenset())
    land = "".join(
        f'<path{far} d="{outlines.path(nis, frame, step=COARSE)}"/>'
        for nis in PROVINCES
        for far in [' class="far"' if chosen and nis not in chosen else ""]
    )
    most = max(count for count, _ in entries.values())
    balls = "".join(
        f'<a href="{escape(url)}"><title>{province.name}: {initiatives(count)}</title>'
        f"{_province_ball(province, count, LARGEST_PROVINCE * sqrt(count / most))}</a>"
        for nis, province in PROVINCES.items()
        if nis in entries
        for count, url in [entries[nis]]
    )
    return mark_safe(  # noqa: S308 - numbers, names of our own, and what was escaped
        f"{_opening('map crowded', frame.height + 20, chosen)}"
        '<desc id="kaart-uitleg">Elke bol is een provincie, elke stip een gemeente. Onder de kaart '
        "staan de provincies in een lijst.</desc>"
        f'{WEAVE}<g aria-hidden="true"><g class="land">{land}</g>'
        f'<g class="dots">{_dots(frame, shown)}</g>{_line_to_brussels(entries)}</g>'
        f'<g class="counts">{balls}</g></svg>'
    )


def _opening(name: str, height: int, chosen: Collection[str]) -> str:
    """How a map begins that is read and used: `name` is its class. What explains it comes next."""
    where = " en ".join(PROVINCES[nis].name for nis in chosen) or "Vlaanderen en Brussel"
    return (
        f'<svg class="{name}" viewBox="0 0 {WIDTH} {height}" role="group"'
        ' aria-labelledby="kaart-naam" aria-describedby="kaart-uitleg">'
        f'<title id="kaart-naam">Kaart van {where}</title>'
    )


def _frame(provinces: frozenset[str]) -> outlines.Frame:
    """All of Flanders with the strip below it, or some provinces as large as can be."""
    if provinces:
        return outlines.frame(provinces, width=WIDTH, height=ONE_PROVINCE, margin=MARGIN)
    land = outlines.frame(provinces, width=WIDTH, height=LAND, margin=MARGIN)
    return replace(land, height=LAND + STRIP)


@lru_cache(maxsize=128)
def _layout(
    frame: outlines.Frame, largest: int, counted: tuple[tuple[float, float, int], ...]
) -> tuple[Mark, ...]:
    """The balls for (longitude, latitude, count), in the order in which they are drawn. `largest`:
    the radius that none of them passes.

    That is the order of `counted`, but a ball comes before every smaller one that it touches: what
    is drawn later lies on top, and nothing may disappear under something bigger.
    """
    most = max((count for *_, count in counted), default=1)
    unit = min(SINGLE, largest / sqrt(most))
    marks = [
        Mark(number, round(x), round(y), round(unit * sqrt(count), 1))
        for number, (longitude, latitude, count) in enumerate(counted)
        for x, y in [frame.point(longitude, latitude)]
    ]
    marks = [_with_room(mark, marks, _half_number(counted[mark.place][2])) for mark in marks]
    bigger_first = sorted(marks, key=lambda mark: (-mark.radius, mark.place))
    drawn: dict[Mark, None] = {}

    def draw(mark: Mark) -> None:
        for other in bigger_first:
            if other is mark:
                break
            touch = NARROW * (other.radius + mark.radius)
            if other not in drawn and _apart(other, mark) < touch:
                draw(other)
        drawn[mark] = None

    for mark in marks:
        if mark not in drawn:
            draw(mark)
    return tuple(drawn)


def _with_room(mark: Mark, marks: list[Mark], number: float) -> Mark:
    """`mark`, knowing how much room the others leave it. `number`: half the width of its count."""
    others = [(_apart(mark, other), other.radius) for other in marks if other is not mark]
    nearest = min((apart for apart, _ in others), default=TARGET)
    is_clear = all(apart > radius + number for apart, radius in others if radius <= mark.radius)
    # In steps of ten: that compresses better.
    return mark._replace(target=min(int(nearest) // 10 * 10, TARGET), is_clear=is_clear)


def _half_number(count: int) -> float:
    return max(len(thousands(count)) * DIGIT, 11)


def _apart(one: Mark, other: Mark) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def _ball(place: Place, mark: Mark, below: int) -> str:
    """A linked ball. The line of no length is a round target around it. The text after it shows the
    name below the land while the ball has focus, for a title only shows under a mouse."""
    number = thousands(place.count)
    fits = mark.is_clear and mark.radius >= _half_number(place.count)
    label = escape(place.label)
    target = f'<path d="M0 0h0" stroke-width="{mark.target}"/>'
    return (
        f'<a href="{escape(place.url)}" transform="translate({mark.x} {mark.y})">'
        f"<title>{label}</title>{target if mark.target > 2 * mark.radius else ''}"
        f'<circle r="{mark.radius:g}"/>{f"<text>{number}</text>" if fits else ""}</a>'
        f'<text x="{MARGIN}" y="{below}">{label}</text>'
    )


def _names() -> str:
    """The names of the provinces around the land, with a line to Brussels."""
    (x, y), brussels = IN_BRUSSELS, PROVINCES["04000"]
    return f'<path class="line" d="M{x} {y}V{brussels.y - 26}"/>' + "".join(
        f'<text x="{label.x}" y="{label.y}">{label.name}</text>' for label in PROVINCES.values()
    )


def _line_to_brussels(entries: Collection[str]) -> str:
    """From the ball of Brussels to where it lies: it is too small to stand on."""
    if "04000" not in entries:
        return ""
    (x, y), (_, below) = IN_BRUSSELS, PROVINCES["04000"].ball
    return f'<path class="line" d="M{x} {below}V{y}"/><circle class="end" cx="{x}" cy="{y}" r="6"/>'


def _province_ball(label: Labelled, count: int, radius: float) -> str:
    """A ball with its count, and below it the name on a pill (beside it for Brussels). `radius`: of
    the ball, unless its number needs more."""
    number = thousands(count)
    x, y = label.ball
    radius = max(round(radius), {1: 30, 2: 30, 3: 36}.get(len(number), 44))
    wide = 20 + 15 * len(label.name)
    pill_x, pill_y = x, y + radius + 14
    if label.slug == "brussel":
        pill_x, pill_y = x + radius + wide // 2 + 4, y + 14
    long = " long" if len(number) > 3 else ""
    return (
        f'<g class="name">'
        f'<rect x="{pill_x - wide // 2}" y="{pill_y - 18}" width="{wide}" height="36" rx="18"/>'
        f'<text x="{pill_x}" y="{pill_y}">{label.name}</text></g>'
        f'<g class="count{long}"><circle cx="{x}" cy="{y}" r="{radius}"/>'
        f'<text x="{x}" y="{y}">{number}</text></g>'
    )


def _dots(frame: outlines.Frame, shown: list[Place]) -> str:
    """A dot for each municipality: lines of no length with round ends, those of one width in one
    path. They go in steps: shorter than places, and much alike, so that it compresses."""
    most = max(place.count for place in shown)
    by_width: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for place in shown:
        longitude, latitude = (
            float(place.municipality.longitude),
            float(place.municipality.latitude),
        )
        x, y = frame.point(longitude, latitude)
        radius = max(LARGEST_DOT * sqrt(place.count / most), SMALLEST_DOT)
        by_width[round(2 * radius)].append((round(x), round(y)))
    paths = []
    for width, points in sorted(by_width.items(), reverse=True):
        starts = [(0, 0), *sorted(points)]
        steps = (f"m{to_x - x} {to_y - y}h0" for (x, y), (to_x, to_y) in pairwise(starts))
        paths.append(f'<path stroke-width="{width}" d="{"".join(steps).replace(" -", "-")}"/>')
    return "".join(paths)
