"""What the start page of admin tells of playbooks."""

from __future__ import annotations

from django import template

from roadshow.board import late_tasks

register = template.Library()


@register.inclusion_tag("admin/roadshow/today.html", takes_context=True)
def today_in_playbooks(context: template.Context) -> dict:
    """What should have been done already, and how many of it this person follows."""
    late, user = late_tasks(), context["request"].user
    return {"late_tasks": late, "mine": sum(task.assigned_to_id == user.pk for task in late)}
