"""What the start page of admin tells about stories."""

from __future__ import annotations

from django import template

from stories.models import Agreement, State, Story

register = template.Library()


@register.inclusion_tag("admin/stories/today.html")
def today_in_the_stories() -> dict:
    """What ends soon, and what ended."""
    return {
        "ending": Agreement.objects.near_their_end().select_related("story"),
        "lapsed": Story.objects.filter(state=State.LAPSED),
    }
