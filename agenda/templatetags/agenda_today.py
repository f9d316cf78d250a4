"""What the start page of admin tells about the agenda."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from django import template
from django.db.models import F, Q
from django.utils import timezone

from agenda.models import Kind, Session, SessionStatus, SessionWay

register = template.Library()

SOON = timedelta(days=7)
LATELY = timedelta(days=14)


class Task(NamedTuple):
    """What asks for action, and the sessions concerned."""

    title: str
    sessions: list[Session]


@register.inclusion_tag("admin/agenda/today.html", takes_context=True)
def today_in_the_agenda(context: template.Context) -> dict:
    """The sessions that ask for something, each kind in one query."""
    now = timezone.now()
    coming = Session.objects.filter(begins_at__gt=now).order_by("begins_at", "pk")
    is_open = coming.filter(status=SessionStatus.OPEN)
    soon = is_open.filter(begins_at__lte=now + SOON)
    full = Q(way=SessionWay.ON_SITE, taken_on_site__gte=F("seats_on_site")) | Q(
        way=SessionWay.ONLINE, taken_online__gte=F("seats_online")
    )
    both = Q(
        way=SessionWay.BOTH,
        taken_on_site__gte=F("seats_on_site"),
        taken_online__gte=F("seats_online"),
    )
    waits = Q(waiting_on_site__gt=0) | Q(waiting_online__gt=0)
    without_link = is_open.exclude(way=SessionWay.ON_SITE).filter(online_link="")
    over = Session.objects.filter(
        status=SessionStatus.OPEN, ends_at__range=(now - LATELY, now)
    ).order_by("-ends_at", "pk")
    unmarked = over.filter(registrations__status="confirmed", registrations__present=None)
    answered = over.exclude(kind=Kind.COACHING).filter(evaluations__isnull=False)
    tasks = [
        Task("Deze week", list(soon)),
        Task("Nog zonder link", list(without_link)),
        Task("Nog zonder begeleider", list(is_open.filter(bookings=None))),
        Task("Met een wachtlijst", list(is_open.filter(waits))),
        Task("Volzet", list(is_open.filter(full | both).exclude(waits))),
        Task("Nog niet gepubliceerd", list(coming.filter(status=SessionStatus.DRAFT))),
        Task("Aanwezigen nog noteren", list(unmarked.distinct())),
        Task("Evaluaties om te lezen", list(answered.distinct())),
    ]
    return {
        "tasks": [task for task in tasks if task.sessions],
        "today": timezone.localdate(),
        "perms": context["perms"],
    }
