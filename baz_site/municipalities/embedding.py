"""The frame with which a municipality shows its initiatives on a site of its own."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from places.models import Municipality

HEIGHT = 560  # px: some five initiatives; what is more can be scrolled


def frame_html(
    place: Municipality, *, width: int | str = "100%", height: int = HEIGHT
) -> SafeString:
    """The <iframe> to paste. `width` in px, or a share of what is around it."""
    return format_html(
        '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy"'
        ' style="border:0"></iframe>',
        settings.SITE_URL + reverse("municipality-embed", args=[place.slug]),
        frame_title(place),
        width,
        height,
    )


def frame_title(place: Municipality) -> str:
    """What a screen reader says of the frame."""
    return f"Burgerinitiatieven in {place.name}"
