"""Text with headings, lists, links, bold and italics, and nothing else: whatever is pasted."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import nh3
from django.db import models
from django.db.models import Q
from django.utils.html import linebreaks

TAGS = {"h2", "h3", "p", "br", "ul", "ol", "li", "strong", "em", "a"}
# What other programs write for the same thing.
RENAMED = {
    **{"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"},
    **{"div": "p", "blockquote": "p", "td": "p", "pre": "p"},
}
LINKS_TO = re.compile(r"(https?://|mailto:|tel:|/|#)[^\s<>\"]*", re.IGNORECASE)
CLEANER = nh3.Cleaner(
    tags=TAGS | set(RENAMED),
    attributes={"a": {"href"}},
    attribute_filter=lambda tag, name, value: _address(value),
    url_schemes={"http", "https", "mailto", "tel"},
    link_rel=None,
    clean_content_tags={"script", "style", "title", "template", "svg", "math", "noscript"},
)
TAG = re.compile(r"<(/?)([a-z0-9]+)")
TAGS_AND_TEXTS = re.compile(r"(<[^>]+>)")
SPACES = re.compile(r"(?:&nbsp;|\s)+")
AROUND_BLOCK = re.compile(r"\s*(</?(?:p|h2|h3|ul|ol|li)>)\s*")
# Any tag that is not exactly one of ours; for the database, which has the last word.
FOREIGN_TAG = (
    r"<(?!(/?(h2|h3|p|ul|ol|li|strong|em)|br|/a"
    r'|a href="([hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:|[tT][eE][lL]:|/|#)[^"<>]*")>)'
)


class RichTextField(models.TextField):
    """Holds what `clean_html` leaves, whoever saves it."""

    def pre_save(self, model_instance: models.Model, add: bool) -> str:
        """The cleaned text, also put into the instance."""
        cleaned = clean_html(getattr(model_instance, self.attname))
        setattr(model_instance, self.attname, cleaned)
        return cleaned


def clean_html(html: str) -> str:
    """`html` with our own tags alone: no styles, no empty paragraphs, no links that a browser
    could run. What is typed without any tag becomes paragraphs."""
    if "<" not in html:
        html = linebreaks(html)
    html = CLEANER.clean(html)
    # What the cleaner writes is regular: a < begins a tag, and nothing else.
    html = TAG.sub(lambda tag: f"<{tag[1]}{RENAMED.get(tag[2], tag[2])}", html)
    # Cleaned again: a division that became a paragraph may not hold another one.
    html = _without_empty(CLEANER.clean(html))
    return AROUND_BLOCK.sub(r"\1", SPACES.sub(" ", html)).strip()


def lost_links(html: str) -> list[str]:
    """The addresses in `html` to which `clean_html` lets no link lead."""
    reader = _Links()
    reader.feed(html)
    return [address for address in reader.addresses if _address(address) is None]


def clean_constraint(name: str, field: str) -> models.CheckConstraint:
    """The rule that `field` holds no other tags than ours."""
    return models.CheckConstraint(name=name, condition=~Q(**{f"{field}__regex": FOREIGN_TAG}))


def _without_empty(html: str) -> str:
    """Regular `html` without elements in which there is nothing to read, and without the tags of
    links that lead nowhere."""
    kept: list[str] = []
    opened: list[int] = []  # where in `kept` each open element begins
    full = {-1}  # those in which there is something to read
    for piece in TAGS_AND_TEXTS.split(html):
        if piece.startswith("</"):
            begin = opened.pop()
            if begin not in full:
                kept[begin:] = [" "] if any(map(SPACES.fullmatch, kept[begin:])) else []
                continue
            full.discard(begin)
            full.add(opened[-1] if opened else -1)
            if kept[begin] == "<a>":
                kept[begin] = piece = ""
        elif piece.startswith("<") and piece != "<br>":
            opened.append(len(kept))
        elif piece != "<br>" and SPACES.sub("", piece):
            full.add(opened[-1] if opened else -1)
        kept.append(piece)
    return "".join(kept)


class _Links(HTMLParser):
    """Reads where the links of a text lead."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.addresses += [value for name, value in attrs if name == "href" and value]


def _address(value: str) -> str | None:
    """Where a link leads; None where it may not lead."""
    value = value.strip()
    if value.lower().startswith("www."):
        value = f"https://{value}"
    return value if LINKS_TO.fullmatch(value) else None
