"""The weave of the provinces, for every map. Its colours live in static/css/woven.css."""

from __future__ import annotations

CELL = 16  # a strand and the space around it


def _woven() -> str:
    """The weave of the provinces as an SVG pattern: keper, three strands over and two under, in
    rows of five tones."""
    side = 5 * CELL
    tones: dict[int, str] = {}
    for row, tone in enumerate((2, 3, 4, 2, 3)):
        x, y = (-row % 5) * CELL + 7, row * CELL + CELL // 2
        # What leaves the pattern at the right comes in again at the left.
        tones[tone] = tones.get(tone, "") + f"M{x} {y}h36M{x - side} {y}h36"
    stakes = "".join(f"M{column * CELL} 0v{side}" for column in range(5))
    strands = "".join(f'<path class="m{tone}" d="{d}"/>' for tone, d in sorted(tones.items()))
    return (
        f'<defs><pattern id="mand" width="{side}" height="{side}" patternUnits="userSpaceOnUse">'
        f'<path class="m0" d="M0 0h{side}v{side}H0z"/><path class="m1" d="{stakes}"/>'
        f'<path class="m1 o" d="{"".join(tones.values())}"/>{strands}</pattern></defs>'
    )


WEAVE = _woven()
# For the smaller map: the weave at little more than half the size, and again in other colours.
SMALL_WEAVE = WEAVE.replace(' width="', ' patternTransform="scale(.6)" width="', 1)
SMALL_WEAVES = SMALL_WEAVE + SMALL_WEAVE.replace('id="mand"', 'id="vol" class="full"')
