"""A secret in every private field, and a walk along every public address to look for them."""

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.conf import settings
from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import SlugConverter, UUIDConverter

from audiences.models import SLUGS
from baz_site.sitemaps import sections
from initiatives.models import FormerSlug, Initiative, Photo, Status
from places.models import Municipality
from roadshow.models import Inspired, RoadshowEvent
from stories.models import TestBed
from tests import factories
from tests.database import tables_with
from tests.initiatives.hidden import Secrets, published, unpublished
from tests.open_data.reading import body
from tests.roadshow import factories as roadshow

LIST = "/inspireer-elkaar/"
# What answers the same questions as the list.
OPEN = [
    f"{LIST}feed/",
    "/open-data/",
    "/open-data/initiatieven.json",
    "/open-data/initiatieven.csv",
]


@pytest.fixture
def secrets(db):
    secrets = Secrets()
    published(secrets, edit_is_sent=False)
    published(secrets, edit_is_sent=True)
    for status in set(Status) - {Status.PUBLISHED}:
        unpublished(secrets, status)
    call_command("load_doors", verbosity=0)
    test_bed = TestBed.objects.create(title="Proeftuin", slug="proeftuin", is_shown=True)
    event = roadshow.past_event("Nijlen")
    for initiative in Initiative.objects.all():
        event.practices.create(initiative=initiative)
        Inspired.objects.create(initiative=initiative, event=event)
        test_bed.tried.create(title="Geprobeerd", practice=initiative)
    moderator = factories.moderator()
    moderator.email = f"{secrets.new('address of staff')}@example.org"
    moderator.save()
    return secrets


def addresses(patterns: list, prefix: str = "/") -> Iterator[str]:
    """Every address that opens without a token, with each thing that could stand in it."""
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            # The agenda and pages of staff know no initiatives (tests/test_architecture.py).
            if pattern.namespace not in {"admin", "agenda", "pages"}:
                yield from addresses(pattern.url_patterns, prefix + str(pattern.pattern))
        elif isinstance(pattern, URLPattern) and "token" not in pattern.pattern.converters:
            yield from filled_in(prefix + str(pattern.pattern), pattern.pattern.converters)


def filled_in(route: str, converters: dict) -> Iterator[str]:
    if not converters:
        yield route
        return
    kinds = {name: type(converter) for name, converter in converters.items()}
    if set(kinds) == {"section"}:
        yield from (route.replace("<section>", section) for section in sections())
        return
    if route.startswith("/gemeenten/"):
        slugs = Municipality.objects.values_list("slug", flat=True)
        yield from (route.replace("<slug:slug>", slug) for slug in [*slugs, "nergens"])
    elif "<door:slug>" in route:
        yield from (route.replace("<door:slug>", slug) for slug in SLUGS.values())
    elif route.startswith("/baz-inspireert/roadshow/"):
        slugs = RoadshowEvent.objects.values_list("slug", flat=True)
        yield from (route.replace("<slug:slug>", slug) for slug in slugs)
    elif "/crisis/" in route:
        yield route.replace("<slug:slug>", "corona")
    elif route.startswith("/verhalen/"):
        yield from of_stories(route)
    elif kinds == {"slug": SlugConverter}:
        slugs = Initiative.objects.exclude(slug=None).values_list("slug", flat=True)
        former = FormerSlug.objects.values_list("slug", flat=True)
        yield from (route.replace("<slug:slug>", slug) for slug in [*slugs, *former, "nergens"])
    elif kinds.get("photo_id") is UUIDConverter:
        for photo in Photo.objects.all():
            address = route.replace("<uuid:photo_id>", str(photo.pk))
            yield from (address.replace("<str:name>", name) for name in photo_names(photo))
    else:
        pytest.fail(f"What can stand in {route}? Tell it here, so that this test looks there too.")


def of_stories(route: str) -> Iterator[str]:
    """The addresses of test beds, which show practices; of stories and their pictures, which know
    none, one each."""
    if "<slug:slug>" in route:
        slugs = TestBed.objects.values_list("slug", flat=True)
        yield from (route.replace("<slug:slug>", slug) for slug in slugs)
    else:
        route = route.replace("<int:number>", "1").replace("<str:name>", "foto.jpg")
        yield route.replace("<uuid:portrait_id>", str(uuid4()))


def photo_names(photo: Photo) -> list[str]:
    return ["foto.jpg", *(f"{width}w.avif" for width in photo.widths), "800w.webp"]


def everywhere() -> list[str]:
    queries = [
        *("q=soep", "q=nijlen", "q=2560", "q=zwijg", "bladzijde=2", "bladzijde=99", "volgorde=a-z"),
        *("thema=samen-eten", "voor=ouderen", "provincie=antwerpen", "gemeente=nijlen", "x=y"),
    ]
    seen = [*addresses(get_resolver().url_patterns)]
    return [
        *seen,
        *(f"{page}?{query}" for page in (LIST, *OPEN) for query in queries),
        *(f"/oembed/?url={settings.SITE_URL}{url}&format=json" for url in seen),
        *(f"/oembed/?url={settings.SITE_URL}{url}&format=xml" for url in seen),
        *(f"/gemeenten/?zoek={text}" for text in ("nijlen", "2560", "zwijg", "soep")),
        *("/feed/", "/media/", "/admin/", "/admin/login/"),
        *(f"/media/{photo.picture.name}" for photo in Photo.objects.all()),
        *(f"{LIST}mijn/x/", f"{LIST}bevestigen/x/", f"{LIST}aanmelden/x/kort/"),
    ]


def test_every_secret_could_leak(secrets):
    assert [place for word, place in secrets.hidden.items() if not tables_with(word)] == []
    assert len(secrets.hidden) > 100


def test_no_address_tells_one(secrets, client):
    seen = everywhere()
    for url in seen:
        response = client.get(url, follow=True)
        text = (
            body(response).decode("latin-1") + str(response.headers) + str(response.redirect_chain)
        )
        assert (url, secrets.found_in(text)) == (url, [])
    # What is public is there, so the walk came past it.
    assert sum(url.startswith("/foto/") for url in seen) >= Photo.objects.count() * 2
    assert client.get(LIST).content.decode().count("Soep op de stoep</a>") == 2
    assert sum(url.endswith("/bericht/verstuurd/") for url in seen) >= 2
    for url in set(OPEN) - {"/open-data/"}:
        assert (url, body(client.get(url)).count(b"Soep op de stoep")) == (url, 2)


def test_no_search_finds_one(secrets, client):
    unknown = "woorddatnergensstaat"
    for url in (LIST, *OPEN):
        nothing = but_for(unknown, body(client.get(url, {"q": unknown})))
        for word, place in secrets.hidden.items():
            # But for the word itself, which the field shows, it is the page for a word unknown.
            page = but_for(word, body(client.get(url, {"q": word})))
            assert (url, place, page) == (url, place, nothing)


def but_for(word: str, page: bytes) -> str:
    """A page without a word that was looked for, and without what differs at each visit."""
    return re.sub(r"urn:uuid:[0-9a-f-]+|T[\d:]+\+00:00", "", page.decode().replace(word, ""))


def test_only_photos_of_what_is_online_open(secrets, client):
    online = set(
        Photo.objects.filter(versions__live_for__status=Status.PUBLISHED).values_list(
            "pk", flat=True
        )
    )
    opened = {
        photo.pk
        for photo in Photo.objects.all()
        if client.get(f"/foto/{photo.pk}/foto.jpg").status_code == 200
    }
    assert (opened, len(online)) == (online, 2)


def test_the_style_guide_shows_nothing_real(secrets, client, settings):
    settings.DEBUG = True
    page = client.get("/stijlgids/")
    assert (page.status_code, secrets.found_in(page.content.decode())) == (200, [])


def test_a_walk_that_meets_a_secret_says_where():
    secrets = Secrets()
    word = secrets.new("published: phone")
    assert secrets.found_in(f"<p>{word.upper()}</p>") == ["published: phone"]
