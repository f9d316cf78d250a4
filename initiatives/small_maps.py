"""Small maps of Flanders, for beside a text: nothing in them is a link."""

from __future__ import annotations

from collections.abc import Mapping
from math import sqrt

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from initiatives.map import (
    BRUSSELS,
    COARSEST,
    LAND,
    LARGEST_PROVINCE,
    MARGIN,
    PROVINCES,
    STRIP,
    WIDTH,
    thousands,
)
from initiatives.weave import SMALL_WEAVE, SMALL_WEAVES
from places import outlines
from places.models import Municipality, Province


def mini_map(municipality: Municipality) -> SafeString:
    """Where in Flanders a municipality is: its province darker, one ball. Needs no style sheet;
    below 2 KB compressed."""
    frame = outlines.frame(frozenset(), width=300, height=126, margin=6)
    province, own = municipality.province, ' fill-opacity="1"'
    land = "".join(
        f'<path d="{outlines.path(nis, frame, step=3)}"{own if nis == province.nis else ""}/>'
        for nis in PROVINCES
    )
    x, y = frame.point(float(municipality.longitude), float(municipality.latitude))
    words = escape(where_in_words(municipality))
    return mark_safe(  # noqa: S308 - numbers, and what was escaped
        f'<svg viewBox="0 0 300 126" role="img" aria-label="{words}">'
        f'<g fill="#bd97d6" fill-opacity=".45" fill-rule="evenodd">{land}</g>'
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="8" fill="#8bd06e" stroke="#1c5a31"'
        ' stroke-width="2.5"/></svg>'
    )


def draw_place(municipality: Municipality) -> SafeString:
    """A smaller map with one ball: the province of a municipality darker, its name on a pill. Needs
    css/woven.css and css/municipality.css. Screen readers skip it: where_in_words() says it."""
    frame = outlines.frame(frozenset(), width=WIDTH // 2, height=LAND // 2, margin=MARGIN // 2)
    own = ' class="own"'
    land = "".join(
        f"<path{own if nis == municipality.province_id else ''}"
        f' d="{outlines.path(nis, frame, step=COARSEST)}"/>'
        for nis in PROVINCES
    )
    x, y = map(round, frame.point(float(municipality.longitude), float(municipality.latitude)))
    wide = 18 + 10 * len(municipality.name)
    # On the side with most room, so that it is never cut off.
    left = x + 15 if x < frame.width // 2 else x - 15 - wide
    return mark_safe(  # noqa: S308 - numbers, and what was escaped
        f'<svg class="map" viewBox="0 0 {frame.width} {frame.height}" aria-hidden="true">'
        f'{SMALL_WEAVES}<g class="land">{land}</g><circle cx="{x}" cy="{y}" r="10"/>'
        f'<rect x="{left}" y="{y - 15}" width="{wide}" height="30" rx="15"/>'
        f'<text x="{left + wide // 2}" y="{y}">{escape(municipality.name)}</text></svg>'
    )


def draw_provinces(counts: Mapping[str, int]) -> SafeString:
    """A smaller map with a ball and a number for each province in `counts`, by NIS code. Needs
    css/woven.css. Nothing in it is a link and screen readers skip it: a list says the same."""
    frame = outlines.frame(frozenset(), width=WIDTH // 2, height=LAND // 2, margin=MARGIN // 2)
    land = "".join(f'<path d="{outlines.path(nis, frame, step=COARSEST)}"/>' for nis in PROVINCES)
    most = max(counts.values(), default=1)
    balls = "".join(
        f'<circle cx="{x // 2}" cy="{y // 2}" r="{radius}"/>'
        f'<text x="{x // 2}" y="{y // 2}">{number}</text>'
        for nis, count in counts.items()
        for x, y in [PROVINCES[nis].ball]
        for number in [thousands(count)]
        for radius in [max(round(LARGEST_PROVINCE / 2 * sqrt(count / most)), 12 + 4 * len(number))]
    )
    return mark_safe(  # noqa: S308 - numbers of our own
        f'<svg class="map" viewBox="0 0 {frame.width} {frame.height + STRIP // 2}"'
        f' aria-hidden="true">{SMALL_WEAVE}<g class="land">{land}</g>{balls}</svg>'
    )


def where_in_words(municipality: Municipality) -> str:
    """What the mini map shows: 'Nijlen ligt in de provincie Antwerpen'."""
    the = "het " if municipality.province_id == BRUSSELS else "de "
    return f"{municipality.name} ligt in {the}{province_in_words(municipality.province)}"


def province_in_words(province: Province) -> str:
    """'provincie Antwerpen', for its largest city has the same name; and Brussels is none."""
    return province.name if province.nis == BRUSSELS else f"provincie {province.name}"
