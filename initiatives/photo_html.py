"""A photo on a page, in the sizes that it exists in."""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from initiatives.models import Photo

TYPES = ("avif", "webp")


def photo_html(
    photo_id: object,
    width: int,
    height: int,
    alt: str,
    *,
    sizes: str,
    base: str = "/foto/",
    loading: str = "lazy",
) -> SafeString:
    """A <picture>. `sizes` is how wide it is shown, `base` where its files are."""
    sources = "".join(
        f'<source type="image/{kind}" srcset="'
        + ", ".join(f"{base}{photo_id}/{size}w.{kind} {size}w" for size in _widths(width, height))
        + f'" sizes="{sizes}">\n'
        for kind in TYPES
        if _widths(width, height)
    )
    return mark_safe(  # noqa: S308 - the description is escaped, the rest is our own
        f'<picture>{sources}<img src="{base}{photo_id}/foto.jpg" width="{width}" height="{height}"'
        f' alt="{escape(alt)}" loading="{loading}"></picture>'
    )


@lru_cache(maxsize=4096)
def _widths(width: int, height: int) -> list[int]:
    # Worked out with fractions: too slow to do for every photo of every page.
    return Photo(picture="foto.jpg", width=width, height=height).widths
