"""Showing why something was found: its words marked, or the piece of the story that holds them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set as AbstractSet
from html import escape

from django.utils.safestring import SafeString, mark_safe

from initiatives.finding.words import keys, plain

_WORD = re.compile(r"[^\W_]+")
BEFORE, AFTER = 60, 120  # characters of the story around the first word that is found


def holds(text: str, forms: AbstractSet[str]) -> bool:
    """Whether a word of `text` has one of `forms`."""
    return any(not forms.isdisjoint(keys(plain(word))) for word in _WORD.findall(text))


def marked(text: str, forms: AbstractSet[str]) -> SafeString:
    """`text` as HTML, with each word that has one of `forms` inside <mark>."""
    text = unicodedata.normalize("NFC", text)
    pieces, end = [], 0
    for word in _WORD.finditer(text):
        if not forms.isdisjoint(keys(plain(word.group()))):
            pieces += [escape(text[end : word.start()]), f"<mark>{word.group()}</mark>"]
            end = word.end()
    return mark_safe("".join([*pieces, escape(text[end:])]))  # noqa: S308 - escaped above


def snippet(text: str, forms: AbstractSet[str]) -> SafeString:
    """The piece of `text` around the first word that has one of `forms`, as HTML with these words
    inside <mark>; '' when there is none."""
    text = " ".join(unicodedata.normalize("NFC", text).split())
    for word in _WORD.finditer(text):
        if not forms.isdisjoint(keys(plain(word.group()))):
            return _around(text, word.start(), forms)
    return SafeString()


def _around(text: str, at: int, forms: AbstractSet[str]) -> SafeString:
    start, end = max(at - BEFORE, 0), at + AFTER
    # Whole words only.
    start = text.find(" ", start, at) + 1 if start else 0
    end = max(text.rfind(" ", at, end), at) if end < len(text) else len(text)
    if end == at:
        end = at + AFTER
    opening, closing = "… " if start else "", " …" if end < len(text) else ""
    return mark_safe(f"{opening}{marked(text[start:end], forms)}{closing}")  # noqa: S308 - escaped
