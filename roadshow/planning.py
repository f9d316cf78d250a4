"""The one door for planning an inspiration event or a follow-up session, and for changing what the
roadshow adds to it. When, where and how many seats change in agenda/scheduling.py.

A follow-up never begins before its event ends, whichever of the two moves: the agenda's rules hear
it here (`check_order`, before a session is saved), and the database has the last word (migration
0003).
"""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from agenda import scheduling
from agenda.models import Kind, Session, SessionStatus
from places.models import Municipality
from roadshow import playbook
from roadshow.errors import FollowUpTooEarly, MovedPastFollowUp, NotAnEvent
from roadshow.models import RoadshowEvent
from workshops.models import Request

LONGEST_ADDRESS = 80
KINDS = {Kind.EVENT, Kind.FOLLOW_UP}
# Addresses of other pages below /baz-inspireert/roadshow/.
RESERVED = {"aanvragen"}
# What is of the roadshow, and not of the session.
DETAILS = {
    *("host", "occasion", "lead", "report", "host_name", "host_email"),
    *("film_title", "film_link", "film_still", "film_still_alt"),
    *("people_reached", "is_example"),
}


def plan(
    *, session: Session, host: Municipality, follows: RoadshowEvent | None = None, **details
) -> RoadshowEvent:
    """Make an event of `session`, a draft of the agenda; with `follows` a follow-up session to
    that event. `details` has any of DETAILS, or the `request` that it comes from. The event gets an
    address of its own, and the session leads to it. One that is to come gets a playbook.

    Raises FollowUpTooEarly, NotAnEvent, AlreadyPublished or TrainerBusy.
    """
    with transaction.atomic():
        if follows:
            follows = _lock(follows.pk)
            if follows.follows_id:
                raise NotAnEvent
            if session.begins_at < follows.session.ends_at:
                raise FollowUpTooEarly(follows.session.ends_at)
        event = RoadshowEvent(
            session=session, host=host, follows=follows, slug=_free_address(session), **details
        )
        event.save(force_insert=True)
        kind = Kind.FOLLOW_UP if follows else Kind.EVENT
        event.session = scheduling.save_draft(
            session=session,
            values={"kind": kind, "page": event.get_absolute_url()},
            trainers=list(session.trainers.all()),
        )
        if event.session.begins_at > timezone.now():
            playbook.copy_template(event=event)
    return event


def plan_from_request(request: Request) -> RoadshowEvent:
    """Make an event of a request that was confirmed; its session is a draft."""
    return plan(
        session=request.session,
        host=request.municipality,
        occasion=request.occasion,
        request=request,
        host_name=request.name,
        host_email=request.email,
    )


def change(*, event: RoadshowEvent, changes: dict) -> RoadshowEvent:
    """Change what is of the roadshow: `changes` has any of DETAILS. Nobody is told."""
    with transaction.atomic():
        event = _lock(event.pk)
        changed = changes.keys() & DETAILS
        if "film_still" in changed and event.film_still:
            # A file can't be rolled back, so it goes only once the rest is gone for good.
            former = event.film_still.name
            transaction.on_commit(lambda: event.film_still.storage.delete(former), robust=True)
        for name in changed:
            setattr(event, name, changes[name])
        event.save(update_fields=changed)
    return event


def check_order(session: Session) -> None:
    """Make sure that `session`, with the times that it is about to get, and its event or its
    follow-up sessions come one after the other. What was planned here stays of the roadshow,
    whatever kind somebody chose in the agenda.

    Raises FollowUpTooEarly or MovedPastFollowUp.
    """
    own = RoadshowEvent.objects.filter(session=session.pk).only("pk", "follows_id").first()
    if own is None:
        return
    session.kind = Kind.FOLLOW_UP if own.follows_id else session.kind
    if session.kind not in KINDS:
        session.kind = Kind.EVENT
    with transaction.atomic():
        # Both sides take this one lock, so that neither decides on old times.
        first = _lock(own.follows_id or own.pk)
        if own.follows_id:
            if session.begins_at < first.session.ends_at:
                raise FollowUpTooEarly(first.session.ends_at)
            return
        after = Session.objects.filter(of_roadshow__follows=own.pk, begins_at__lt=session.ends_at)
        if early := after.exclude(status=SessionStatus.CANCELLED).first():
            raise MovedPastFollowUp(early.begins_at)


def _lock(number: int) -> RoadshowEvent:
    event = RoadshowEvent.objects.select_for_update(no_key=True).get(pk=number)
    # Only now: what was read along with the lock would be from before somebody else's change.
    event.session = Session.objects.get(pk=number)
    return event


def _free_address(session: Session) -> str:
    """The first address that fits the title of `session` and that nobody has. It stays, also when
    the title changes: people keep it."""
    wanted = slugify(session.title)[:LONGEST_ADDRESS].strip("-") or "inspiratiemoment"
    taken = {*RoadshowEvent.objects.values_list("slug", flat=True), *RESERVED}
    slug, number = wanted, 1
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
