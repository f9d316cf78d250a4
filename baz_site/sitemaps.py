"""What search engines are told to visit: an index, and parts of the site that it names."""

from __future__ import annotations

from datetime import datetime

from django.contrib import sitemaps
from django.contrib.sitemaps import views
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from initiatives.finding.index import current_index
from initiatives.models import Initiative
from pages.models import Page
from places.models import Municipality
from roadshow.models import RoadshowEvent
from stories.models import Story, TestBed

XML = "application/xml"
PART = 5_000  # initiatives; what is quick to make, far below the 50,000 that are allowed
PAGES = [
    *("home", "initiatives:list", "initiatives:map", "initiatives:submit"),
    *("audiences:overview", "workshops:overview", "workshops:coaching", "roadshow:overview"),
    *("agenda:agenda", "stories:overview", "stories:tips", "stories:test-beds"),
    *("municipalities", "contact", "privacy", "accessibility", "open-data"),
    *("pages:about", "pages:partners"),
]


class Pages(sitemaps.Sitemap):
    """The pages about the site, the doors to all others, and what began in a crisis."""

    def items(self) -> list[str]:
        """Their addresses; those that staff wrote come last."""
        crises = [crisis.get_absolute_url() for crisis in current_index().crises if crisis.is_shown]
        written = [page.get_absolute_url() for page in Page.objects.about()]
        return [*map(reverse, PAGES), *crises, *written]

    def location(self, item: str) -> str:
        """The address itself."""
        return item


class Municipalities(sitemaps.Sitemap):
    """The page of each municipality of today."""

    def items(self) -> list[str]:
        """The slugs, by name."""
        return list(Municipality.objects.current().order_by("name").values_list("slug", flat=True))

    def location(self, item: str) -> str:
        """The address of its page."""
        return reverse("municipality", args=[item])


class Stories(sitemaps.Sitemap):
    """The page of each story, those that follow too, and of each test bed."""

    def items(self) -> list[Story | TestBed]:
        """Those that may be seen; each knows its own address."""
        return [*Story.objects.public(), *TestBed.objects.filter(is_shown=True)]


class Events(sitemaps.Sitemap):
    """The page of each event of the roadshow that everybody may see."""

    def items(self) -> list[str]:
        """Their words in the address, by time."""
        events = RoadshowEvent.objects.shown().order_by("session__begins_at", "pk")
        return list(events.values_list("slug", flat=True))

    def location(self, item: str) -> str:
        """The address of its page."""
        return reverse("roadshow:event", args=[item])


class Initiatives(sitemaps.Sitemap):
    """What is published of the positions from `start` on. An initiative keeps its position, so it
    stays in its part, whatever is published or withdrawn while a search engine reads."""

    def __init__(self, start: int) -> None:
        self.published = Initiative.objects.published().filter(
            position__gte=start, position__lt=start + PART
        )

    def items(self) -> list[tuple[str, datetime]]:
        """The address of each, and when its text was approved."""
        return list(self.published.values_list("slug", "live_version__assessment__decided_at"))

    def location(self, item: tuple[str, datetime]) -> str:
        """The address of its page."""
        return reverse("initiatives:detail", args=[item[0]])

    def lastmod(self, item: tuple[str, datetime]) -> datetime:
        """When its text was approved."""
        return item[1]

    def get_latest_lastmod(self) -> datetime:
        """The last of those moments, without reading them all."""
        return self.published.aggregate(at=Max("live_version__assessment__decided_at"))["at"]


def sections() -> dict[str, sitemaps.Sitemap]:
    """The parts of the sitemap, by name. This is the place to add one."""
    published = current_index().all
    starts = range(0, published.max() + 1, PART) if published else ()
    return {
        "bladzijden": Pages(),
        "gemeenten": Municipalities(),
        "verhalen": Stories(),
        "on-the-road": Events(),
        **{
            f"initiatieven-{start // PART + 1}": Initiatives(start)
            for start in starts
            if published.range_cardinality(start, start + PART)
        },
    }


def sitemap_index(request: HttpRequest) -> HttpResponse:
    """The addresses of the parts, each with when something in it changed last."""
    # Django's own view would read every address of every part, to count them.
    parts = [
        views.SitemapIndexItem(
            request.build_absolute_uri(reverse("sitemap", args=[name])), part.get_latest_lastmod()
        )
        for name, part in sections().items()
    ]
    return render(request, "sitemap_index.xml", {"sitemaps": parts}, content_type=XML)


def sitemap(request: HttpRequest, section: str) -> HttpResponse:
    """The addresses in one part."""
    return views.sitemap(request, sections(), section)
