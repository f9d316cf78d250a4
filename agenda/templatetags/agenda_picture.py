"""Counting in a picture."""

from django import template

register = template.Library()


@register.filter
def times(number: float, factor: float) -> int:
    """`number` times `factor`, as a whole number: a picture takes no comma."""
    return round(number * factor)
