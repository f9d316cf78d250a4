"""What can be found besides initiatives. Each app that has pages for everybody is a source: one
function that reads what is public at this moment, and one line in SOURCES."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from django.urls import reverse

from agenda.cards import card_of
from agenda.models import Session, SessionStatus
from baz_site.search.fixed_pages import FIXED_PAGES
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
        text="Een coachingtraject: een coach geeft jullie begeleiding. Jullie kiezen de doelen.",
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


def site() -> list[Document]:
    """The pages about the site, and the doors to all others."""
    return [Document(page.title, page.url, page.sentence, page.text) for page in FIXED_PAGES]


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
        slug="site",
        heading="Op deze site",
        one="bladzijde",
        many="bladzijden",
        documents=site,
    ),
]


def _joined(*texts: str) -> str:
    return " · ".join(text for text in texts if text)
