"""The choices of a facet. A page has some forty of them, so they are written as one string."""

from __future__ import annotations

from html import escape

from django import template
from django.utils.safestring import SafeString, mark_safe

from initiatives.finding.facets import Entry, Facet
from initiatives.map import thousands

register = template.Library()


@register.simple_tag
def options(facet: Facet) -> SafeString:
    """{% options facet %}: a checkbox for each of its values, and its count as a link to the list
    with that value. What would find nothing can still be chosen, but is no link."""
    lines = [_option(facet.name, entry) for entry in facet.entries]
    return mark_safe("\n".join(lines))  # noqa: S308 - all that is not ours is escaped


def _option(name: str, entry: Entry) -> str:
    label = escape(entry.label)
    # Grouping asks the language of the page each time, and most numbers are small.
    count = thousands(entry.count) if entry.count >= 1000 else str(entry.count)
    if entry.count:
        hidden = f'<span class="hidden">{label}: </span>'
        count = f'<a href="?{escape(entry.address)}">{hidden}{count}</a>'
    else:
        count = f"<span>{count}</span>"
    checked = " checked" if entry.is_chosen else ""
    return (
        f'<div class="option"><label class="choice"><input type="checkbox" form="zoek"'
        f' name="{name}" value="{escape(entry.value)}"{checked}> {label}</label>{count}</div>'
    )
