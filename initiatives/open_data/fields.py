"""What the open data tells of an initiative. The names are a promise: programs of others count on
them, so a field may be added, but none may change its name or its meaning."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from operator import attrgetter
from typing import NamedTuple

from django.conf import settings
from django.db.models import TextChoices

from initiatives.finding.index import FORMS
from initiatives.finding.postings import FORMALITY_GROUPS
from initiatives.models import CrisisReason, CrisisSupport, Lasted, Meeting, Running, Version


class Kind(NamedTuple):
    """A kind of value: what the page calls it, its JSON Schema, and whether it may be missing."""

    label: str
    schema: dict
    may_be_missing: bool = False

    @property
    def maybe(self) -> Kind:
        """The same, but it may be missing."""
        return self._replace(may_be_missing=True)


TEXT = Kind("tekst", {"type": "string"})
TEXTS = Kind("lijst van teksten", {"type": "array", "items": {"type": "string"}})
LINK = Kind("webadres", {"type": "string", "format": "iri"})
LINKS = Kind("lijst van webadressen", {"type": "array", "items": LINK.schema})
UUID = Kind("UUID", {"type": "string", "format": "uuid"})
MOMENT = Kind("datum en uur (ISO 8601, UTC)", {"type": "string", "format": "date-time"})
YEAR = Kind("geheel getal", {"type": "integer"})
DEGREES = Kind("getal", {"type": "number"})
YES_NO = Kind("true of false", {"type": "boolean"})


class Field(NamedTuple):
    """One thing that is told. `read` takes it from the live version of an initiative, as reading.py
    reads it; None where it is missing. `values`: all that it can be, each with its meaning."""

    name: str
    meaning: str
    kind: Kind
    example: object
    read: Callable[[Version], object]
    values: dict[str, str] | None = None

    @property
    def example_in_json(self) -> str:
        """The example as it stands in the file."""
        return json.dumps(self.example, ensure_ascii=False)


def _told(name: str) -> Callable[[Version], str | None]:
    """What people told in an answer that they could leave open."""
    return lambda version: getattr(version, name) or None


def _labels(name: str, choices: type[TextChoices]) -> Callable[[Version], list[str]]:
    return lambda version: [choices(value).label for value in getattr(version, name)]


def _of_place(name: str) -> Callable[[Version], object]:
    return lambda version: version.municipality and getattr(version.municipality, name)


def _degrees(name: str) -> Callable[[Version], float | None]:
    return lambda version: version.municipality and float(getattr(version.municipality, name))


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _updated_at(version: Version) -> str:
    return _moment(max(version.assessment.decided_at, version.live_for.published_at))


def _photo_urls(version: Version) -> list[str]:
    # As reverse() would: for each photo of everything, that takes longer than all the rest.
    return [f"{settings.SITE_URL}/foto/{photo}/foto.jpg" for photo in version.photo_ids]


FIELDS = [
    Field(
        "uuid",
        "Kenmerk. Het verandert nooit.",
        UUID,
        "0b9c3c1e-8a52-4c1b-9a37-5f0d3f5f7a10",
        lambda version: str(version.live_for.uuid),
    ),
    Field(
        "url",
        "De bladzijde van het initiatief.",
        LINK,
        "https://www.burgersaanzet.example/inspireer-elkaar/soep-op-de-stoep/",
        lambda version: settings.SITE_URL + version.live_for.get_absolute_url(),
    ),
    Field("title", "Hoe het heet.", TEXT, "Soep op de stoep", attrgetter("title")),
    Field(
        "summary", "Wat het is, in één zin.", TEXT, "Buren eten samen soep.", attrgetter("summary")
    ),
    Field(
        "story",
        "Het verhaal. Een lege regel scheidt alinea’s.",
        TEXT,
        "Elke vrijdag staat er soep. Wie langskomt, krijgt een kom.",
        attrgetter("story"),
    ),
    Field("learned", "Wat ze leerden.", TEXT.maybe, "Begin klein.", _told("learned")),
    Field(
        "time_needed",
        "Hoeveel tijd het vraagt.",
        TEXT.maybe,
        "Twee uur in de week.",
        _told("time_needed"),
    ),
    Field(
        "people_needed",
        "Hoeveel mensen er nodig zijn.",
        TEXT.maybe,
        "Vier vrijwilligers.",
        _told("people_needed"),
    ),
    Field("needs", "Wat je nodig hebt.", TEXT.maybe, "Een grote pot en een tafel.", _told("needs")),
    Field("costs", "Wat het kost.", TEXT.maybe, "Tien euro in de week.", _told("costs")),
    Field(
        "support_needed",
        "Welke steun helpt.",
        TEXT.maybe,
        "Een lokaal van de gemeente.",
        _told("support_needed"),
    ),
    Field(
        "themes",
        "De thema’s.",
        TEXTS,
        ["Samen eten", "Ontmoeten"],
        attrgetter("theme_names"),
    ),
    Field(
        "target_groups",
        "Voor wie het is.",
        TEXTS,
        ["Ouderen"],
        attrgetter("group_names"),
    ),
    Field(
        "municipality",
        "De gemeente van vandaag, ook na een fusie.",
        TEXT.maybe,
        "Nijlen",
        _of_place("name"),
    ),
    Field(
        "municipality_nis", "De NIS-code van de gemeente.", TEXT.maybe, "12026", _of_place("nis")
    ),
    Field(
        "province",
        "De provincie, of Brussel.",
        TEXT.maybe,
        "Antwerpen",
        lambda version: version.municipality and version.municipality.province.name,
    ),
    Field(
        "latitude",
        "Breedtegraad van het midden van de gemeente (WGS 84).",
        DEGREES.maybe,
        51.1603,
        _degrees("latitude"),
    ),
    Field(
        "longitude",
        "Lengtegraad van het midden van de gemeente (WGS 84).",
        DEGREES.maybe,
        4.6695,
        _degrees("longitude"),
    ),
    Field("spot", "Waar precies, in woorden.", TEXT.maybe, "Aan de kerk", _told("spot")),
    Field(
        "meeting",
        "Hoe mensen samenkomen.",
        TEXT,
        Meeting.ON_SITE.value,
        attrgetter("meeting"),
        values=dict(Meeting.choices),
    ),
    Field(
        "running",
        "Of het nog bezig is.",
        TEXT,
        Running.YES.value,
        attrgetter("running"),
        values=dict(Running.choices),
    ),
    Field("start_year", "Het jaar waarin het begon.", YEAR.maybe, 2020, attrgetter("start_year")),
    Field(
        "formality",
        "Informeel of formeel.",
        TEXT.maybe,
        "informeel",
        lambda version: FORMALITY_GROUPS.get(version.assessment.formality),
        values=FORMS,
    ),
    Field(
        "reason_bottom_up",
        "Waarom dit een burgerinitiatief is: het komt van onderuit.",
        TEXT,
        "Twee buren begonnen er zelf mee.",
        attrgetter("assessment.bottom_up_reason"),
    ),
    Field(
        "reason_agency",
        "Waarom dit een burgerinitiatief is: burgers blijven aan zet.",
        TEXT,
        "Wie meedoet, beslist mee.",
        attrgetter("assessment.agency_reason"),
    ),
    Field(
        "reason_beyond_self",
        "Waarom dit een burgerinitiatief is: het brengt mensen samen.",
        TEXT,
        "De hele straat leert elkaar kennen.",
        attrgetter("assessment.beyond_self_reason"),
    ),
    Field("website", "De eigen website.", LINK.maybe, "https://soep.example/", _told("website")),
    Field(
        "photo_urls",
        "De foto’s. Alleen om naar te verwijzen: vraag eerst of je ze mag gebruiken.",
        LINKS,
        ["https://www.burgersaanzet.example/foto/5d4f0c52-6d0e-4c4e-9a43-2a1d4b8e7c11/foto.jpg"],
        _photo_urls,
    ),
    Field(
        "photo_alts",
        "Wat er op de foto’s te zien is, in dezelfde volgorde.",
        TEXTS,
        ["Buren aan een lange tafel."],
        attrgetter("photo_alts"),
    ),
    Field(
        "published_at",
        "Wanneer het op de site kwam.",
        MOMENT,
        "2026-11-02T09:30:00+00:00",
        lambda version: _moment(version.live_for.published_at),
    ),
    Field(
        "updated_at",
        "Wanneer het voor het laatst veranderde.",
        MOMENT,
        "2026-11-20T14:05:00+00:00",
        _updated_at,
    ),
    Field(
        "crisis",
        "De crisis waarin het begon.",
        TEXT.maybe,
        "Corona",
        lambda version: version.crisis and version.crisis.name,
    ),
    Field(
        "crisis_reasons",
        "Waarom ze in die crisis begonnen.",
        TEXTS,
        [CrisisReason.ALONE.label],
        _labels("crisis_reasons", CrisisReason),
    ),
    Field(
        "crisis_reasons_words",
        "Waarom, in hun eigen woorden.",
        TEXT.maybe,
        "De buurvrouw kreeg geen bezoek meer.",
        _told("crisis_reasons_words"),
    ),
    Field(
        "crisis_support",
        "Wat hen hielp.",
        TEXTS,
        [CrisisSupport.GOVERNMENT.label],
        _labels("crisis_support", CrisisSupport),
    ),
    Field(
        "crisis_support_words",
        "Wat hielp, in hun eigen woorden.",
        TEXT.maybe,
        "De gemeente betaalde de enveloppen.",
        _told("crisis_support_words"),
    ),
    Field(
        "crisis_meaning",
        "Wat het voor mensen betekende.",
        TEXT.maybe,
        "Wie alleen was, kreeg elke week een brief.",
        _told("crisis_meaning"),
    ),
    Field(
        "crisis_lasted",
        "Wat ervan bleef.",
        TEXT.maybe,
        Lasted.CHANGED.value,
        _told("crisis_lasted"),
        values=dict(Lasted.choices),
    ),
    Field(
        "crisis_lasted_words",
        "Wat bleef, in hun eigen woorden.",
        TEXT.maybe,
        "We schrijven elkaar nog altijd.",
        _told("crisis_lasted_words"),
    ),
    Field(
        "is_example",
        "Of het verzonnen is, om te tonen hoe de site werkt.",
        YES_NO,
        False,
        attrgetter("live_for.is_example"),
    ),
]
