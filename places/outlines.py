"""The outlines of the provinces, from places/data/provinces.geojson to SVG paths.

On the scale of Flanders a degree of longitude is as long as cos 51° degrees of latitude; so the map
is drawn in a plane with x = (longitude - 2.5) · cos 51° and y = 51.55 - latitude, y pointing down.
A frame shows a piece of that plane in the units of a drawing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from pathlib import Path

DATA = Path(__file__).resolve().parent / "data" / "provinces.geojson"
WEST, NORTH = 2.5, 51.55
NARROWING = cos(radians(51))
OUTSIDE = 60  # units; a corner further from the frame is moved to there

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Frame:
    """A window on the plane: the point at its top left, and its units to a degree of latitude."""

    left: float
    top: float
    scale: float
    width: int
    height: int

    def point(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a place (in degrees) is drawn, in units from the top left of the frame."""
        return self.project(*_plane(longitude, latitude))

    def project(self, x: float, y: float) -> tuple[float, float]:
        """Where a point of the plane is drawn."""
        return (x - self.left) * self.scale, (y - self.top) * self.scale


@lru_cache(maxsize=1)
def rings() -> dict[str, tuple[Ring, ...]]:
    """The rings of each province by its NIS code, in the plane; a ring inside another is a hole."""
    features = json.loads(DATA.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["nis"]: _rings(feature["geometry"]) for feature in features}


@lru_cache(maxsize=64)
def frame(provinces: frozenset[str], *, width: int, height: int, margin: int) -> Frame:
    """The frame of `width` by `height` units in which the provinces with these NIS codes (all of
    them when there are none) stand as large as can be, in the middle, `margin` from the edges.
    Raises KeyError for an unknown code."""
    shown = [point for nis in provinces or rings() for ring in rings()[nis] for point in ring]
    (left, right), (top, bottom) = _span(x for x, _ in shown), _span(y for _, y in shown)
    scale = min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top))
    return Frame(
        left=(left + right - width / scale) / 2,
        top=(top + bottom - height / scale) / 2,
        scale=scale,
        width=width,
        height=height,
    )


@lru_cache(maxsize=256)
def path(nis: str, shown: Frame, *, step: int = 1) -> str:
    """The outline of a province as the `d` of an SVG path, in whole units of the frame. `step`: how
    many units a corner is at least from the one before; what is nearer is left out. Empty when the
    frame does not reach it. Raises KeyError for an unknown code."""
    drawn = [[shown.project(*point) for point in ring] for ring in rings()[nis]]
    (left, right) = _span(x for ring in drawn for x, _ in ring)
    (top, bottom) = _span(y for ring in drawn for _, y in ring)
    if right < 0 or left > shown.width or bottom < 0 or top > shown.height:
        return ""
    return "".join(
        _ring_path(
            [(_near(x, shown.width), _near(y, shown.height)) for x, y in ring],
            step,
        )
        for ring in drawn
    )


def _near(value: float, size: int) -> int:
    """In whole units, and not far outside the frame: what is there need not be sent."""
    return round(min(max(value, -OUTSIDE), size + OUTSIDE))


def _ring_path(points: list[tuple[int, int]], step: int) -> str:
    """One closed line, in steps: shorter than places, and much alike, so that it compresses. Empty
    where no corner is left, as of what lies all on one side of the frame."""
    (x, y), *others = points[:-1]
    steps = []
    d = f"M{x} {y}l"
    for to_x, to_y in others:
        if max(abs(to_x - x), abs(to_y - y)) >= step:
            steps.append(f"{to_x - x} {to_y - y}")
            x, y = to_x, to_y
    return d + " ".join(steps).replace(" -", "-") + "z" if steps else ""


def _rings(geometry: dict) -> tuple[Ring, ...]:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return tuple(tuple(_plane(*point) for point in ring) for part in polygons for ring in part)


def _plane(longitude: float, latitude: float) -> tuple[float, float]:
    return (longitude - WEST) * NARROWING, NORTH - latitude


def _span(values: Iterable[float]) -> tuple[float, float]:
    listed = list(values)
    return min(listed), max(listed)
