"""What was learned, on the pages of the roadshow."""

from __future__ import annotations

from django import template

from roadshow.models import Lesson, RoadshowEvent

register = template.Library()

NEWEST = 6  # lessons where no event is named


@register.inclusion_tag("roadshow/_lessons.html")
def public_lessons(event: RoadshowEvent | None = None) -> dict:
    """The public lessons of an event, or the newest of all; nothing where there are none. One
    query."""
    public = Lesson.objects.public()
    found = public.filter(event=event).order_by("pk") if event else public[:NEWEST]
    return {"lessons": list(found), "event": event}
