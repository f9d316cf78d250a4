"""The steps of a coaching track that mail or that settle it. What staff note meanwhile, they write
in admin."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from workshops import emails, erasure
from workshops.errors import Settled, WordsNeeded
from workshops.models import CoachingMeeting, CoachingTrack, Request


def start(*, track: CoachingTrack) -> CoachingTrack:
    """Store a new track; its contact gets the link to its page."""
    with transaction.atomic():
        track.save()
        emails.send_track_started(track)
    return track


def start_from(request: Request) -> CoachingTrack:
    """The track that a request for coaching leads to, with the picked moment as its first meeting.
    Call it in the transaction in which the request got its session."""
    track = start(
        track=CoachingTrack(
            request=request,
            municipality=request.municipality,
            organisation=request.organisation,
            contact_name=request.name,
            contact_email=request.email,
            contact_phone=request.phone,
            intake=request.question,
        )
    )
    CoachingMeeting.objects.create(track=track, session=request.session, subject="Kennismaking")
    return track


def write_goals(*, track: CoachingTrack, goals: str) -> CoachingTrack:
    """The municipality writes its goals, in its own words.

    Raises Settled when the track is closed.
    """
    with transaction.atomic():
        track = _lock(track)
        if track.closed_at:
            raise Settled("Dit traject is afgerond. De doelen blijven zoals ze zijn.")
        track.goals = goals.strip()
        track.save(update_fields=["goals"])
    return track


def close(*, track: CoachingTrack) -> CoachingTrack:
    """Round it off; the contact gets the link to the summary. Twice is once.

    Raises WordsNeeded when nothing was noted of what changed.
    """
    with transaction.atomic():
        track = _lock(track)
        if track.closed_at:
            return track
        if not track.changed.strip():
            raise WordsNeeded("Schrijf eerst wat er veranderd is, en bewaar.")
        track.closed_at = timezone.now()
        track.save(update_fields=["closed_at"])
        if track.contact_email:
            emails.send_track_closed(track)
    return track


def erase(*, track: CoachingTrack) -> CoachingTrack:
    """Forget the contact and the mails; what the municipality and BAZ did together stays. Twice is
    once."""
    with transaction.atomic():
        track = _lock(track)
        erasure.wipe_track(track)
    return track


def _lock(track: CoachingTrack) -> CoachingTrack:
    return CoachingTrack.objects.select_for_update().get(pk=track.pk)
