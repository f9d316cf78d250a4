"""QR codes: from paper back to the page."""

from __future__ import annotations

from functools import lru_cache

import segno
from django.utils.safestring import SafeString, mark_safe

# Any of the eight masks can be read; weighing them against each other takes ten times as long.
MASK = 3


@lru_cache(maxsize=1024)
def qr_svg(url: str) -> SafeString:
    """A QR code of `url` as an <svg> without a size of its own; for paper, so black on white."""
    code = segno.make(url, error="m", mask=MASK, micro=False)
    drawing = code.svg_inline(omitsize=True, border=0, svgclass="qr", lineclass=None)
    label = f'<svg role="img" aria-label="QR-code naar {url}"'
    return mark_safe(drawing.replace("<svg", label, 1))  # noqa: S308 - an address of our own
