"""Reading the bitmaps. Those of the facets are kept in each process for as long as nothing that
the public sees has changed; those of words are read when somebody looks for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from pyroaring import AbstractBitMap, BitMap, FrozenBitMap

from initiatives.finding.postings import ALL, NEAR, STORY
from initiatives.finding.words import keys, words
from initiatives.models import (
    Crisis,
    Listing,
    Meeting,
    Posting,
    Running,
    TargetGroup,
    Theme,
)
from places.models import Municipality, Province

# The facets: their name in the address and in the index, and what they are called on the page.
LEGENDS = {
    "thema": "Thema",
    "voor": "Voor wie?",
    "provincie": "Provincie",
    "gemeente": "Gemeente",
    "samen": "Hoe komen mensen samen?",
    "vorm": "Informeel of formeel",
    "bezig": "Nog bezig?",
    "crisis": "Begonnen in een crisis",
}
FORMS = {
    "informeel": "Informeel: buren of een groepje",
    "ertussenin": "Ertussenin",
    "formeel": "Formeel: een vereniging of vzw",
}


_NOTHING = FrozenBitMap()


@dataclass
class Index:
    """The showcase at one generation."""

    generation: int
    bitmaps: dict[str, BitMap]

    @cached_property
    def all(self) -> BitMap:
        """The positions of all that is published."""
        return self.bitmaps.get(ALL, BitMap())

    @cached_property
    def facets(self) -> dict[str, dict[str, AbstractBitMap]]:
        """The positions for each value of each facet, as addresses write it."""
        # Under what stays the same, where an address may change.
        kept_as: dict[str, dict[str, object]] = {
            "thema": {theme.slug: theme.pk for theme in self.themes},
            "voor": {group.slug: group.pk for group in self.groups},
            "gemeente": {place.slug: place.nis for place in self.by_nis.values()},
            "crisis": {one.slug: one.pk for one in self.crises},
        }

        def bits(name: str, value: str) -> AbstractBitMap:
            key = kept_as[name][value] if name in kept_as else value
            return self.bitmaps.get(f"f:{name}:{key}", _NOTHING)

        return {
            name: {value: bits(name, value) for value in labels}
            for name, labels in self.labels.items()
        }

    def facet(self, name: str, value: str) -> AbstractBitMap:
        """The positions of which the facet `name` has that value."""
        return self.facets[name].get(value, _NOTHING)

    @cached_property
    def a_to_z(self) -> list[int]:
        """All positions in the order of their titles."""
        return list(
            Listing.objects.order_by("sort_title", "position").values_list("position", flat=True)
        )

    @cached_property
    def themes(self) -> list[Theme]:
        """All themes, in their order."""
        return list(Theme.objects.all())

    @cached_property
    def groups(self) -> list[TargetGroup]:
        """All whom initiatives are for, in their order."""
        return list(TargetGroup.objects.all())

    @cached_property
    def crises(self) -> list[Crisis]:
        """All crises, those that the site doesn't show too, in their order."""
        return list(Crisis.objects.all())

    @cached_property
    def names(self) -> dict[str, AbstractBitMap]:
        """The words in the names of themes and groups, at the keys where postings would hold them,
        with the positions of all that has the theme or is for the group."""
        # Hardly any initiative is not for people in the neighbourhood: a group says less than a
        # theme.
        named = [(NEAR, "thema", theme) for theme in self.themes]
        named += [(STORY, "voor", group) for group in self.groups]
        found: dict[str, AbstractBitMap] = {}
        for field, facet, entry in named:
            bits = self.facet(facet, entry.slug)
            for form in {form for word in words(entry.name) for form in keys(word)}:
                key = f"{field}:{form}"
                found[key] = found.get(key, _NOTHING) | bits
        return {key: bits for key, bits in found.items() if bits}

    def themes_at(self, position: int) -> list[Theme]:
        """The themes of one initiative, in their order."""
        return [theme for theme in self.themes if position in self.facets["thema"][theme.slug]]

    @cached_property
    def provinces(self) -> list[Province]:
        """All provinces, by name."""
        return list(Province.objects.all())

    @cached_property
    def _every_place(self) -> list[Municipality]:
        """Every municipality, those that merged too, by name from Z to A."""
        every = Municipality.objects.select_related("province", "successor__province")
        return list(every.order_by("-name"))

    @cached_property
    def by_nis(self) -> dict[str, Municipality]:
        """Every municipality of today by its NIS code, and by the codes of those it took in."""
        return {place.nis: place.current for place in self._every_place}

    @cached_property
    def places(self) -> dict[str, Municipality]:
        """Every municipality of today by its slug, and by the slugs of those it took in."""
        return {place.slug: place.current for place in self._every_place}

    @cached_property
    def municipalities(self) -> dict[str, Municipality]:
        """The municipalities of today in which something is published, by NIS code."""
        return {
            place.nis: place
            for place in self.by_nis.values()
            if f"f:gemeente:{place.nis}" in self.bitmaps
        }

    @cached_property
    def named(self) -> dict[str, Municipality]:
        """The municipality of today that a postcode or a name stands for, the name in plain words:
        'sint niklaas'. The French names and those of municipalities that merged count too."""
        # Of two with the same name or postcode the last one stays: today's, and the first by name.
        return {
            " ".join(words(name)): place.current
            for place in sorted(self._every_place, key=lambda place: place.successor_id is None)
            for name in (place.name_fr, place.name, *place.postcodes)
            if name
        }

    @cached_property
    def labels(self) -> dict[str, dict[str, str]]:
        """For each facet its values, as addresses write them, with what they are called."""
        current = {place.slug: place.name for place in self.by_nis.values()}
        return {
            "thema": {theme.slug: theme.name for theme in self.themes},
            "voor": {group.slug: group.name for group in self.groups},
            "provincie": {province.slug: province.name for province in self.provinces},
            "gemeente": current,
            "samen": dict(Meeting.choices),
            "vorm": FORMS,
            "bezig": dict(Running.choices),
            "crisis": {one.slug: one.name for one in self.crises if one.is_shown},
        }

    @cached_property
    def sizes(self) -> dict[str, dict[str, int]]:
        """For each facet how much has each of its values, with no filter at all."""
        return {
            name: {value: len(bits) for value, bits in values.items()}
            for name, values in self.facets.items()
        }


_kept: Index | None = None


def current_index() -> Index:
    """The index of now: the one this process kept, if nothing has changed since."""
    global _kept
    generation = current_generation()
    if _kept is None or _kept.generation != generation:
        _kept = _load()
    return _kept


def current_generation() -> int:
    """The count of changes of what the public sees: the first question of every page.

    Django would ask before it whether a connection that was kept still lives. This question shows
    that itself: where the connection was lost, it is asked again over a new one.
    """
    database = connections[DEFAULT_DB_ALIAS]
    if database.connection is None or database.health_check_done:
        return _read_generation(database)
    database.health_check_done = True
    try:
        return _read_generation(database)
    except (OperationalError, InterfaceError):
        database.close()
        return _read_generation(database)


def _read_generation(database: BaseDatabaseWrapper) -> int:
    with database.cursor() as cursor:
        cursor.execute("SELECT generation FROM initiatives_showcase")
        row = cursor.fetchone()
    return row[0] if row else 0


def _load() -> Index:
    while True:
        generation = current_generation()
        found = Posting.objects.filter(key__gte="f:", key__lt="f;").values_list("key", "bits")
        bitmaps = {key: BitMap.deserialize(bytes(bits)) for key, bits in found}
        # A change while reading would leave a mixture.
        if current_generation() == generation:
            return Index(generation, bitmaps)
