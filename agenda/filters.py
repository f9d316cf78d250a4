"""Which sessions somebody wants to see. Any query string is a wish: what we don't know is left
out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.text import slugify

from agenda.models import Audience, SessionWay, Way
from agenda.models.session import SessionQuerySet
from places.models import Province

AUDIENCES = {slugify(audience.label): audience for audience in Audience}
WAYS = {slugify(way.label): way for way in Way}


@dataclass(frozen=True)
class Option:
    """One thing to choose in a filter."""

    slug: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Filter:
    """What was chosen, and from what: for whom (`voor`), in which `provincie`, and `hoe`."""

    audience: Audience | None
    province: Province | None
    way: Way | None
    provinces: list[Province]

    @classmethod
    def read(cls, asked: Mapping[str, str]) -> Filter:
        """What a query string asks; one query, for the provinces."""
        provinces = list(Province.objects.all())
        by_slug = {province.slug: province for province in provinces}
        return cls(
            audience=AUDIENCES.get(asked.get("voor", "")),
            province=by_slug.get(asked.get("provincie", "")),
            way=WAYS.get(asked.get("hoe", "")),
            provinces=provinces,
        )

    def __bool__(self) -> bool:
        return bool(self.audience or self.province or self.way)

    def apply(self, sessions: SessionQuerySet) -> SessionQuerySet:
        """Those of `sessions` that fit. Only what is on site is in a province."""
        if self.audience:
            sessions = sessions.filter(audiences__contains=[self.audience])
        if self.province:
            sessions = sessions.filter(municipality__province=self.province)
            sessions = sessions.exclude(way=SessionWay.ONLINE)
        if self.way:
            sessions = sessions.filter(way__in=[self.way.value, SessionWay.BOTH])
        return sessions

    @property
    def audience_options(self) -> list[Option]:
        return [
            Option(slug, audience.label.capitalize(), audience == self.audience)
            for slug, audience in AUDIENCES.items()
        ]

    @property
    def province_options(self) -> list[Option]:
        return [
            Option(province.slug, province.name, province == self.province)
            for province in self.provinces
        ]

    @property
    def way_options(self) -> list[Option]:
        return [Option(slug, way.label.capitalize(), way == self.way) for slug, way in WAYS.items()]
