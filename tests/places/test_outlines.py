"""The outlines on the map: every municipality lies in its province, and all of it in the frame."""

import csv
import re
from itertools import pairwise
from pathlib import Path

import pytest

from places import outlines

MUNICIPALITIES = Path(outlines.DATA).with_name("municipalities.csv")
FLANDERS = outlines.frame(frozenset(), width=1000, height=398, margin=10)
Polygon = list[tuple[int, int]]


def drawn(path: str) -> list[Polygon]:
    """The corners of each ring of a path, as a browser works them out."""
    rings = []
    for start, steps in re.findall(r"M(-?\d+ -?\d+)l([^z]*)z", path):
        ring = [tuple(int(number) for number in start.split())]
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            ring.append((ring[-1][0] + dx, ring[-1][1] + dy))
        rings.append([*ring, ring[0]])
    return rings


def is_inside(x: float, y: float, rings: list[Polygon]) -> bool:
    """Whether a ray from the point crosses the rings an odd number of times: holes count."""
    crossings = 0
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise(ring):
            if (y1 > y) != (y2 > y) and x < x1 + (x2 - x1) * (y - y1) / (y2 - y1):
                crossings += 1
    return crossings % 2 == 1


def municipalities() -> list[tuple[str, str, float, float]]:
    with MUNICIPALITIES.open(encoding="utf-8") as lines:
        return [
            (row["name"], row["province_nis"], float(row["longitude"]), float(row["latitude"]))
            for row in csv.DictReader(lines)
        ]


@pytest.mark.parametrize("nis", sorted(outlines.rings()))
def test_municipalities_lie_in_their_province_and_in_no_other(nis):
    # Knokke-Heist lies so near the sea that whole units of the page's map would drown it.
    large = outlines.frame(frozenset(), width=10_000, height=3980, margin=100)
    rings = drawn(outlines.path(nis, large))
    inside = {
        name
        for name, _, longitude, latitude in municipalities()
        if is_inside(*large.point(longitude, latitude), rings)
    }
    assert inside == {name for name, province, _, _ in municipalities() if province == nis}


def test_all_of_flanders_is_in_the_frame():
    corners = [
        corner
        for nis in outlines.rings()
        for ring in drawn(outlines.path(nis, FLANDERS))
        for corner in ring
    ]
    points = [FLANDERS.point(longitude, latitude) for *_, longitude, latitude in municipalities()]
    assert len(points) == 304
    assert (min(x for x, _ in corners), max(x for x, _ in corners)) == (10, 990)
    assert [point for point in points if not (10 < point[0] < 990 and 9 < point[1] < 389)] == []


@pytest.mark.parametrize("nis", sorted(outlines.rings()))
def test_a_province_fills_its_own_frame(nis):
    frame = outlines.frame(frozenset({nis}), width=1000, height=660, margin=10)
    corners = [corner for ring in drawn(outlines.path(nis, frame)) for corner in ring]
    spans = [
        (min(corner[axis] for corner in corners), max(corner[axis] for corner in corners))
        for axis in (0, 1)
    ]
    assert (10, 990) in spans or (10, 650) in spans
    assert [span for span in spans if span[0] < 9] == []
    assert (spans[0][1] <= 991, spans[1][1] <= 651) == (True, True)


def test_a_province_out_of_sight_is_not_drawn():
    limburg = outlines.frame(frozenset({"70000"}), width=1000, height=660, margin=10)
    assert outlines.path("30000", limburg) == ""


def test_a_part_out_of_sight_leaves_no_step_to_nowhere():
    codes = list(outlines.rings())
    frames = [outlines.frame(frozenset({nis}), width=1000, height=660, margin=10) for nis in codes]
    paths = [
        outlines.path(nis, shown, step=step) for nis in codes for shown in frames for step in (1, 3)
    ]
    assert [path for path in paths if "lz" in path] == []


def test_a_coarser_outline_has_fewer_corners():
    fine, coarse = (outlines.path("20001", FLANDERS, step=step) for step in (1, 15))
    assert len(coarse) < len(fine) / 2
    assert len(drawn(coarse)) == len(drawn(fine)) == 2


def test_an_unknown_province():
    with pytest.raises(KeyError):
        outlines.path("99999", FLANDERS)
