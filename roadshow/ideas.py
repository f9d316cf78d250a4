"""The one door for ideas: one sentence of somebody who was at an event, for the host of the
follow-up session. An idea can grow into a submission."""

from __future__ import annotations

from django.db import transaction

from agenda.errors import NoLongerRegistered
from agenda.models import Registration
from initiatives import moderation, writing
from initiatives.models import Initiative
from roadshow import emails
from roadshow.errors import IdeaGone, NoHost, NoIdeas
from roadshow.models import FollowUpInvitation, Idea, Inspired, RoadshowEvent

CONSENT = (
    "De gastheer van de opvolgsessie en BurgersAanZet mogen mijn idee lezen. "
    "Mijn naam staat er niet bij."
)


def writer(registration: Registration) -> Registration:
    """Whose idea it is: of somebody who came to the follow-up by an invitation, the registration
    for the event. So everybody has one idea, whichever page they write it on."""
    invitation = FollowUpInvitation.objects.filter(taken=registration).first()
    return invitation.registration if invitation else registration


def of_event(event: RoadshowEvent) -> list[Idea]:
    """The ideas that fit an event: those of its own people, and for a follow-up session those of
    the event before it. The oldest first."""
    return list(Idea.objects.filter(event__in=[event.pk, event.follows_id or event.pk]))


def of(registration: Registration) -> Idea | None:
    """The idea of somebody who takes part."""
    return Idea.objects.filter(registration=writer(registration)).first()


def save(*, registration: Registration, text: str) -> Idea:
    """Keep the one idea of somebody who takes part, instead of an earlier one; whoever calls has
    asked for agreement to CONSENT.

    Raises NoLongerRegistered.
    """
    with transaction.atomic():
        # An erasure on its way has this row; after it there is nobody to write for.
        rows = Registration.objects.select_for_update(of=["self"], no_key=True)
        own = rows.select_related("session__of_roadshow").get(pk=writer(registration).pk)
        if own.erased_at:
            raise NoLongerRegistered
        values = {"event": own.session.of_roadshow, "text": text, "consent_text": CONSENT}
        return Idea.objects.update_or_create(registration=own, defaults=values)[0]


def remove(*, registration: Registration) -> None:
    """Take the idea back. What grew from it stays."""
    Idea.objects.filter(registration=writer(registration)).delete()


def grow(*, idea: Idea) -> Initiative:
    """Begin a submission with the idea as its first sentence; it remembers the event. Twice is
    once: the one that was begun.

    Raises IdeaGone.
    """
    with transaction.atomic():
        idea = Idea.objects.select_for_update().filter(pk=idea.pk).first()
        if idea is None:
            raise IdeaGone
        begun = Inspired.objects.filter(idea=idea).select_related("initiative").first()
        if begun:
            return begun.initiative
        initiative = moderation.start_draft()
        with writing.open_version(initiative) as version:
            version.summary = idea.text
            version.municipality = idea.registration.municipality
            version.save(update_fields=["summary", "municipality", "written_at"])
        writing.remember_address(initiative, idea.registration.email)
        Inspired.objects.create(initiative=initiative, event=idea.event, idea=idea)
    return initiative


def send_to_host(*, event: RoadshowEvent) -> int:
    """Mail the ideas to the host; returns how many.

    Raises NoHost or NoIdeas.
    """
    if not event.host_email:
        raise NoHost
    with transaction.atomic():
        found = of_event(event)
        if not found:
            raise NoIdeas
        emails.send_ideas(event, found)
    return len(found)
