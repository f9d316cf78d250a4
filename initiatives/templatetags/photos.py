"""The template tag for photos: see initiatives/photo_html.py."""

from __future__ import annotations

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from initiatives.models import VersionPhoto
from initiatives.photo_html import photo_html

register = template.Library()


@register.simple_tag(takes_context=True)
def photo(context: Context, shown: VersionPhoto) -> SafeString:
    """{% photo shown %}: with the `photo_base`, `alt`, `sizes` and `loading` of the context."""
    alt = context.get("alt")
    return photo_html(
        shown.photo.pk,
        shown.photo.width,
        shown.photo.height,
        shown.alt if alt is None else alt,
        sizes=context.get("sizes") or "(min-width: 40em) 36rem, 100vw",
        base=context.get("photo_base") or "/foto/",
        loading=context.get("loading") or "lazy",
    )
