"""What is new in the showcase, for programs that people read news with: an Atom feed (RFC 4287)
of each question that the list answers."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from django.conf import settings
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape

from initiatives.finding.index import Index
from initiatives.finding.query import Query
from initiatives.finding.results import Results
from initiatives.models import Status, Version

FEED, LIST = "initiatives:feed", "initiatives:list"
MOST = 30
NAME = "Inspireer elkaar"
SUBTITLE = "Wat burgers voor elkaar doen. Het nieuwste staat eerst."
LOST_TITLE = "Dit filter bestaat niet meer"
LOST = (
    "Je volgt een lijst met een filter dat niet (meer) bestaat. Misschien kreeg een thema een "
    "andere naam. Open de lijst, kies opnieuw, en volg die lijst."
)
# What was never updated has to say since when: the year of the report it all began with.
NEVER = datetime(2020, 1, 1, tzinfo=UTC)
# What XML 1.0 can't hold, not even escaped.
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    """Django's Atom feed; but an empty one stays the same from one moment to the next."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=NEVER)


def feed_of(parameters: QueryDict, index: Index) -> str:
    """The feed of what the `parameters` of the list find, as XML: the newest, or with a place the
    nearest. Where a filter does not exist, it says so; and where that would leave more than was
    asked, it holds nothing else."""
    query = Query.read(parameters, index)
    results = Results(query, index)
    # Programs may go by the address that a feed gives for itself: never the one of another list.
    address = _whole(FEED, parameters.urlencode() if query.asks_unknown else query.unsorted)
    feed = Feed(
        title=_fit(_title(results)),
        link=_whole(LIST, query.unsorted),
        description="",
        subtitle=SUBTITLE,
        language="nl-BE",
        author_name="BurgersAanZet",
        author_link=settings.SITE_URL,
        feed_url=address,
        feed_guid=uuid5(NAMESPACE_URL, address).urn,
    )
    if query.asks_unknown:
        _add_notice(feed, query, address)
    if not query.has_lost:
        _add_entries(feed, results)
    return feed.writeString("utf-8")


def feed_address(query: Query) -> str:
    """The whole address of the feed of what `query` asks."""
    return _whole(FEED, query.unsorted)


def _whole(page: str, asked: str = "") -> str:
    return f"{settings.SITE_URL}{reverse(page)}{'?' if asked else ''}{asked}"


def _title(results: Results) -> str:
    asked = ", ".join(chip.label for chip in results.chips)
    return f"{NAME}: {asked}" if asked and not results.query.asks_unknown else NAME


def _add_notice(feed: Feed, query: Query, address: str) -> None:
    # Readers hide what is old, and show again what is updated: so once a month.
    month = timezone.localtime().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    feed.add_item(
        title=LOST_TITLE,
        link=_whole(LIST, query.unsorted),
        description=LOST,
        unique_id=uuid5(NAMESPACE_URL, f"{address}#lost").urn,
        updateddate=month,
    )


def _add_entries(feed: Feed, results: Results) -> None:
    for version in _versions(results.newest(MOST)):
        initiative = version.live_for
        example = " (Dit is een verzonnen voorbeeld.)" if initiative.is_example else ""
        feed.add_item(
            title=_fit(version.title),
            link=settings.SITE_URL + initiative.get_absolute_url(),
            description=escape(_fit(version.summary) + example),
            pubdate=initiative.published_at,
            updateddate=max(version.assessment.decided_at, initiative.published_at),
            unique_id=initiative.uuid.urn,
            categories=[_fit(theme.name) for theme in results.index.themes_at(initiative.position)],
        )


def _versions(positions: list[int]) -> list[Version]:
    """The live versions of what is published at these positions, newest first."""
    return list(
        Version.objects.filter(live_for__status=Status.PUBLISHED, live_for__position__in=positions)
        .select_related("live_for", "assessment")
        .only(
            *("title", "summary", "assessment__decided_at"),
            *(f"live_for__{name}" for name in ("uuid", "slug", "position", "published_at")),
            "live_for__is_example",
        )
        .order_by("-live_for__position")
    )


def _fit(text: str) -> str:
    """`text` without what XML can't hold."""
    return _UNFIT.sub("", text)
