"""Keeping the bitmaps that the showcase is found with.

Each change of what the public sees goes through here, in the transaction of that change, and
raises the generation: what was kept or cached for an older one is out of date at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from django.db.models import F
from pyroaring import BitMap

from initiatives.finding.words import keys, plain, words
from initiatives.models import Initiative, Listing, Posting, Showcase, Status, Version, Word

# Where a word stands decides how well it matches.
TITLE, NEAR, STORY = "t", "n", "s"
ALL = "f:alle"
FORMALITY_GROUPS = {1: "informeel", 2: "informeel", 3: "ertussenin", 4: "formeel", 5: "formeel"}
BATCH = 2_000  # rows; enough to be quick, few enough for a small machine


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
        _number_published()
        bitmaps: defaultdict[str, BitMap] = defaultdict(BitMap)
        count = 0
        for batch in _batches():
            listings = []
            for initiative in batch:
                found_by = _keys_of(initiative.live_version)
                listings.append(_listing(initiative, found_by))
                for key in found_by:
                    bitmaps[key].add(initiative.position)
            Listing.objects.bulk_create(listings)
            count += len(listings)
        _save_bitmaps(bitmaps)
        showcase.positions = _last_position() + 1
        showcase.generation += 1
        showcase.save()
    return count


def _lock_showcase() -> Showcase:
    Showcase.objects.get_or_create(id=1)
    return Showcase.objects.select_for_update().get(id=1)


def _keys_of(version: Version) -> set[str]:
    """All that the live version of an initiative is found by."""
    municipality = version.municipality
    near = [version.summary, version.spot, *(theme.name for theme in version.themes.all())]
    found_by = {ALL, f"f:samen:{version.meeting}", f"f:bezig:{version.running}"}
    found_by |= {f"f:thema:{theme.slug}" for theme in version.themes.all()}
    found_by |= {f"f:voor:{group.slug}" for group in version.target_groups.all()}
    if municipality:
        near += [municipality.name, municipality.province.name, *municipality.postcodes]
        found_by |= {f"f:gemeente:{municipality.nis}", f"f:provincie:{municipality.province.slug}"}
    formality = version.assessment.formality
    if formality:
        found_by.add(f"f:vorm:{FORMALITY_GROUPS[formality]}")
    for field, texts in ((TITLE, [version.title]), (NEAR, near), (STORY, [version.story])):
        found_by |= {
            f"{field}:{key}" for text in texts for word in words(text) for key in keys(word)
        }
    return found_by


def _move(position: int, *, came: set[str], went: set[str]) -> None:
    """Set the bit of `position` in the bitmaps of `came`, and clear it in those of `went`."""
    postings = Posting.objects.in_bulk(came | went)
    changed = []
    for key in came | went:
        bits = _bitmap(postings[key]) if key in postings else BitMap()
        if key in came:
            bits.add(position)
        else:
            bits.discard(position)
        changed.append(Posting(key=key, bits=bits.serialize()))
    _save(changed)
    _remember_words(came)


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
    """The words that can be resembled: those that stand in a title or near it."""
    texts = {key[2:] for key in posting_keys if key[0] in (TITLE, NEAR) and not key[2:].isdigit()}
    Word.objects.bulk_create(
        [Word(text=text) for text in texts], ignore_conflicts=True, batch_size=BATCH
    )


def _bitmap(posting: Posting) -> BitMap:
    return BitMap.deserialize(bytes(posting.bits))


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


def _number_published() -> None:
    """Give positions in the order of first publication to all that ever was published."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE initiatives_initiative SET position = NULL")
        cursor.execute(
            "UPDATE initiatives_initiative i SET position = o.number - 1 FROM (SELECT id, "
            "row_number() OVER (ORDER BY published_at, id) AS number FROM initiatives_initiative "
            "WHERE published_at IS NOT NULL) o WHERE o.id = i.id"
        )


def _last_position() -> int:
    last = Initiative.objects.filter(position__isnull=False).order_by("-position").first()
    return last.position if last else -1


def _batches() -> Iterator[list[Initiative]]:
    found = (
        Initiative.objects.filter(status=Status.PUBLISHED)
        .select_related("live_version__municipality__province", "live_version__assessment")
        .prefetch_related("live_version__themes", "live_version__target_groups")
        .order_by("position")
    )
    last = -1
    while batch := list(found.filter(position__gt=last)[:BATCH]):
        yield batch
        last = batch[-1].position
