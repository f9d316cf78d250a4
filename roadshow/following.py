"""The one door for what follows an event: people of it are asked to the follow-up session, once
each, and come with one click."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q, QuerySet

from agenda import registration as agenda_rules
from agenda.errors import AlreadyRegistered, NoLongerRegistered, NotPublished, SessionCancelled
from agenda.models import Registration, RegistrationStatus, Session, SessionStatus
from roadshow import emails
from roadshow.errors import EventNotOver, NobodyToInvite
from roadshow.models import FollowUpInvitation, RoadshowEvent

# What somebody told for the event goes along to the follow-up.
CARRIED = ("organisation", "municipality", "phone", "access_needs", "dietary_needs")


def to_invite(follow_up: RoadshowEvent) -> QuerySet[Registration]:
    """Who came to the event, or wanted to know what comes after it, and was not asked yet. Where
    nobody noted who came, whoever had a seat counts, as for the thank-you of the agenda."""
    came = Q(status=RegistrationStatus.CONFIRMED) & (Q(present=None) | Q(present__gt=0))
    people = Registration.objects.filter(
        came | Q(wants_follow_up=True), session=follow_up.follows_id, erased_at=None
    )
    return people.exclude(follow_up_invitations__follow_up=follow_up).order_by("pk")


def invite(*, follow_up: RoadshowEvent) -> int:
    """Ask them all, by mail; returns how many. Whoever was asked is not asked again: two at once
    would make the same row, and the second finds that the first was there.

    Raises NotPublished, SessionCancelled, EventNotOver or NobodyToInvite.
    """
    with transaction.atomic():
        # One at a time.
        rows = RoadshowEvent.objects.select_for_update(of=["self"], no_key=True)
        follow_up = rows.select_related("session", "follows__session").get(pk=follow_up.pk)
        if follow_up.session.status == SessionStatus.DRAFT:
            raise NotPublished("Publiceer eerst de opvolgsessie. Dan kunnen mensen ja zeggen.")
        if follow_up.session.status == SessionStatus.CANCELLED:
            raise SessionCancelled
        if not follow_up.follows.session.is_over:
            raise EventNotOver(follow_up.follows.session.ends_at)
        people = list(to_invite(follow_up).select_related("session"))
        # Somebody can have two registrations of one address, one of them cancelled.
        by_address = {person.email.lower(): person for person in people}
        asked = follow_up.invitations.values_list("registration__email", flat=True)
        for email in {email.lower() for email in asked}:
            by_address.pop(email, None)
        if not by_address:
            raise NobodyToInvite
        for person in by_address.values():
            made = FollowUpInvitation.objects.create(follow_up=follow_up, registration=person)
            emails.send_invitation(made)
    return len(by_address)


def invite_when_opened(session: Session) -> None:
    """The follow-up session was published: ask the people of its event, where that is over."""
    follow_up = RoadshowEvent.objects.filter(session=session, follows__isnull=False).first()
    if follow_up and follow_up.follows.session.is_over and to_invite(follow_up).exists():
        invite(follow_up=follow_up)


def accept(*, invitation: FollowUpInvitation) -> Registration:
    """Take one seat of the follow-up session with what was told for the event, or a place on its
    waiting list; whoever calls showed the words of consents.REGISTER beside the button. Twice is
    once, also at the same moment.

    Raises what agenda.registration.register() raises, but for AlreadyRegistered: then it is the
    registration that this address has.
    """
    with transaction.atomic():
        rows = FollowUpInvitation.objects.select_for_update(of=["self"], no_key=True)
        invitation = rows.select_related("registration", "follow_up__session", "taken").get(
            pk=invitation.pk
        )
        if invitation.taken:
            if invitation.taken.erased_at:
                raise NoLongerRegistered
            return invitation.taken
        person, session = invitation.registration, invitation.follow_up.session
        try:
            taken = agenda_rules.register(
                session=session,
                way=person.way if person.way in session.ways else session.ways[0],
                seats=1,
                name=person.name,
                email=person.email,
                **{name: getattr(person, name) for name in CARRIED},
            )
        except AlreadyRegistered:
            return session.registrations.live().of_address(person.email).get()
        invitation.taken = taken
        invitation.save(update_fields=["taken"])
    return taken
