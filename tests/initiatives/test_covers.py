"""Weave covers: the same for the same key, different for another, small, and true to the weave."""

import gzip
from xml.etree import ElementTree

import pytest
from django.template import Context, Template

from initiatives.covers import STRUCTURES, cover_svg, fnv1a, rope_svg, swatch_svg

# Five strands a repeat, '#' where the horizontal one is on top.
PATTERNS = {
    "plat": ["#.#.#.#.#.", ".#.#.#.#.#", "#.#.#.#.#.", ".#.#.#.#.#", "#.#.#.#.#."],
    "satijn": [".####.####", "###.####.#", "#.####.###", "####.####.", "##.####.##"],
    "keper": ["###..###..", "##..###..#", "#..###..##", "..###..###", ".###..###."],
    "mat": ["..###..###", "..###..###", "##...##...", "##...##...", "##...##..."],
    "visgraat": ["###....###", "##..##..##", "#..####..#", "..######..", ".###..###."],
    "ruit": ["#..#####..", "..###.###.", ".###...###", "###..#..##", "##..###..#"],
}
WEAVES = sorted(STRUCTURES)


def drawn(weave: str) -> list[str]:
    on_top = STRUCTURES[weave]
    return ["".join(".#"[on_top(i, j)] for j in range(10)) for i in range(5)]


@pytest.mark.parametrize("weave", sorted(PATTERNS))
def test_each_structure_is_the_weave_of_its_name(weave):
    assert drawn(weave) == PATTERNS[weave]


@pytest.mark.parametrize("weave", WEAVES)
def test_every_structure_repeats_after_five_strands_or_after_five_and_their_mirror(weave):
    on_top = STRUCTURES[weave]
    cells = [(i, j) for i in range(20) for j in range(20)]
    assert [on_top(i + 10, j) for i, j in cells] == [on_top(i, j) for i, j in cells]
    assert [on_top(i, j + 10) for i, j in cells] == [on_top(i, j) for i, j in cells]


def test_the_hash_is_fnv_1a():
    assert [fnv1a(""), fnv1a("a"), fnv1a("foobar")] == [0x811C9DC5, 0xE40C292C, 0xBF9CF968]


def test_the_same_key_gives_the_same_bytes():
    first = cover_svg("samentuin-damhof", "keper")
    cover_svg.cache_clear()
    assert cover_svg("samentuin-damhof", "keper") == first


def test_other_keys_give_other_covers():
    covers = {cover_svg(f"initiatief-{n}", "mat") for n in range(50)}
    assert len(covers) == 50


@pytest.mark.parametrize("weave", WEAVES)
@pytest.mark.parametrize(
    ("shape", "box"),
    [("card", "0 0 400 240"), ("wide", "0 0 1200 300"), ("round", "0 0 240 240")],
)
def test_a_cover_is_a_silent_drawing_without_inline_style(weave, shape, box):
    svg = ElementTree.fromstring(cover_svg("soepkar", weave, shape=shape))
    assert (svg.tag, svg.get("viewBox"), svg.get("aria-hidden")) == ("svg", box, "true")
    assert [node for node in svg.iter() if node.get("style") or node.get("id")] == []
    assert svg.get("class").split()[-1] == f"w-{weave}"


@pytest.mark.parametrize("draw", [swatch_svg, rope_svg, lambda weave: cover_svg("x", weave)])
def test_an_unknown_weave_is_an_error(draw):
    with pytest.raises(KeyError):
        draw("linnen")


def test_the_ball_and_its_neighbour_stay_inside_the_canvas():
    for n in range(300):
        svg = ElementTree.fromstring(cover_svg(f"initiatief-{n}", "ruit"))
        for circle in svg.iter("circle"):
            x, y, radius = (float(circle.get(name)) for name in ("cx", "cy", "r"))
            assert (x - radius > 0, x + radius < 400, y - radius > 0) == (True, True, True)


def test_a_page_of_twelve_covers_takes_less_than_two_kilobytes():
    page = "".join(cover_svg(f"initiatief-{n}", WEAVES[n % 6]) for n in range(12))
    assert len(gzip.compress(page.encode())) < 2048


def test_template_tags():
    page = Template(
        '{% load covers %}{% cover key "mat" "wide" %}{% swatch "mat" %}{% rope "mat" %}'
    )
    assert page.render(Context({"key": "nijlen"})) == (
        cover_svg("nijlen", "mat", shape="wide") + swatch_svg("mat") + rope_svg("mat")
    )
