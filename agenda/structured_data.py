"""What search engines read of a session: schema.org's Event. Says nothing that the page doesn't."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from agenda.models import Session, SessionStatus, SessionWay, Way

ATTENDANCE = {
    SessionWay.ON_SITE: "https://schema.org/OfflineEventAttendanceMode",
    SessionWay.ONLINE: "https://schema.org/OnlineEventAttendanceMode",
    SessionWay.BOTH: "https://schema.org/MixedEventAttendanceMode",
}


def structured_data(session: Session, *, url: str) -> dict:
    """A published session as schema.org describes things. `url` is the whole address of its page,
    and for who comes online also the place: the real link is for participants only."""
    is_on = session.status == SessionStatus.OPEN
    places = [_place(session) if way == Way.ON_SITE else _online(url) for way in session.ways]
    return {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": session.title,
        "description": session.summary,
        "url": url,
        "inLanguage": settings.LANGUAGE_CODE,
        "startDate": timezone.localtime(session.begins_at).isoformat(),
        "endDate": timezone.localtime(session.ends_at).isoformat(),
        "eventStatus": f"https://schema.org/Event{'Scheduled' if is_on else 'Cancelled'}",
        "eventAttendanceMode": ATTENDANCE[session.way],
        "location": places if len(places) > 1 else places[0],
        "organizer": {"@type": "Organization", "name": "BurgersAanZet", "url": settings.SITE_URL},
    }


def _online(url: str) -> dict:
    return {"@type": "VirtualLocation", "url": url}


def _place(session: Session) -> dict:
    municipality = session.municipality
    return {
        "@type": "Place",
        "name": session.venue,
        "address": {
            "@type": "PostalAddress",
            "streetAddress": session.street,
            "addressLocality": municipality.name,
            "addressRegion": municipality.province.name,
            "addressCountry": "BE",
        },
    }
