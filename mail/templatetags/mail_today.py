"""What the start page of admin tells about mail."""

from __future__ import annotations

from django import template
from post_office.models import STATUS, Email

from mail.states import UNCERTAIN

register = template.Library()


@register.inclusion_tag("admin/mail/today.html")
def mail_that_stopped() -> dict:
    """How many mails failed, and of how many the answer was lost."""
    count = Email.objects.filter
    return {
        "failed": count(status=STATUS.failed).count(),
        "uncertain": count(status=UNCERTAIN).count(),
        "failed_status": STATUS.failed,
        "uncertain_status": UNCERTAIN,
    }
