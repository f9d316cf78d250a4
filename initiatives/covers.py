"""Weave covers: a drawing for an initiative without a photo, the same each time.

A cover is drawn in two units: the canvas (400 x 240) for sky, balls and rope, and one strand for
the weave below the rope. Colours and line widths live in the style sheet (.w-plat, .cover), so that
dark mode and higher contrast reach them and twelve covers compress to very little.
"""

import random
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from django.utils.safestring import SafeString, mark_safe

Shape = Literal["card", "wide", "round"]

SIZES: dict[str, tuple[int, int]] = {"card": (400, 240), "wide": (1200, 300), "round": (240, 240)}
PITCHES = (25, 28.6, 33.3)
INSET = 0.36  # of a strand: how far the end of a line stays from the end of its cells
BLOCK = (0, 0, 1, 1, 1)

# Is the horizontal strand on top in row i, column j? Every structure shows the same five strands
# a repeat, one for each partner.
STRUCTURES: dict[str, Callable[[int, int], bool]] = {
    "plat": lambda i, j: (i + j) % 2 == 0,
    "satijn": lambda i, j: (2 * i + j) % 5 != 0,
    "keper": lambda i, j: (i + j) % 5 < 3,
    "mat": lambda i, j: BLOCK[i % 5] != BLOCK[j % 5],
    "visgraat": lambda i, j: (i + (j % 5 if j % 10 < 5 else 4 - j % 5)) % 5 < 3,
    "ruit": lambda i, j: (abs(i % 10 - 5) + abs(j % 10 - 5)) % 5 < 3,
}


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash of `text`: small, and the same on every machine and Python."""
    value = 0x811C9DC5
    for byte in text.encode():
        value = (value ^ byte) * 0x01000193 % 2**32
    return value


@lru_cache(maxsize=512)
def cover_svg(key: str, weave: str, *, shape: Shape = "card") -> SafeString:
    """Draw the cover of an initiative.

    `key` decides the drawing (a slug, or anything that stays); `weave` is a name in STRUCTURES;
    `shape` is "card" (400 x 240), "wide" (1200 x 300, ball near the middle) or "round" (240 x 240).
    Returns an <svg> that screen readers skip. Raises KeyError for an unknown weave or shape.
    """
    width, height = SIZES[shape]
    # Values are drawn in a fixed order: a new one goes last, or every cover changes. Only random()
    # is promised to give the same numbers in every version of Python.
    draw = random.Random(fnv1a(key)).random  # noqa: S311 - a drawing, not a secret
    rim = round(height * (0.42 + 0.10 * draw()))
    radius = round(min(height * (0.20 + 0.13 * draw()), rim * 0.56))
    place = 0.25 + 0.5 * draw()
    has_small = draw() < 0.55
    small = round(radius * (0.38 + 0.14 * draw()))
    pitch = PITCHES[int(draw() * len(PITCHES))]
    first_row, shift = int(draw() * 10), int(draw() * 10)
    tones = sorted((2, 3, 4, 2, 3), key=lambda _: draw())

    centre = round(width * (place if shape == "card" else 0.5 + (place - 0.5) * 0.12))
    balls = _ball(centre, rim - round(radius * 0.62), radius)
    if has_small:
        # On the side with most room, so that it is never cut off.
        distance = round(radius * 0.86 + small) * (1 if place < 0.5 else -1)
        balls += f'<circle cx="{centre + distance}" cy="{rim - small // 2}" r="{small}"/>'
    columns = int(width / pitch) + 2
    rows = int((height - rim) / pitch) + 1
    names = {"card": "", "wide": " wide", "round": " disc"}[shape]
    return mark_safe(  # noqa: S308 - numbers and names of our own
        f'<svg class="cover{names} w-{weave}" viewBox="0 0 {width} {height}"'
        f' preserveAspectRatio="xMidYMid slice" aria-hidden="true">{balls}'
        f'<g transform="translate(0 {rim})scale({pitch})">'
        f'<path class="f" d="M0 4.5h{columns}"/><path class="s" d="M.07 4.5h{columns}"/>'
        f"{_strands(STRUCTURES[weave], rows, columns, first_row, shift, tones)}</g>"
        f"{_rope(rim, width)}</svg>"
    )


@lru_cache
def swatch_svg(weave: str) -> SafeString:
    """A 24 px sample of a structure, to stand before the name of its theme. Raises KeyError."""
    strands = _strands(STRUCTURES[weave], 5, 5, 0, 0, [4] * 5, outlined=False)
    return mark_safe(  # noqa: S308 - numbers and names of our own
        f'<svg class="swatch w-{weave}" viewBox="0 0 5 5" aria-hidden="true">{strands}</svg>'
    )


@lru_cache
def rope_svg(weave: str, width: int = 400) -> SafeString:
    """The rope of a theme alone, 26 high and `width` wide: it goes under a photo. Where it gets
    less room its ends are cut off, so that it keeps its thickness. Raises KeyError."""
    STRUCTURES[weave]
    return mark_safe(  # noqa: S308 - numbers and names of our own
        f'<svg class="cover thin w-{weave}" viewBox="0 0 {width} 26"'
        f' preserveAspectRatio="xMidYMid slice" aria-hidden="true">{_rope(13, width)}</svg>'
    )


def _ball(x: int, y: int, radius: int) -> str:
    """The green ball with its arc of light."""
    arc = round(radius * 0.62)
    start = f"M{x - arc} {y - round(radius * 0.08)}"
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius}"/>'
        f'<path class="h" d="{start}a{arc} {arc} 0 0 1 {round(arc * 0.75)} {-round(arc * 0.86)}"/>'
    )


def _rope(middle: int, width: int) -> str:
    """Short slanted strands side by side on a band of the line colour, around y = `middle`."""
    return (
        f'<path class="u" d="M0 {middle}h{width}"/>'
        f'<path class="v" d="M-6 {middle + 6}{"l13-12m1 12" * (width // 14 + 2)}"/>'
    )


def _strands(
    on_top: Callable[[int, int], bool],
    rows: int,
    columns: int,
    first_row: int,
    shift: int,
    tones: list[int],
    *,
    outlined: bool = True,
) -> str:
    """The horizontal strands, in units of one strand.

    A row repeats, so it is one dashed line with round ends. Rows with the same dashes share a path:
    one for the outline, one for each tone.
    """
    outlines: dict[str, str] = {}
    coloured: dict[tuple[int, str], str] = {}
    for row in range(rows):
        i = first_row + row
        start, dashes = _dashes([on_top(i, shift + j) for j in range(10)])
        line = f"M{start:.3g} {row + 0.5:g}H{columns}"
        outlines[dashes] = outlines.get(dashes, "") + line
        tone = (tones[i % 5], dashes)
        coloured[tone] = coloured.get(tone, "") + line
    paths = [("o", dashes, lines) for dashes, lines in outlines.items()] if outlined else []
    paths += [(f"t{tone}", dashes, lines) for (tone, dashes), lines in coloured.items()]
    return "".join(
        f'<path class="{c}" stroke-dasharray="{d}" d="{lines}"/>' for c, d, lines in paths
    )


def _dashes(row: list[bool]) -> tuple[float, str]:
    """Where a row of ten cells starts (at or left of 0), and its dashes and gaps.

    The start is moved back to the beginning of a strand, so that no strand is cut at the edge.
    """
    back = next(n for n in range(10) if row[-n % 10] and not row[(-n - 1) % 10])
    turned = row[10 - back :] + row[: 10 - back]
    lengths, previous = [], None
    for cell in turned:
        if cell != previous:
            lengths.append(0)
        lengths[-1] += 1
        previous = cell
    period = next(n for n in range(2, 12, 2) if lengths[:n] * (len(lengths) // n) == lengths)
    ends = (-2 * INSET, 2 * INSET)  # a strand is drawn shorter, the gap after it longer
    dashes = (n + ends[k % 2] for k, n in enumerate(lengths[:period]))
    return INSET - back, " ".join(f"{n:.3g}" for n in dashes)
