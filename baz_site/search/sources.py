"""What can be found besides initiatives. Each app that has pages for everybody is a source: one
function that reads what is public at this moment, and one line in SOURCES."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from agenda import wording
from agenda.cards import card_of
from agenda.models import Session, SessionStatus
from audiences.models import Door
from baz_site.search.fixed_pages import FIXED_PAGES
from pages.models import Page
from roadshow.models import RoadshowEvent
from stories.models import Story, TestBed, Tip
from workshops.models import Workshop


class Document(NamedTuple):
    """One page that can be found. `sentence` says what it is about, `label` for instance when;
    `text` is searched too and shown only where it holds what was looked for."""

    title: str
    url: str
    sentence: str
    text: str = ""
    label: str = ""
    is_example: bool = False


class Source(NamedTuple):
    """A kind of pages, which stand together below one heading. `documents` reads those that
    everybody may see now, in their own order, in a fixed number of queries; whoever has no right
    to see something must not find it either."""

    slug: str
    heading: str
    one: str
    many: str
    documents: Callable[[], list[Document]]


def offer() -> list[Document]:
    """The workshops that are shown, and coaching."""
    workshops = [
        Document(
            title=workshop.title,
            url=workshop.get_absolute_url(),
            sentence=workshop.summary,
            text=_joined(workshop.question, workshop.lead, *_parts_of(workshop)),
            label=workshop.kicker,
        )
        for workshop in Workshop.objects.shown().with_parts()
    ]
    coaching = Document(
        title="Coaching voor lokale besturen",
        url=reverse("workshops:coaching"),
        sentence="We gaan een tijd samen op weg, met de eigen vragen van je gemeente.",
        text="Begeleiding door een coach. Jullie kiezen de doelen van het coachingtraject.",
    )
    return [*workshops, coaching]


def _parts_of(workshop: Workshop) -> list[str]:
    return [f"{part.title} {part.text}".strip() for part in workshop.parts.all()]


def dates() -> list[Document]:
    """What is coming in the agenda, soonest first; no closed groups."""
    sessions = list(Session.objects.shown().coming().for_cards())
    return [
        Document(
            title=card.title,
            url=card.url,
            sentence=f"{card.kind.capitalize()} voor {card.audiences}, {card.where}.",
            text=_joined(session.summary, session.venue, _province(session)),
            label=_joined(f"{card.day.capitalize()}, {card.hours}", _called_off(session)),
            is_example=card.is_example,
        )
        for session, card in ((session, card_of(session)) for session in sessions)
    ]


def _province(session: Session) -> str:
    return session.municipality.province.name if session.municipality else ""


def _called_off(session: Session) -> str:
    is_off = session.status == SessionStatus.CANCELLED
    return session.get_status_display().capitalize() if is_off else ""


def roadshow() -> list[Document]:
    """Where BAZ on the road was, the last first; what is to come is among the dates."""
    held = RoadshowEvent.objects.shown().filter(
        session__status=SessionStatus.OPEN, session__ends_at__lte=timezone.now()
    )
    return [
        Document(
            title=event.session.title,
            url=event.get_absolute_url(),
            sentence=event.lead or event.session.summary,
            text=_joined(
                event.session.get_kind_display(), event.host.name, event.occasion, event.report
            ),
            label=wording.day(event.session.begins_at).capitalize(),
            is_example=event.is_example or event.session.is_example,
        )
        for event in held.for_cards().order_by("-session__begins_at", "-pk")
    ]


def stories() -> list[Document]:
    """What was told, and what follows: of that only the title and the facts, for its text is no
    more than a draft."""
    return [
        Document(
            title=story.title,
            url=story.get_absolute_url(),
            sentence=story.summary,
            text="" if story.follows else _joined(story.teller, story.text),
            label="Dit verhaal volgt" if story.follows else "",
        )
        for story in Story.objects.public()
    ]


def tips() -> list[Document]:
    """Tips, which stand together on one page; and the test beds."""
    kept = [
        Document(tip.sentence, f"{reverse('stories:tips')}#tip-{tip.pk}", tip.explanation)
        for tip in Tip.objects.shown()
    ]
    tried = [
        Document(
            title=bed.title,
            url=bed.get_absolute_url(),
            sentence=bed.question,
            text=_joined(bed.situation, bed.outcome, bed.offer),
            label="Proeftuin",
        )
        for bed in TestBed.objects.filter(is_shown=True)
    ]
    return [*kept, *tried]


def site() -> list[Document]:
    """The pages about the site, the doors, and what staff wrote."""
    fixed = [Document(page.title, page.url, page.sentence, page.text) for page in FIXED_PAGES]
    doors = [
        Document(door.title, door.get_absolute_url(), door.lead, _joined(door.name, door.sentence))
        for door in Door.objects.all()
    ]
    written = [
        Document(page.title, page.get_absolute_url(), page.lead, unescape(strip_tags(page.body)))
        for page in Page.objects.about()
    ]
    return [*fixed, *doors, *written]


# In this order where two groups match equally well. Initiatives, which have an index of their own,
# come before all of these.
SOURCES = [
    Source(
        slug="aanbod",
        heading="Workshops en coaching",
        one="workshop of traject",
        many="workshops of trajecten",
        documents=offer,
    ),
    Source(
        slug="data",
        heading="Data in de agenda",
        one="datum",
        many="data",
        documents=dates,
    ),
    Source(
        slug="on-the-road",
        heading="BAZ on the road",
        one="inspiratiemoment of opvolgsessie",
        many="inspiratiemomenten en opvolgsessies",
        documents=roadshow,
    ),
    Source(
        slug="verhalen",
        heading="Verhalen",
        one="verhaal",
        many="verhalen",
        documents=stories,
    ),
    Source(
        slug="tips",
        heading="Tips en proeftuinen",
        one="tip of proeftuin",
        many="tips en proeftuinen",
        documents=tips,
    ),
    Source(
        slug="site",
        heading="Op deze site",
        one="bladzijde",
        many="bladzijden",
        documents=site,
    ),
]


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)
