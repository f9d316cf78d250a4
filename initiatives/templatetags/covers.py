"""Template tags for the weave covers of initiatives/covers.py."""

from django import template

from initiatives.covers import cover_svg, rope_svg, swatch_svg

register = template.Library()
register.simple_tag(rope_svg, name="rope")
register.simple_tag(swatch_svg, name="swatch")


@register.simple_tag
def cover(key: object, weave: str, shape: str = "card") -> str:
    """{% cover initiative.slug theme.weave "wide" %}: see covers.cover_svg."""
    return cover_svg(str(key), weave, shape=shape)
