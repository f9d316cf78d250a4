"""What pages of other apps say of the roadshow."""

from __future__ import annotations

from django import template

from agenda.models import Kind, Registration
from initiatives.models import Initiative
from roadshow.elsewhere import shown_at
from roadshow.models import Inspired

register = template.Library()


@register.inclusion_tag("roadshow/_shown_at.html")
def events_of(initiative: Initiative) -> dict:
    """{% events_of initiative %}: where it was shown, and of which event it was born."""
    origin, lines = shown_at(initiative)
    return {"origin": origin, "lines": lines}


@register.simple_tag
def born_of(initiative: Initiative) -> Inspired | None:
    """{% born_of initiative as inspired %}: for staff, the event and the idea that it grew from."""
    rows = Inspired.objects.select_related("event__session", "idea")
    return rows.filter(initiative=initiative).first()


@register.inclusion_tag("roadshow/_idea_link.html")
def idea_link(registration: Registration, token: str) -> dict:
    """{% idea_link registration token %}: on the page of who takes part in an event."""
    session = registration.session
    is_ours = session.kind in {Kind.EVENT, Kind.FOLLOW_UP} and hasattr(session, "of_roadshow")
    return {"token": token if is_ours and registration.is_live else ""}
