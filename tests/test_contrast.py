"""Every text colour keeps 7:1 on every background it may sit on, in light and in dark; what only
marks an edge keeps 3:1 (WCAG 1.4.6 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

CSS = Path(settings.BASE_DIR, "static/css/tokens.css").read_text()
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6});")
DARK_PART = CSS[CSS.index("prefers-color-scheme: dark") : CSS.index("prefers-contrast")]
LIGHT = dict(TOKEN.findall(CSS[: CSS.index("/* A theme")]))
SCHEMES = {"light": LIGHT, "dark": {**LIGHT, **dict(TOKEN.findall(DARK_PART))}}

BANDS = ["ground", "surface", "heather", "willow"]
NOTICES = ["error-bg", "warn-bg"]
TEXT = {
    "ink": [*BANDS, *NOTICES],
    "soft": BANDS,
    "link": [*BANDS, *NOTICES],
    "error": [*BANDS, "error-bg"],
    "warn": ["warn-bg", "surface"],
    "on-purple": ["purple"],
    "on-ball": ["ball"],
    "#fff": ["deep", "footer"],
}
EDGES = {
    "green": BANDS,
    "edge": BANDS,
    "error": [*BANDS, "error-bg"],
    "warn": ["warn-bg"],
    "ring-out": ["ring-in"],
}


def luminance(colour: str) -> float:
    """Relative luminance of #rgb or #rrggbb, from 0 to 1."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    dark, light = sorted([luminance(one), luminance(other)])
    return (light + 0.05) / (dark + 0.05)


def too_faint(scheme: str, pairs: dict[str, list[str]], least: float) -> list[str]:
    """The pairs of a colour and a background that stay below `least`."""
    tokens = SCHEMES[scheme]
    return [
        f"{colour} on {background}: {ratio:.2f}"
        for colour, backgrounds in pairs.items()
        for background in backgrounds
        if (ratio := contrast(tokens.get(colour, colour), tokens[background])) < least
    ]


def test_the_formula():
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_text_can_be_read(scheme):
    assert too_faint(scheme, TEXT, 7) == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_edges_can_be_seen(scheme):
    assert too_faint(scheme, EDGES, 3) == []


def test_dark_has_its_own_colours():
    assert SCHEMES["dark"]["ground"] != LIGHT["ground"]
