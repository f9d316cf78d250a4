"""What the start page of admin tells of requests."""

from __future__ import annotations

from django import template

from workshops.models import Request

register = template.Library()


@register.inclusion_tag("admin/workshops/today.html", takes_context=True)
def today_in_requests(context: template.Context) -> dict:
    """How many requests wait for us, how many longer than we promise, and how many of those that
    wait are this person's."""
    waiting = list(Request.objects.at_staff())
    user = context["request"].user
    return {
        "waiting": len(waiting),
        "late": sum(asked.is_late for asked in waiting),
        "mine": sum(asked.assigned_to_id == user.pk for asked in waiting),
    }
