"""What the start page of admin tells a moderator."""

from __future__ import annotations

from django import template

from initiatives.for_staff import visible_to_staff
from initiatives.models import Initiative
from initiatives.working_days import WORKING_DAYS_PROMISED, working_days_since

register = template.Library()


@register.inclusion_tag("admin/initiatives/today.html", takes_context=True)
def today_in_moderation(context: template.Context) -> dict:
    """How many initiatives wait, how many longer than we promise, and what this person may do."""
    waiting = Initiative.objects.waiting().filter(pk__in=visible_to_staff().values("pk"))
    moments = list(waiting.values_list("waiting_since", flat=True))
    late = [moment for moment in moments if working_days_since(moment) > WORKING_DAYS_PROMISED]
    return {
        "waiting": len(moments),
        "late": len(late),
        "promised": WORKING_DAYS_PROMISED,
        "perms": context["perms"],
    }
