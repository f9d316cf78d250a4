"""Reading structured data back as a search engine would: by a JSON-LD processor, and held against
the vocabulary of schema.org itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from pyld import jsonld
from schema_org import registry

VOCABULARY = "https://schema.org/"
# What the context of schema.org comes down to; nothing is fetched.
CONTEXT = {"@context": {"@vocab": VOCABULARY}}
DAY = r"\d{4}(-\d\d(-\d\d)?)?"
LITERALS = {
    "Text": lambda value: isinstance(value, str),
    "URL": lambda value: isinstance(value, str) and value.startswith(("http://", "https://")),
    "Date": lambda value: bool(re.fullmatch(DAY, str(value))),
    "DateTime": lambda value: bool(re.fullmatch(DAY + r"T[\d:.]+([+-]\d\d:\d\d|Z)", str(value))),
    "Number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "Boolean": lambda value: isinstance(value, bool),
}


class _Blocks(HTMLParser):
    """Collects the text of each block of JSON-LD in a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.is_inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.is_inside = tag == "script" and ("type", "application/ld+json") in attrs
        if self.is_inside:
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.is_inside = False

    def handle_data(self, data: str) -> None:
        if self.is_inside:
            self.texts[-1] += data


def blocks_in(html: str) -> list[str]:
    """The text of each block of JSON-LD in a page."""
    parser = _Blocks()
    parser.feed(html)
    return parser.texts


def wrong_with(data: dict) -> list[str]:
    """A sentence for each type that schema.org doesn't know, each property that it doesn't know or
    doesn't give to that type, and each value that the property can't have."""
    nodes = jsonld.expand(data, {"documentLoader": _context})
    return [sentence for node in nodes for sentence in _wrong_with_node(node)]


def types_in(data: dict) -> set[str]:
    """The types of all that is described, however deep."""
    flat = jsonld.flatten(data, None, {"documentLoader": _context})
    return {_name(kind) for node in flat for kind in node.get("@type", [])}


def _context(url: str, options: dict) -> dict:
    if url.rstrip("/") != VOCABULARY.rstrip("/"):
        raise ValueError(f"Another context than that of schema.org: {url}")
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def _name(iri: str) -> str:
    return iri.removeprefix(VOCABULARY)


def _wrong_with_node(node: dict) -> Iterator[str]:
    for kind in node.get("@type", ["no type"]):
        if _name(kind) not in registry.CLASS_METADATA:
            yield f"{_name(kind)} is no type."
            continue
        known = {
            item.schema_name: item for item in registry.get_model(_name(kind)).SCHEMA_PROPERTIES
        }
        for iri, values in node.items():
            name = _name(iri)
            if iri.startswith("@"):
                continue
            if name not in known:
                yield f"{_name(kind)} has no {name}."
                continue
            for value in values:
                yield from _wrong_with_value(f"{_name(kind)}.{name}", known[name].ranges, value)


def _wrong_with_value(place: str, ranges: tuple[str, ...], value: dict) -> Iterator[str]:
    if "@value" in value:
        fits = [kind for kind in ranges if kind in LITERALS and LITERALS[kind](value["@value"])]
        if not fits:
            yield f"{place} is {value['@value']!r}, not {' or '.join(ranges)}."
        return
    kinds = [_name(kind) for kind in value.get("@type", [])]
    if not any(
        set(ranges) & {kind, *registry.ancestry(kind)}
        for kind in kinds
        if kind in registry.CLASS_METADATA
    ):
        yield f"{place} is {' and '.join(kinds)}, not {' or '.join(ranges)}."
    yield from _wrong_with_node(value)
