"""What stands in the blocks of a door, drawn from all apps."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from agenda.cards import card_of
from agenda.models import Kind as SessionKind
from agenda.models import Session, SessionStatus
from audiences.models import Block, Door
from initiatives.cards import newest_cards
from initiatives.finding.index import current_index
from roadshow.models import RoadshowEvent
from stories.models import Story, Tip
from workshops.models import Workshop

CARDS = 3


class DrawnBlock(NamedTuple):
    """A block with what it shows: never nothing."""

    block: Block
    items: list


def drawn_blocks(door: Door) -> list[DrawnBlock]:
    """The blocks of `door` that have something to show, in the order of staff. At most one query a
    kind."""
    drawn = [
        DrawnBlock(block, items)
        for block in door.blocks.all()
        if (items := list(DRAW[Block.Kind(block.kind)](door)))
    ]
    return drawn


def _workshops(door: Door) -> list[Workshop]:
    return Workshop.objects.shown().filter(audiences__contains=[door.audience])


def _dates(door: Door) -> list:
    coming = Session.objects.shown().coming().filter(status=SessionStatus.OPEN)
    fitting = coming.filter(audiences__contains=[door.audience]).for_cards()
    return [card_of(session) for session in fitting[:CARDS]]


def _coaching(door: Door) -> list[str]:
    return ["coaching"]


def _roadshow(door: Door) -> list:
    ...


def _practices(door: Door) -> list:
    return newest_cards(current_index(), CARDS)


DRAW: dict[Block.Kind, Callable[[Door], list]] = {}
