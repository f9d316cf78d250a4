"""Fills a database with published initiatives, as uneven as in life: `python -m bench.generate 1000`

The same number gives the same content, except for keys and moments of saving. Rows go in as the
database's own rules want them: a version and the assessment that accepts it before the initiative
that shows it.
"""

from __future__ import annotations

import random
import sys
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import islice

import django

if __name__ == "__main__":
    django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.utils.text import slugify
from faker import Faker

from bench.language import Language, zipf
from initiatives.finding import postings
from initiatives.models import (
    Assessment,
    Contact,
    Initiative,
    Meeting,
    Photo,
    Running,
    Status,
    TargetGroup,
    Theme,
    Version,
    VersionPhoto,
)
from initiatives.slugs import RESERVED
from places.models import Municipality

SEED = 2020
BATCH = 2000  # initiatives in one transaction: memory stays small
FIRST_DAY = datetime(2012, 1, 1, tzinfo=UTC)
DAYS = 14 * 365
# Where most people live, first; the others follow in an order of chance.
CITIES = ["Antwerpen", "Gent", "Brugge", "Leuven", "Mechelen", "Aalst", "Hasselt", "Oostende"]
PHOTOS = [35, 30, 12, 9, 6, 5, 3]  # of a hundred initiatives: how many have 0, 1, 2 ... photos
WIDTHS = [(1600, 1200), (1200, 1600), (1600, 900), (1280, 960), (800, 600), (640, 480)]
COSTS = ["", "", "", "Niets, behalve tijd.", "Ongeveer 50 euro in de maand.", "Een paar potten verf."]


@dataclass
class Batch:
    """The rows of some initiatives, by table."""

    versions: list[Version] = field(default_factory=list)
    assessments: list[Assessment] = field(default_factory=list)
    initiatives: list[Initiative] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    photos: list[Photo] = field(default_factory=list)
    version_photos: list[VersionPhoto] = field(default_factory=list)
    themes: list = field(default_factory=list)
    target_groups: list = field(default_factory=list)

    def save(self) -> None:
        """All of it or nothing; keys between tables are checked at the end."""
        with transaction.atomic():
            Version.objects.bulk_create(self.versions)
            Assessment.objects.bulk_create(self.assessments)
            Initiative.objects.bulk_create(self.initiatives)
            Contact.objects.bulk_create(self.contacts)
            Photo.objects.bulk_create(self.photos)
            VersionPhoto.objects.bulk_create(self.version_photos)
            Version.themes.through.objects.bulk_create(self.themes)
            Version.target_groups.through.objects.bulk_create(self.target_groups)


class Generator:
    """Makes initiatives 1, 2, 3 ... of which the places, themes and groups are in the database."""

    def __init__(self, moderator: User) -> None:
        self._chance = random.Random(SEED)  # noqa: S311 - content, not secrets
        self._language = Language(self._chance)
        fake = Faker("nl_BE")
        fake.seed_instance(SEED)
        self._names = [fake.name() for _ in range(3000)]
        self._streets = [fake.street_name() for _ in range(3000)]
        self._moderator = moderator
        self._themes = list(Theme.objects.values_list("pk", flat=True))
        self._groups = list(TargetGroup.objects.values_list("pk", flat=True))
        self._places = self._municipalities()
        self._weights = zipf(len(self._places), 0.9)
        self._used_slugs: Counter[str] = Counter(RESERVED)

    def _municipalities(self) -> list[Municipality]:
        places = {place.name: place for place in Municipality.objects.current().order_by("nis")}
        rest = sorted(places.keys() - set(CITIES))
        self._chance.shuffle(rest)
        return [places[name] for name in [*CITIES, *rest] if name in places]

    def fill(self, batch: Batch, number: int, published_at: datetime) -> None:
        """Add initiative `number` to `batch`."""
        chance = self._chance
        meeting = chance.choices(
            [Meeting.ON_SITE, Meeting.BOTH, Meeting.ONLINE, Meeting.UNDECIDED], [78, 12, 8, 2]
        )[0]
        place = None
        if meeting != Meeting.ONLINE:
            place = chance.choices(self._places, cum_weights=self._weights)[0]
        version = self._version(number, meeting, place, published_at)
        batch.versions.append(version)
        batch.assessments.append(self._assessment(version, published_at))
        batch.initiatives.append(
            Initiative(
                pk=number,
                slug=self._slug(version.title),
                status=Status.PUBLISHED,
                live_version_id=version.pk,
                published_at=published_at,
            )
        )
        batch.contacts.append(
            Contact(
                initiative_id=number,
                name=version.contact_name or self._names[number % len(self._names)],
                email=f"mens{number}@example.org",
                show_name=bool(version.contact_name),
                email_confirmed_at=published_at,
            )
        )
        self._add_photos(batch, number)
        self._add_choices(batch, number)

    def _version(
        self, number: int, meeting: str, place: Municipality | None, sent_at: datetime
    ) -> Version:
        chance, language = self._chance, self._language
        name = place.name if place else "Vlaanderen"
        return Version(
            pk=number,
            initiative_id=number,
            sent_at=sent_at,
            title=language.title(name),
            summary=language.summary(name),
            story=language.story(name),
            needs=language.summary(name) if chance.random() < 0.5 else "",
            costs=chance.choice(COSTS),
            meeting=meeting,
            municipality=place,
            spot=chance.choice(self._streets) if place and chance.random() < 0.6 else "",
            running=chance.choices(Running.values, [62, 13, 20, 5])[0],
            start_year=sent_at.year - int(chance.expovariate(0.5)),
            bottom_up_answer=language.answer(name),
            agency_answer=language.answer(name),
            beyond_self_answer=language.answer(name),
            contact_name=chance.choice(self._names) if chance.random() < 0.4 else "",
            website=f"https://www.example.org/{number}" if chance.random() < 0.25 else "",
        )

    def _assessment(self, version: Version, decided_at: datetime) -> Assessment:
        criteria = ("bottom_up", "agency", "beyond_self")
        return Assessment(
            version_id=version.pk,
            **{f"{name}_verdict": "meets" for name in criteria},
            **{f"{name}_reason": getattr(version, f"{name}_answer")[:300] for name in criteria},
            formality=self._chance.choices([1, 2, 3, 4, 5, None], [30, 25, 15, 10, 12, 8])[0],
            decision="publish",
            decided_at=decided_at,
            decided_by=self._moderator,
        )

    def _slug(self, title: str) -> str:
        slug = slugify(title)[:80].strip("-") or "initiatief"
        self._used_slugs[slug] += 1
        times = self._used_slugs[slug]
        return slug if times == 1 else f"{slug}-{times}"

    def _add_photos(self, batch: Batch, number: int) -> None:
        count = self._chance.choices(range(len(PHOTOS)), PHOTOS)[0]
        for position in range(count):
            key = uuid.UUID(int=self._chance.getrandbits(128), version=4)
            width, height = self._chance.choice(WIDTHS)
            batch.photos.append(
                Photo(
                    pk=key,
                    initiative_id=number,
                    picture=f"fotos/{key}/foto.jpg",
                    width=width,
                    height=height,
                )
            )
            batch.version_photos.append(
                VersionPhoto(
                    version_id=number,
                    photo_id=key,
                    position=position,
                    alt=self._language.answer("de buurt")[:250],
                    people=VersionPhoto.People.NONE,
                )
            )

    def _add_choices(self, batch: Batch, number: int) -> None:
        """One to three themes and groups; the first of each list is the most common."""
        for rows, through, column, entries in (
            (batch.themes, Version.themes.through, "theme_id", self._themes),
            (batch.target_groups, Version.target_groups.through, "targetgroup_id", self._groups),
        ):
            count = self._chance.choices([1, 2, 3], [55, 33, 12])[0]
            chosen = self._chance.choices(entries, cum_weights=zipf(len(entries)), k=count)
            rows += [through(version_id=number, **{column: key}) for key in dict.fromkeys(chosen)]


def generate(count: int, *, batch_size: int = BATCH) -> None:
    """Publish `count` initiatives in a database that has none yet, and index them.

    Needs the migrations and load_places. The moments of publishing rise, ever faster: most is new.
    """
    moderator, _ = User.objects.get_or_create(username="bench", defaults={"is_staff": True})
    generator = Generator(moderator)
    numbers = iter(range(1, count + 1))
    while some := list(islice(numbers, batch_size)):
        batch = Batch()
        for number in some:
            days = DAYS * (number / count) ** 0.5
            generator.fill(batch, number, FIRST_DAY + timedelta(days=days))
        batch.save()
    _set_sequences()
    postings.rebuild()
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # what autovacuum does in the first quiet minute


def _set_sequences() -> None:
    """We gave these their numbers ourselves: the next row must get a free one."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Initiative, Version]):
            cursor.execute(statement)


def main(count: int) -> None:
    """Make the tables of an empty database and fill them; says how long it took."""
    started = time.monotonic()
    call_command("migrate", verbosity=0)
    call_command("load_places", verbosity=0)
    generate(count)
    print(f"{count} initiatives in {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main(int(sys.argv[1]))
