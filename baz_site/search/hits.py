"""What is shown of one page that was found: its words marked, and why it was found."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from baz_site.search.sources import Document
from initiatives.cards import Card
from initiatives.finding.highlight import marked, snippet


class Hit(NamedTuple):
    """One page. `why` is the piece of its text that holds the words, where nothing else shown does;
    `swatch` is a sample of the weave of an initiative."""

    title: str
    url: str
    sentence: str
    label: str
    why: str = ""
    is_example: bool = False
    swatch: str = ""


def hit_of_card(card: Card) -> Hit:
    """An initiative, as its card in the showcase says it."""
    place = f"{card.place}, {card.distance}" if card.distance else card.place
    return Hit(
        title=card.title,
        url=card.url,
        sentence=card.summary,
        label=format_html_join(" · ", "{}", ((text,) for text in (card.theme, place) if text)),
        why=card.why,
        is_example=card.is_example,
        swatch=card.swatch,
    )


def hit_of(page: Document, forms: AbstractSet[str]) -> Hit:
    """A page of another kind, with each word that has one of `forms` marked."""
    shown = [marked(text, forms) for text in (page.title, page.sentence, page.label)]
    title, sentence, label = shown
    says_why = any("<mark>" in text for text in shown)
    why = SafeString() if says_why else snippet(page.text, forms)
    return Hit(title, page.url, sentence, label, why, page.is_example)
