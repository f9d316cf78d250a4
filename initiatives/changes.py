"""What differs between two versions of an initiative: field by field, word by word, photo by
photo."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from initiatives.models import Version, VersionPhoto

# A word, or the white space that starts a new line: an added paragraph is a change too.
WORDS = re.compile(r"\s*\n\s*|\S+")
TEXT_FIELDS = [
    "title",
    "summary",
    "story",
    "learned",
    "time_needed",
    "people_needed",
    "needs",
    "costs",
    "support_needed",
    "meeting",
    "municipality",
    "spot",
    "themes",
    "target_groups",
    "running",
    "start_year",
    "crisis",
    "crisis_reasons",
    "crisis_reasons_words",
    "crisis_support",
    "crisis_support_words",
    "crisis_meaning",
    "crisis_lasted",
    "crisis_lasted_words",
    "bottom_up_answer",
    "agency_answer",
    "beyond_self_answer",
    "contact_name",
    "website",
]


class Piece(NamedTuple):
    """A run of words that changed, or that stayed."""

    text: str
    changed: bool


class Difference(NamedTuple):
    """One text in both versions. What changed is marked on the side where it stands."""

    before: list[Piece]
    after: list[Piece]


class FieldChange(NamedTuple):
    """One field that differs."""

    label: str
    difference: Difference


class PhotoChange(NamedTuple):
    """One photo that was added, removed, or described in other words."""

    what: str
    shown: VersionPhoto
    difference: Difference


class Changes(NamedTuple):
    """All that differs between two versions."""

    before: Version
    fields: list[FieldChange]
    photos: list[PhotoChange]
    cover_changed: bool

    @property
    def nothing(self) -> bool:
        """Whether both versions say and show the same."""
        return not (self.fields or self.photos or self.cover_changed)


def compare(before: Version, after: Version) -> Changes:
    """All that differs between two versions of one initiative."""
    return Changes(
        before,
        changed_fields(before, after),
        changed_photos(before, after),
        cover_changed(before, after),
    )


def changed_fields(before: Version, after: Version) -> list[FieldChange]:
    """The fields that differ, in the order of the form."""
    changes = []
    for name in TEXT_FIELDS:
        was, now = _words(before, name), _words(after, name)
        if was != now:
            label = Version._meta.get_field(name).verbose_name
            changes.append(FieldChange(label, difference(was, now)))
    return changes


def changed_photos(before: Version, after: Version) -> list[PhotoChange]:
    """The photos that differ: what came or was said otherwise first, then what went."""
    was = {shown.photo_id: shown for shown in before.version_photos.select_related("photo")}
    now = {shown.photo_id: shown for shown in after.version_photos.select_related("photo")}
    changes = []
    for photo_id, shown in now.items():
        if photo_id not in was:
            changes.append(PhotoChange("toegevoegd", shown, difference([], _about_photo(shown))))
        elif _about_photo(was[photo_id]) != _about_photo(shown):
            said = difference(_about_photo(was[photo_id]), _about_photo(shown))
            changes.append(PhotoChange("anders beschreven", shown, said))
    for photo_id, shown in was.items():
        if photo_id not in now:
            changes.append(PhotoChange("weggehaald", shown, difference(_about_photo(shown), [])))
    return changes


def cover_changed(before: Version, after: Version) -> bool:
    """Whether another of the photos that stayed now comes first."""
    was, now = before.cover_photo, after.cover_photo
    if not (was and now) or was.photo_id == now.photo_id:
        return False
    return after.version_photos.filter(photo_id=was.photo_id).exists()


def difference(before: list[str], after: list[str]) -> Difference:
    """Compare two lists of words. Runs of words come back joined."""
    left, right = [], []
    # Beyond 200 words difflib no longer starts a match at very common words. That keeps a text
    # made of one repeated word from taking minutes.
    for kind, i, j, k, m in SequenceMatcher(None, before, after).get_opcodes():
        if i < j:
            left.append(Piece(_joined(before[i:j]), kind != "equal"))
        if k < m:
            right.append(Piece(_joined(after[k:m]), kind != "equal"))
    return Difference(left, right)


def split_words(text: str) -> list[str]:
    """The words of `text`, and its line breaks as words of their own."""
    return ["\n" if "\n" in word else word for word in WORDS.findall(text.strip())]


def _words(version: Version, name: str) -> list[str]:
    if name in {"themes", "target_groups"}:
        return [f"• {entry.name}" for entry in getattr(version, name).all()]
    if name in {"crisis_reasons", "crisis_support"}:
        labels = dict(Version._meta.get_field(name).base_field.choices)
        return [f"• {labels[value]}" for value in getattr(version, name)]
    if name in {"meeting", "running", "crisis_lasted"}:
        return split_words(getattr(version, f"get_{name}_display")())
    return split_words(str(getattr(version, name) or ""))


def _about_photo(shown: VersionPhoto) -> list[str]:
    people = shown.get_people_display()
    return [*split_words(shown.alt), *([f"(Mensen te herkennen? {people})"] if people else [])]


def _joined(words: list[str]) -> str:
    return " ".join(words).replace(" \n ", "\n").replace(" \n", "\n").replace("\n ", "\n")
