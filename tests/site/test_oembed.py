"""oEmbed: what another site shows where somebody pastes an address of ours."""

import json
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import pytest

from initiatives import moderation
from initiatives.models import Status
from tests import factories

pytestmark = pytest.mark.django_db
SITE = "https://baz.example"
BAZ = {
    "version": "1.0",
    "author_name": "BurgersAanZet",
    "author_url": SITE,
    "provider_name": "BurgersAanZet",
    "provider_url": SITE,
}
NIJLEN = f"{SITE}/gemeenten/nijlen/"
FRAME = (
    f'<iframe src="{NIJLEN}insluiten/" title="Burgerinitiatieven in Nijlen"'
    ' width="{}" height="{}" loading="lazy" style="border:0"></iframe>'
)


@pytest.fixture(autouse=True)
def site(settings):
    settings.SITE_URL = SITE
    factories.municipality("Nijlen")


def ask(client, url: str, **limits):
    response = client.get("/oembed/", {"url": url, **limits})
    assert response["Access-Control-Allow-Origin"] == "*"
    assert dict(response.cookies) == {}
    return response


def test_a_municipality_is_a_frame(client):
    response = ask(client, NIJLEN)
    assert response["Content-Type"] == "application/json"
    assert response.json() == {
        **BAZ,
        "type": "rich",
        "title": "Burgerinitiatieven in Nijlen",
        "html": FRAME.format(600, 560),
        "width": 600,
        "height": 560,
    }


@pytest.mark.parametrize(
    ("limits", "size"),
    [
        ({"maxwidth": "320"}, (320, 560)),
        ({"maxheight": "200"}, (600, 200)),
        ({"maxwidth": "1", "maxheight": "1"}, (1, 1)),
        ({"maxwidth": "4000", "maxheight": "9" * 5_000}, (600, 560)),
        ({"maxwidth": "", "dnt": "1"}, (600, 560)),
    ],
)
def test_the_frame_stays_within_the_room_there_is(client, limits, size):
    data = ask(client, NIJLEN, **limits).json()
    assert (data["width"], data["height"], data["html"]) == (*size, FRAME.format(*size))


def test_an_initiative_is_a_link_with_its_picture(client):
    shown = factories.published(title='"Soep" & <zo>', photos=1)
    url = f"{SITE}{shown.get_absolute_url()}"
    data = ask(client, url).json()
    assert data == {
        **BAZ,
        "type": "link",
        "title": '"Soep" & <zo>',
        "thumbnail_url": f"{url}deelbeeld.jpg?1",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }
    picture = client.get(data["thumbnail_url"].removeprefix(SITE))
    assert (picture.status_code, picture["Content-Type"]) == (200, "image/jpeg")


@pytest.mark.parametrize("limits", [{"maxwidth": "1199"}, {"maxheight": "629"}])
def test_a_picture_that_does_not_fit_is_left_out(client, limits):
    shown = factories.published()
    data = ask(client, f"{SITE}{shown.get_absolute_url()}", **limits).json()
    assert data == {**BAZ, "type": "link", "title": "Soep op de stoep"}


def test_xml_says_the_same(client):
    shown = factories.published(title='"Soep" & <zo>\x0b')
    for url in (NIJLEN, f"{SITE}{shown.get_absolute_url()}"):
        response = ask(client, url, format="xml")
        assert response["Content-Type"] == "text/xml; charset=utf-8"
        root = ElementTree.fromstring(response.content)
        data = ask(client, url, format="json").json()
        told = {name: str(value).replace("\x0b", "") for name, value in data.items()}
        assert (root.tag, {child.tag: child.text for child in root}) == ("oembed", told)


@pytest.mark.parametrize("name", ["jsonp", "JSON", "yaml", "\"'<"])
def test_another_format_is_not_implemented(client, name):
    assert ask(client, NIJLEN, format=name).status_code == 501


@pytest.mark.parametrize("limit", ["0", "00", "-1", "1.5", "abc", "²", "1e3", " 5"])
@pytest.mark.parametrize("name", ["maxwidth", "maxheight"])
def test_no_size_is_a_bad_request(client, name, limit):
    assert ask(client, NIJLEN, **{name: limit}).status_code == 400


@pytest.mark.parametrize("status", [status for status in Status if status != Status.PUBLISHED])
def test_what_is_not_published_is_not_found(client, status):
    hidden = factories.initiative(status)
    slug = hidden.slug or "soep-op-de-stoep"
    assert ask(client, f"{SITE}/inspireer-elkaar/{slug}/").status_code == 404


def test_what_is_withdrawn_is_gone_at_once(client):
    shown = factories.published()
    url = f"{SITE}{shown.get_absolute_url()}"
    assert ask(client, url).status_code == 200
    moderation.withdraw(initiative=shown)
    assert ask(client, url).status_code == 404


@pytest.mark.parametrize(
    "url",
    [
        "",
        SITE,
        f"{SITE}/",
        f"{SITE}/contact/",
        f"{SITE}/admin/",
        f"{SITE}/gemeenten/",
        f"{SITE}/gemeenten/nergens/",
        f"{SITE}/gemeenten/nijlen",
        f"{SITE}/gemeenten/nijlen/insluiten/",
        f"{SITE}/gemeenten/nijlen%00/",
        f"{SITE}/gemeenten/nijlen/../lier/",
        f"{SITE}/inspireer-elkaar/nergens/",
        f"{SITE}/inspireer-elkaar/nergens/deelbeeld.jpg",
        f"{SITE}/gemeenten/{'x' * 10_000}/",
        f"{SITE}.evil.example/gemeenten/nijlen/",
        f"{SITE}:81/gemeenten/nijlen/",
        f"{SITE}@evil.example/gemeenten/nijlen/",
        "http://baz.example/gemeenten/nijlen/",
        "https://evil.example/gemeenten/nijlen/",
        "//baz.example/gemeenten/nijlen/",
        "/gemeenten/nijlen/",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://[::1",
        "x" * 10_000,
        "\0",
        "🍲",
    ],
)
def test_what_we_do_not_have_is_not_found(client, url):
    response = ask(client, url)
    assert response.status_code == 404
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.content.decode() == (
        "Zet in url= het hele adres van een gemeente of een initiatief op deze site."
    )


@pytest.mark.parametrize("end", ["?utm_source=krant", "#bestuur", "?a#b?c"])
def test_what_comes_behind_an_address_does_not_matter(client, end):
    assert ask(client, NIJLEN + end).json()["title"] == "Burgerinitiatieven in Nijlen"


def test_only_reading_is_allowed(client):
    assert client.post("/oembed/", {"url": NIJLEN}).status_code == 405
    assert client.head("/oembed/", {"url": NIJLEN}).status_code == 200


def test_both_kinds_of_page_say_where_to_ask(client):
    for path in ("/gemeenten/nijlen/", factories.published().get_absolute_url()):
        html = client.get(path).content.decode()
        link = r'<link rel="alternate" type="application/json\+oembed" href="(.*?)" title="(.*?)">'
        ((address, title),) = re.findall(link, html)
        asked = urlsplit(unescape(address))
        assert parse_qs(asked.query) == {"url": [SITE + path], "format": ["json"]}
        answer = client.get(f"{asked.path}?{asked.query}")
        assert json.loads(answer.content)["title"] == unescape(title)
