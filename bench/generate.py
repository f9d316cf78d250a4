"""Fills a database with published initiatives, as uneven as in life: `python -m bench.generate N`

The same N gives the same content, except for keys and moments of saving. Rows go in as the
database's own rules want them: a version and the assessment that accepts it before the initiative
that shows it.
"""

from __future__ import annotations

import random
import sys
import time
import uuid
from collections import Counter
from datetime import UTC, datetime, timedelta

import django

if __name__ == "__main__":
    django.setup()

from django.contrib.auth.models import User
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import TextChoices
from django.utils.text import slugify
from faker import Faker

from bench import roadshow
from bench.copying import Rows
from bench.language import Language, zipf
from initiatives.consents import TEXT_VERSION, TEXTS
from initiatives.finding import postings
from initiatives.models import (
    Assessment,
    Consent,
    Contact,
    Crisis,
    CrisisReason,
    CrisisSupport,
    Initiative,
    Lasted,
    Meeting,
    Photo,
    Running,
    Status,
    TargetGroup,
    Theme,
    Version,
    VersionPhoto,
    new_link_key,
)
from initiatives.slugs import RESERVED
from places.models import Municipality

SEED = 2020
BATCH = 2000  # initiatives in one transaction: memory stays small
FIRST_DAY = datetime(2012, 1, 1, tzinfo=UTC)
DAYS = 14 * 365
# Where most people live, first; the others follow in an order of chance.
CITIES = ["Antwerpen", "Gent", "Brugge", "Leuven", "Mechelen", "Aalst", "Hasselt", "Oostende"]
MEETINGS = {Meeting.ON_SITE: 78, Meeting.BOTH: 12, Meeting.ONLINE: 8, Meeting.UNDECIDED: 2}
RUNNING = {Running.YES: 62, Running.SOMETIMES: 13, Running.ENDED: 20, Running.UNKNOWN: 5}
FORMALITY = {1: 30, 2: 25, 3: 15, 4: 10, 5: 12, None: 8}
CHOICES = {1: 55, 2: 33, 3: 12}  # how many themes, how many groups
PHOTOS = {0: 35, 1: 30, 2: 12, 3: 9, 4: 6, 5: 5, 6: 3}
SIZES = [(1600, 1200), (1200, 1600), (1600, 900), (1280, 960), (800, 600), (640, 480)]
COSTS = [
    "",
    "",
    "",
    "Niets, behalve tijd.",
    "Ongeveer 50 euro in de maand.",
    "Een paar potten verf.",
]
CORONA_YEARS = {2020, 2021}
CRITERIA = ("bottom_up", "agency", "beyond_self")


class Generator:
    """Makes initiatives 1, 2, 3 ... of which the places, themes and groups are in the database.
    They wait in `tables`, in the order in which they can be written."""

    def __init__(self, moderator: User) -> None:
        self._chance = random.Random(SEED)  # noqa: S311 - content, not secrets
        self._language = Language(self._chance)
        fake = Faker("nl_BE")
        fake.seed_instance(SEED)
        self._names = [fake.name() for _ in range(3000)]
        self._streets = [fake.street_name() for _ in range(3000)]
        self._moderator = moderator.pk
        self._themes = list(Theme.objects.values_list("pk", flat=True))
        self._groups = list(TargetGroup.objects.values_list("pk", flat=True))
        self._corona = Crisis.objects.get(slug="corona").pk
        self._places = self._municipalities()
        self._place_weights = zipf(len(self._places), 0.9)
        self._used_slugs: Counter[str] = Counter(RESERVED)

        verdicts = [f"{name}_{part}" for name in CRITERIA for part in ("verdict", "reason")]
        self._versions = Rows(
            Version,
            *("id", "initiative_id", "sent_at", "title", "summary", "story", "needs", "costs"),
            *("meeting", "municipality_id", "spot", "running", "start_year"),
            *(f"{name}_answer" for name in CRITERIA),
            *("contact_name", "website", "crisis_id", "crisis_reasons", "crisis_reasons_words"),
            *("crisis_support", "crisis_support_words", "crisis_meaning", "crisis_lasted"),
            "crisis_lasted_words",
        )
        self._assessments = Rows(
            Assessment,
            *("version_id", "formality", "decision", "decided_at", "decided_by_id", *verdicts),
        )
        self._initiatives = Rows(
            Initiative,
            *("id", "uuid", "slug", "status", "live_version_id", "link_key", "published_at"),
        )
        self._contacts = Rows(
            Contact, "initiative_id", "name", "email", "show_name", "email_confirmed_at"
        )
        self._consents = Rows(Consent, "initiative_id", "kind", "text_version", "text")
        self._photos = Rows(Photo, "id", "initiative_id", "picture", "width", "height")
        self._version_photos = Rows(
            VersionPhoto, "version_id", "photo_id", "position", "alt", "people"
        )
        self._version_themes = Rows(Version.themes.through, "version_id", "theme_id")
        self._version_groups = Rows(Version.target_groups.through, "version_id", "targetgroup_id")
        self.tables = [
            *(self._versions, self._assessments, self._initiatives, self._contacts, self._consents),
            *(self._photos, self._version_photos, self._version_themes, self._version_groups),
        ]

    def add(self, number: int, published_at: datetime) -> None:
        """Make initiative `number` and all that belongs to it."""
        meeting = self._one_of(MEETINGS)
        place = None
        if meeting != Meeting.ONLINE:
            place = self._chance.choices(self._places, cum_weights=self._place_weights)[0]
        name = place.name if place else "Vlaanderen"
        title = self._language.title(name)
        shown_name = self._chance.choice(self._names) if self._chance.random() < 0.4 else ""
        answers = [self._language.answer(name) for _ in CRITERIA]
        self._add_version(number, published_at, title, meeting, place, answers, shown_name)
        self._assessments.add(
            *(number, self._one_of(FORMALITY), "publish", published_at, self._moderator),
            *(part for answer in answers for part in ("meets", answer[:300])),
        )
        self._initiatives.add(
            *(number, self._key(), self._slug(title), Status.PUBLISHED, number),
            *(new_link_key(), published_at),
        )
        person = shown_name or self._names[number % len(self._names)]
        email = f"mens{number}@example.org"
        self._contacts.add(number, person, email, bool(shown_name), published_at)
        terms = Consent.Kind.TERMS
        self._consents.add(number, terms, TEXT_VERSION, TEXTS[terms])
        self._add_photos(number)
        for rows, entries in (
            (self._version_themes, self._themes),
            (self._version_groups, self._groups),
        ):
            weights = zipf(len(entries))
            chosen = self._chance.choices(entries, cum_weights=weights, k=self._one_of(CHOICES))
            for entry in dict.fromkeys(chosen):
                rows.add(number, entry)

    def _add_version(
        self,
        number: int,
        sent_at: datetime,
        title: str,
        meeting: str,
        place: Municipality | None,
        answers: list[str],
        shown_name: str,
    ) -> None:
        chance, language = self._chance, self._language
        name = place.name if place else "Vlaanderen"
        self._versions.add(
            *(number, number, sent_at, title, language.summary(name), language.story(name)),
            language.summary(name) if chance.random() < 0.5 else "",
            *(chance.choice(COSTS), meeting, place and place.pk),
            chance.choice(self._streets) if place and chance.random() < 0.6 else "",
            *(self._one_of(RUNNING), sent_at.year - int(chance.expovariate(0.5))),
            *answers,
            shown_name,
            f"https://www.example.org/{number}" if chance.random() < 0.25 else "",
            *self._crisis_answers(sent_at, name),
        )

    def _crisis_answers(self, sent_at: datetime, name: str) -> list[object]:
        """What was told about corona, by most of what began in its two years."""
        if sent_at.year not in CORONA_YEARS or self._chance.random() < 0.3:
            return [None, "{}", "", "{}", "", "", "", ""]
        words = [self._language.answer(name)[:600] for _ in range(4)]
        lasted = self._chance.choice(["", *Lasted.values])
        return [
            *(self._corona, self._some_of(CrisisReason), words[0]),
            *(self._some_of(CrisisSupport), words[1], words[2], lasted, words[3]),
        ]

    def _some_of(self, choices: type[TextChoices]) -> str:
        """Some choices, as an array of Postgres."""
        chosen = self._chance.sample(choices.values, self._one_of(CHOICES))
        return "{" + ",".join(chosen) + "}"

    def _add_photos(self, number: int) -> None:
        for position in range(self._one_of(PHOTOS)):
            key = self._key()
            self._photos.add(key, number, f"fotos/{key}/foto.jpg", *self._chance.choice(SIZES))
            alt = self._language.answer("de buurt")[:250]
            self._version_photos.add(number, key, position, alt, VersionPhoto.People.NONE)

    def _municipalities(self) -> list[Municipality]:
        places = {place.name: place for place in Municipality.objects.current().order_by("nis")}
        rest = sorted(places.keys() - set(CITIES))
        self._chance.shuffle(rest)
        return [places[name] for name in [*CITIES, *rest] if name in places]

    def _one_of(self, weights: dict) -> object:
        return self._chance.choices(list(weights), list(weights.values()))[0]

    def _key(self) -> uuid.UUID:
        return uuid.UUID(int=self._chance.getrandbits(128), version=4)

    def _slug(self, title: str) -> str:
        slug = slugify(title)[:80].strip("-") or "initiatief"
        self._used_slugs[slug] += 1
        times = self._used_slugs[slug]
        return slug if times == 1 else f"{slug}-{times}"


def generate(count: int, *, batch_size: int = BATCH) -> None:
    """Publish `count` initiatives in a database that has none yet, and index them.

    Needs the migrations and load_places. The moments of publishing rise, ever faster: most is new.
    """
    moderator, _ = User.objects.get_or_create(username="bench", defaults={"is_staff": True})
    generator = Generator(moderator)
    for first in range(1, count + 1, batch_size):
        for number in range(first, min(first + batch_size, count + 1)):
            days = DAYS * (number / count) ** 0.5
            generator.add(number, FIRST_DAY + timedelta(days=days))
        with transaction.atomic():  # keys between tables are checked at its end
            for rows in generator.tables:
                rows.write()
    _set_sequences()
    postings.rebuild()
    roadshow.generate()


def _set_sequences() -> None:
    """We gave these their numbers ourselves: the next row must get a free one."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), [Initiative, Version]):
            cursor.execute(statement)


def main(count: int) -> None:
    """Make the tables of an empty database and fill them; says how long it took."""
    started = time.monotonic()
    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("load_places", verbosity=0)
    generate(count)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")  # what autovacuum does in the first quiet minute
    print(f"{count} initiatives in {time.monotonic() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main(int(sys.argv[1]))
