"""What search engines are told to visit, and what not."""

from xml.etree import ElementTree

import pytest
from protego import Protego

from baz_site import sitemaps
from initiatives import moderation
from initiatives.models import Initiative, Status
from tests import factories
from tests.roadshow.factories import event

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
# The parts that are there without any initiative.
ALWAYS = ("bladzijden", "gemeenten", "verhalen", "on-the-road")


def named(client, address: str = "/sitemap.xml") -> dict[str, str | None]:
    """The addresses that a sitemap names, each with its lastmod."""
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    assert dict(response.cookies) == {}
    return {
        entry.findtext("s:loc", namespaces=NAMESPACE): entry.findtext(
            "s:lastmod", namespaces=NAMESPACE
        )
        for entry in ElementTree.fromstring(response.content)
    }


def all_named(client) -> list[str]:
    """The addresses in all parts, one after the other."""
    parts = [part.removeprefix(SITE) for part in named(client)]
    return [address.removeprefix(SITE) for part in parts for address in named(client, part)]


def test_every_page_is_named_once_and_opens(client):
    for status in Status:
        factories.initiative(status)
    factories.published(title="Groenpark")
    on_the_road = event().get_absolute_url()
    event("Niet klaar", status="draft")
    pages = all_named(client)
    published = [shown.get_absolute_url() for shown in Initiative.objects.published()]
    assert pages == [
        *("/", "/inspireer-elkaar/", "/inspireer-elkaar/kaart/", "/inspireer-elkaar/aanmelden/"),
        *("/baz-inspireert/", "/baz-inspireert/workshops/", "/baz-inspireert/coaching/"),
        *("/baz-inspireert/roadshow/", "/agenda/"),
        *("/verhalen/", "/verhalen/tips/", "/verhalen/proeftuinen/"),
        *("/gemeenten/", "/contact/", "/privacy/", "/toegankelijkheid/", "/open-data/"),
        *("/over/", "/over/partners/"),
        *("/inspireer-elkaar/crisis/corona/", "/gemeenten/nijlen/"),
        on_the_road,
        *published,
    ]
    assert len(published) == 2
    assert {client.get(page).status_code for page in pages} == {200}


def test_when_it_changed(client):
    shown = factories.published()
    at = shown.live_version.assessment.decided_at
    day = f"{at:%Y-%m-%d}"
    assert named(client, "/sitemap-initiatieven-1.xml") == {SITE + shown.get_absolute_url(): day}
    assert named(client)[f"{SITE}/sitemap-initiatieven-1.xml"].startswith(day)


def test_each_stays_in_its_part(client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PART", 2)
    shown = [factories.published(title=f"Soep {number}") for number in range(5)]
    whole = all_named(client)
    second = named(client, "/sitemap-initiatieven-2.xml")
    moderation.withdraw(initiative=shown[0])
    assert named(client, "/sitemap-initiatieven-2.xml") == second
    assert set(all_named(client)) == set(whole) - {shown[0].get_absolute_url()}
    moderation.withdraw(initiative=shown[1])
    parts = [f"{SITE}/sitemap-{name}.xml" for name in (*ALWAYS, *_numbered(2, 3))]
    assert list(named(client)) == parts


def _numbered(*numbers: int) -> list[str]:
    return [f"initiatieven-{number}" for number in numbers]


@pytest.mark.parametrize("name", ["x", "initiatieven-1", "initiatieven-99", "%00", "'"])
def test_a_part_that_is_not_there(client, name):
    assert client.get(f"/sitemap-{name}.xml").status_code in {400, 404}


def test_an_empty_showcase(client):
    assert named(client) == {f"{SITE}/sitemap-{name}.xml": None for name in ALWAYS}


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(client, rows, django_assert_num_queries):
    for number in range(rows):
        factories.published(title=f"Soep {number}")
    client.get("/sitemap.xml")  # what each process reads once
    with django_assert_num_queries(2):  # the generation; the last change
        client.get("/sitemap.xml")
    with django_assert_num_queries(2):  # the generation; the addresses
        client.get("/sitemap-initiatieven-1.xml")


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("/", True),
        ("/inspireer-elkaar/", True),
        ("/inspireer-elkaar/soep-op-de-stoep/", True),
        ("/inspireer-elkaar/kaart/", True),
        ("/inspireer-elkaar/feed/", True),
        ("/inspireer-elkaar/aanmelden/", True),
        ("/inspireer-elkaar/aanmelden/abc/kort/", False),
        ("/inspireer-elkaar/mijn/abc/", False),
        ("/inspireer-elkaar/bevestigen/abc/", False),
        ("/inspireer-elkaar/link-vragen/", False),
        ("/inspireer-elkaar/?thema=samen-eten", False),
        ("/inspireer-elkaar/kaart/?q=soep", False),
        ("/inspireer-elkaar/feed/?q=soep", False),
        ("/zoeken/", True),
        ("/zoeken/?zoek=soep", False),
        ("/open-data/", True),
        ("/open-data/?q=soep", False),
        ("/open-data/initiatieven.csv", False),
        ("/admin/", False),
        ("/static/css/base.css", True),
    ],
)
def test_what_search_engines_may_visit(client, address, may):
    response = client.get("/robots.txt")
    assert (response["Content-Type"], dict(response.cookies)) == ("text/plain; charset=utf-8", {})
    assert Protego.parse(response.content.decode()).can_fetch(SITE + address, "zoeker") == may


def test_robots_name_the_sitemap(client, settings):
    settings.SITE_URL = "https://baz.example"
    rules = Protego.parse(client.get("/robots.txt").content.decode())
    assert list(rules.sitemaps) == ["https://baz.example/sitemap.xml"]
