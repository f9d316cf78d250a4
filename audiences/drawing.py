"""What stands in the blocks of a door, drawn from all apps."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from agenda.cards import SessionCard, card_of
from agenda.models import Kind, Session, SessionStatus
from audiences.models import Block, Door
from initiatives.cards import newest_cards
from initiatives.finding.index import current_index
from roadshow.models import RoadshowEvent
from stories.models import Story, Tip
from stories.telling import portrait_or_weave
from workshops.models import Workshop

CARDS = 3
TELLERS = 5


class DrawnBlock(NamedTuple):
    """A block with what it shows: never nothing."""

    block: Block
    items: list


def drawn_blocks(door: Door) -> list[DrawnBlock]:
    """The blocks of `door` that have something to show, in the order of staff."""
    drawn = (DrawnBlock(block, _items(block.kind, door)) for block in door.blocks.all())
    return [one for one in drawn if one.items]


def tellers() -> list[tuple]:
    """The first stories with their pictures, what is told before what follows."""
    stories = Story.objects.public().with_portrait()[:TELLERS]
    return [(story, portrait_or_weave(story)) for story in stories]


def _items(kind: str, door: Door) -> list:
    match kind:
        case Block.Kind.WORKSHOPS:
            return list(Workshop.objects.shown().filter(audiences__contains=[door.audience]))
        case Block.Kind.DATES:
            return _dates(door)
        case Block.Kind.ROADSHOW:
            return _roadshow()
        case Block.Kind.STORIES:
            return tellers()
        case Block.Kind.TIPS:
            return list(Tip.objects.shown().with_all()[:CARDS])
        case Block.Kind.PRACTICES:
            return newest_cards(current_index(), CARDS)
    # Coaching is always there, and has its own page.
    return [kind]


def _dates(door: Door) -> list[SessionCard]:
    """The first dates for this audience; those of the roadshow only where it has no block here."""
    coming = Session.objects.shown().coming().filter(status=SessionStatus.OPEN)
    fitting = coming.filter(audiences__contains=[door.audience])
    if any(block.kind == Block.Kind.ROADSHOW for block in door.blocks.all()):
        fitting = fitting.exclude(kind__in=[Kind.EVENT, Kind.FOLLOW_UP])
    return [card_of(session) for session in fitting.for_cards()[:CARDS]]


def _roadshow() -> list[SessionCard]:
    """The first events to come, or else the last that was."""
    events = (
        RoadshowEvent.objects.shown().for_cards().exclude(session__status=SessionStatus.CANCELLED)
    )
    in_order = sorted(events, key=lambda event: event.session.begins_at)
    coming = [event for event in in_order if not event.session.is_over][:CARDS]
    return [
        replace(card_of(event.session), url=event.get_absolute_url())
        for event in coming or in_order[-1:]
    ]
