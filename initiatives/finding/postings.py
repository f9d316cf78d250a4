"""Keeping the bitmaps that the showcase is found with.

Each change of what the public sees goes through here, in the transaction of that change, and
raises the generation: what was kept or cached for an older one is out of date at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from django.db.models import F
from psycopg2.extras import execute_values
from pyroaring import BitMap

from initiatives.finding.words import keys, plain, words
from initiatives.models import Initiative, Listing, Posting, Showcase, Status, Version, Word
from places.models import Municipality

# Where a word stands decides how well it matches.
TITLE, NEAR, STORY = "t", "n", "s"
ALL = "f:alle"
FORMALITY_GROUPS = {1: "informeel", 2: "informeel", 3: "ertussenin", 4: "formeel", 5: "formeel"}
BATCH = 500  # rows; enough to be quick, few enough for a small machine


def refresh(initiative: Initiative) -> None:
    """Bring the index up to date with `initiative`, published or not. Call it in the transaction
    of the change, with the initiative locked."""
    showcase = _lock_showcase()
    listing = Listing.objects.filter(initiative=initiative).first()
    before = set(listing.keys) if listing else set()
    after: set[str] = set()
    if initiative.status == Status.PUBLISHED:
        if initiative.position is None:
            initiative.position = showcase.positions
            Initiative.objects.filter(pk=initiative.pk).update(position=showcase.positions)
            showcase.positions += 1
        after = _keys_of(initiative.live_version)
        Listing.objects.update_or_create(
            initiative=initiative,
            defaults={
                "position": initiative.position,
                "sort_title": _sort_title(initiative.live_version),
                "keys": sorted(after),
            },
        )
    elif listing:
        listing.delete()
    if before or after:
        _move(initiative.position, came=after - before, went=before - after)
    showcase.generation += 1
    showcase.save()


def touch() -> None:
    """Something else that the public sees has changed: a theme's name, a name no longer shown."""
    with transaction.atomic():
        _lock_showcase()
        Showcase.objects.update(generation=F("generation") + 1)


def rebuild() -> int:
    """Make the whole index anew from what is published; returns how many initiatives it holds.
    Readers see the old one until it is done."""
    with transaction.atomic():
        showcase = _lock_showcase()
        for model in (Listing, Posting, Word):
            model.objects.all().delete()
        _number_published(showcase)
        bitmaps: defaultdict[str, BitMap] = defaultdict(BitMap)
        count = 0
        for batch in _batches():
            listings = []
            for initiative in batch:
                found_by = _keys_of(initiative.live_version)
                listings.append(_listing(initiative, found_by))
                for key in found_by:
                    bitmaps[key].add(initiative.position)
            _write(listings)
            count += len(listings)
        _save_bitmaps(bitmaps)
        showcase.positions = max(showcase.positions, _last_position() + 1)
        showcase.generation += 1
        showcase.save()
    return count


def _lock_showcase() -> Showcase:
    Showcase.objects.get_or_create(id=1)
    return Showcase.objects.select_for_update().get(id=1)


def _keys_of(version: Version) -> set[str]:
    """All that the live version of an initiative is found by, but for the names of its themes and
    groups: those may change, and are the same for many (Index.names)."""
    found_by = {ALL, f"f:samen:{version.meeting}", f"f:bezig:{version.running}"}
    found_by |= {f"f:thema:{theme.pk}" for theme in version.themes.all()}
    found_by |= {f"f:voor:{group.pk}" for group in version.target_groups.all()}
    if version.municipality:
        place = version.municipality.current
        found_by |= {f"f:gemeente:{place.nis}", f"f:provincie:{place.province.slug}"}
    if version.crisis_id:
        found_by.add(f"f:crisis:{version.crisis_id}")
    formality = version.assessment.formality
    if formality:
        found_by.add(f"f:vorm:{FORMALITY_GROUPS[formality]}")
    near = [version.summary, version.spot, *names_of_place(version.municipality)]
    story = [version.story, *version.crisis_words]
    for field, texts in ((TITLE, [version.title]), (NEAR, near), (STORY, story)):
        for text in texts:
            found_by |= word_keys(field, text)
    return found_by


def word_keys(field: str, text: str) -> set[str]:
    """All that `text`, standing in `field`, is found by."""
    return {f"{field}:{key}" for word in set(words(text)) for key in keys(word)}


def prominent_words(posting_keys: Iterable[str]) -> set[str]:
    """The words among `posting_keys` that stand in a title or near it, without the numbers: those
    that can be resembled."""
    return {key[2:] for key in posting_keys if key[0] in (TITLE, NEAR) and not key[2:].isdecimal()}


def names_of_place(municipality: Municipality | None) -> list[str]:
    """All that people call a municipality: also in French, and as before it merged."""
    if municipality is None:
        return []
    place = municipality.current
    names = [place.name, place.name_fr, place.province.name, *place.postcodes, municipality.name]
    return [*names, *(former.name for former in place.predecessors.all())]


def _move(position: int, *, came: set[str], went: set[str]) -> None:
    """Set the bit of `position` in the bitmaps of `came`, and clear it in those of `went`."""
    postings = Posting.objects.in_bulk(came | went)
    changed, emptied = [], set()
    for key in came | went:
        bits = _bitmap(postings[key]) if key in postings else BitMap()
        if key in came:
            bits.add(position)
        else:
            bits.discard(position)
        if bits:
            changed.append(Posting(key=key, bits=bits.serialize()))
        else:
            emptied.add(key)
    _save(changed)
    _remember_words(came)
    # A word that only something erased held may be a name: it goes too.
    Posting.objects.filter(pk__in=emptied).delete()
    gone = prominent_words(emptied)
    still = Posting.objects.filter(pk__in=[f"{at}:{text}" for text in gone for at in (TITLE, NEAR)])
    Word.objects.filter(pk__in=gone - prominent_words(still.values_list("key", flat=True))).delete()


def _save_bitmaps(bitmaps: dict[str, BitMap]) -> None:
    batch: list[Posting] = []
    for key, bits in bitmaps.items():
        bits.run_optimize()
        batch.append(Posting(key=key, bits=bits.serialize()))
        if len(batch) == BATCH:
            _save(batch)
            batch = []
    _save(batch)
    _remember_words(bitmaps)


def _save(postings: list[Posting]) -> None:
    Posting.objects.bulk_create(
        postings, update_conflicts=True, unique_fields=["key"], update_fields=["bits"]
    )


def _remember_words(posting_keys: Iterable[str]) -> None:
    texts = [Word(text=text) for text in prominent_words(posting_keys)]
    Word.objects.bulk_create(texts, ignore_conflicts=True, batch_size=BATCH)


def _bitmap(posting: Posting) -> BitMap:
    return BitMap.deserialize(bytes(posting.bits))


def _write(listings: list[Listing]) -> None:
    """Write new rows. Their keys are many, and hold no space: Django would prepare each of them."""
    insert = "INSERT INTO initiatives_listing (initiative_id, position, sort_title, keys) VALUES %s"
    rows = [(row.pk, row.position, row.sort_title, " ".join(row.keys)) for row in listings]
    with connection.cursor() as cursor:
        execute_values(cursor, insert, rows, "(%s, %s, %s, string_to_array(%s, ' '))")


def _listing(initiative: Initiative, found_by: set[str]) -> Listing:
    return Listing(
        initiative=initiative,
        position=initiative.position,
        sort_title=_sort_title(initiative.live_version),
        keys=sorted(found_by),
    )


def _sort_title(version: Version) -> str:
    # "'t Half uurtje" is looked for under the h.
    return plain(version.title).lstrip("'’‘\"“ ").removeprefix("t ")[:80]


def _number_published(showcase: Showcase) -> None:
    """Give positions in the order of first publication to what was published but has none. Those
    that have one keep it: whoever is publishing at this moment holds their rows."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE initiatives_initiative i SET position = %s + o.number - 1 FROM (SELECT id, "
            "row_number() OVER (ORDER BY published_at, id) AS number FROM initiatives_initiative "
            "WHERE published_at IS NOT NULL AND position IS NULL) o WHERE o.id = i.id",
            [showcase.positions],
        )


def _last_position() -> int:
    last = Initiative.objects.filter(position__isnull=False).order_by("-position").first()
    return last.position if last else -1


def _batches() -> Iterator[list[Initiative]]:
    """What is published, a few at a time, with all that _keys_of asks."""
    every = Municipality.objects.select_related("province", "successor__province")
    places = every.prefetch_related("predecessors", "successor__predecessors").in_bulk()
    found = (
        Initiative.objects.filter(status=Status.PUBLISHED)
        .select_related("live_version__assessment")
        .prefetch_related("live_version__themes", "live_version__target_groups")
        .order_by("position")
    )
    last = -1
    while batch := list(found.filter(position__gt=last)[:BATCH]):
        for initiative in batch:
            version = initiative.live_version
            # One object for all that happens there, instead of one for each.
            version.municipality = places.get(version.municipality_id)
        yield batch
        last = batch[-1].position
