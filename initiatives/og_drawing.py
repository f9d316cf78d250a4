"""The title of an initiative on the weave of its theme, for where there is no photo to share."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from random import Random

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from initiatives.covers import STRUCTURES, fnv1a
from initiatives.models import Initiative, Version

SIZE = WIDTH, HEIGHT = 1200, 630
FINER = 2  # drawn so many times larger, then made smaller: Pillow's lines have no soft edges
FONT = Path(__file__).parent / "fonts" / "DejaVuSerif-Bold.ttf"
# The characters that are in the font.
DRAWABLE = re.compile(
    r"[ -~\u00a0-\u017f\u0218-\u021b\u0370-\u04ff\u1e9e\u2010-\u2015\u2018-\u201e\u2022\u2026"
    r"\u20ac\u2116\u2122]"
)
RIM, ROPE, PITCH = 240, 44, 76  # pixels
BALL, BALL_LINE, LIGHT = "#79c25d", 7, "#ffffff"
PAPER, INK = "#fffdfb", "#25102f"
TITLE_SIZES = (76, 66, 56, 50)
TITLE_WIDTH, TITLE_HEIGHT = 1000, 200
LINE = 1.18  # of the size of the letters
SMALL = 34


def draw_title(initiative: Initiative) -> Image.Image:
    """The title and place of a published initiative below a cover like the one on its page."""
    version = initiative.live_version
    weave = version.main_theme.weave if version.main_theme else "plat"
    image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), _colours(weave)["k"])
    draw = ImageDraw.Draw(image)
    _draw_cover(draw, weave, initiative.slug)
    image = image.resize(SIZE, Image.Resampling.LANCZOS)
    draw = ImageDraw.Draw(image)
    draw.text((70, 60), "BurgersAanZet", font=_font(SMALL), fill=INK)
    _write_title(draw, version)
    return image


def _draw_cover(draw: ImageDraw.ImageDraw, weave: str, key: str) -> None:
    """Ball, weave and rope as covers.py draws them, in another shape."""
    colours = _colours(weave)
    chance = Random(fnv1a(key)).random  # noqa: S311 - a drawing, not a secret
    first_row, shift = int(chance() * 10), int(chance() * 10)
    tones = sorted(("t2", "t3", "t4", "t2", "t3"), key=lambda _: chance())
    radius = 95 + int(35 * chance())
    middle = WIDTH - 330 + int(120 * chance())
    _ball(draw, middle, RIM - round(radius * 0.62), radius, colours["l"])
    draw.rectangle(_finer(0, RIM, WIDTH, HEIGHT), fill=colours["l"])
    for column in range(WIDTH // PITCH + 1):
        left = column * PITCH
        draw.rectangle(_finer(left + 5, RIM, left + PITCH - 6, HEIGHT), fill=colours["s"])
    strands = [
        (row, start, end)
        for row in range((HEIGHT - RIM) // PITCH + 1)
        for start, end in _runs(weave, first_row + row, shift)
    ]
    for fill, thickness in (("l", 0.94), ("", 0.8)):
        for row, start, end in strands:
            colour = colours[fill or tones[(first_row + row) % 5]]
            _strand(draw, row, start, end, thickness, colour)
    _rope(draw, colours)


def _runs(weave: str, row: int, shift: int) -> list[tuple[int, int]]:
    """From which cell to which the horizontal strand of `row` lies on top, the cells beyond both
    edges included."""
    cells = range(-6, WIDTH // PITCH + 7)
    on_top = [STRUCTURES[weave](row, shift + cell + 10) for cell in cells]
    edges = [
        cell
        for cell, before, now in zip(cells[1:], on_top, on_top[1:], strict=False)
        if before != now
    ]
    if on_top[cells.index(edges[0])]:
        return list(zip(edges[::2], edges[1::2], strict=False))
    return list(zip(edges[1::2], edges[2::2], strict=False))


def _strand(
    draw: ImageDraw.ImageDraw, row: int, start: int, end: int, thickness: float, colour: str
) -> None:
    half, middle = thickness / 2, row + 0.55
    box = (
        (start + 0.36 - half) * PITCH,
        RIM + (middle - half) * PITCH,
        (end - 0.36 + half) * PITCH,
        RIM + (middle + half) * PITCH,
    )
    draw.rounded_rectangle(_finer(*box), radius=half * PITCH * FINER, fill=colour)


def _rope(draw: ImageDraw.ImageDraw, colours: dict[str, str]) -> None:
    top, bottom = RIM - ROPE // 2, RIM + ROPE // 2
    draw.rectangle(_finer(0, top, WIDTH, bottom), fill=colours["l"])
    for left in range(-30, WIDTH, 25):
        line = _finer(left, bottom - 11, left + 22, top + 11)
        draw.line(line, fill=colours["t3"], width=14 * FINER)
        for x, y in (line[:2], line[2:]):
            end = 7 * FINER
            draw.ellipse((x - end, y - end, x + end, y + end), fill=colours["t3"])


def _ball(draw: ImageDraw.ImageDraw, x: int, y: int, radius: int, line: str) -> None:
    box = _finer(x - radius, y - radius, x + radius, y + radius)
    draw.ellipse(box, fill=BALL, outline=line, width=BALL_LINE * FINER)
    arc = radius * 0.64
    draw.arc(_finer(x - arc, y - arc, x + arc, y + arc), 190, 255, LIGHT, 14 * FINER)


def _write_title(draw: ImageDraw.ImageDraw, version: Version) -> None:
    """Title and place on a label that grows from the lower left corner, as on the page."""
    title = " ".join("".join(DRAWABLE.findall(version.title)).split())
    if len(title) < len(version.title) / 2:
        return  # in letters that we can't draw; the weave says more than half a title
    font, lines = _fitted(title)
    small = _font(SMALL)
    spacing = round(font.size * LINE)
    top = HEIGHT - 110 - spacing * len(lines)
    right = 80 + max(
        *(font.getlength(line) for line in lines), small.getlength(version.place_label)
    )
    box = (-40, top - 44, right + 50, HEIGHT + 40)
    draw.rounded_rectangle(box, radius=40, fill=PAPER)
    for number, line in enumerate(lines):
        draw.text((70, top + number * spacing), line, font=font, fill=INK)
    draw.text((72, HEIGHT - 88), version.place_label, font=small, fill=INK)


def _fitted(title: str) -> tuple[ImageFont.FreeTypeFont, list[str]]:
    """The largest letters in which `title` fits, and its lines in those."""
    for size in TITLE_SIZES:
        font = _font(size)
        lines = _lines(title, font)
        most = int(TITLE_HEIGHT / (size * LINE))
        if len(lines) <= most and all(font.getlength(line) <= TITLE_WIDTH for line in lines):
            break
    return font, [_cut(line, font) for line in lines[:most]]


def _lines(text: str, font: ImageFont.FreeTypeFont) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if font.getlength(longer) <= TITLE_WIDTH or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _cut(line: str, font: ImageFont.FreeTypeFont) -> str:
    """`line`, or as much of one endless word as fits."""
    while font.getlength(line) > TITLE_WIDTH:
        line = line.rstrip("…")[:-1] + "…"
    return line


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONT, size)


@lru_cache
def _colours(weave: str) -> dict[str, str]:
    """The colours of a weave by their letter, from the style sheet: there is no second list."""
    sheet = (settings.BASE_DIR / "static" / "css" / "tokens.css").read_text(encoding="utf-8")
    rule = re.search(rf"\.w-{weave} {{(.*?)}}", sheet)
    return dict(re.findall(r"--(\w+): (#\w+)", rule[1]))


def _finer(*box: float) -> tuple[float, ...]:
    return tuple(value * FINER for value in box)
