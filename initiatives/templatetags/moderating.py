"""What the start page of admin tells a moderator."""

from __future__ import annotations

from datetime import datetime

from django import template
from post_office.models import STATUS

from initiatives.for_staff import report_row, reports_with_titles, visible_to_staff
from initiatives.models import Initiative, Message, Report
from initiatives.working_days import WORKING_DAYS_PROMISED, working_days_since

register = template.Library()
# The list has them all.
REPORTS_SHOWN = 3


@register.inclusion_tag("admin/initiatives/today.html", takes_context=True)
def today_in_moderation(context: template.Context) -> dict:
    """How many initiatives and reports wait, how many longer than we promise, how many messages did
    not arrive, and what this person may do."""
    waiting = Initiative.objects.waiting().filter(pk__in=visible_to_staff().values("pk"))
    moments = list(waiting.values_list("waiting_since", flat=True))
    reported = list(Report.objects.waiting().values_list("reported_at", flat=True))
    oldest = reports_with_titles().filter(outcome="")[:REPORTS_SHOWN]
    return {
        "waiting": len(moments),
        "late": _late(moments),
        "reports": len(reported),
        "oldest_reports": [report_row(one) for one in oldest],
        "late_reports": _late(reported),
        "undelivered": Message.objects.filter(mail__status=STATUS.failed).count(),
        "failed": STATUS.failed,
        "promised": WORKING_DAYS_PROMISED,
        "perms": context["perms"],
    }


def _late(moments: list[datetime]) -> int:
    return sum(working_days_since(moment) > WORKING_DAYS_PROMISED for moment in moments)
