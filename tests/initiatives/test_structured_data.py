"""What search engines and other sites read of an initiative."""

import json
import re
from html import unescape

import pytest
from django.conf import settings
from django.utils.timezone import localtime

from tests import factories
from tests.schema_org import blocks_in, types_in, wrong_with
from visitors.json_ld import as_script

pytestmark = pytest.mark.django_db
SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script", re.DOTALL | re.IGNORECASE)
NASTY = "</script><script>alert('1')</script> <!-- <b>\u2028 & \\ \" ’"


def html_of(client, initiative) -> str:
    return client.get(initiative.get_absolute_url()).content.decode()


def data_of(html: str) -> dict:
    (block,) = SCRIPT.findall(html)  # one, however a browser looks for its end
    return json.loads(block)


def test_all_that_the_page_says(client, settings):
    settings.SITE_URL = "https://baz.example"
    initiative = factories.published(start_year=2020, website="https://soep.example/")
    version = initiative.live_version
    address = f"https://baz.example{initiative.get_absolute_url()}"
    assert data_of(html_of(client, initiative)) == {
        "@context": "https://schema.org",
        "@type": "Article",
        "mainEntityOfPage": address,
        "headline": "Soep op de stoep",
        "description": "Buren eten samen soep.",
        "inLanguage": "nl-be",
        "image": f"{address}deelbeeld.jpg?1",
        "datePublished": initiative.published_at.isoformat(),
        "dateModified": version.assessment.decided_at.isoformat(),
        "publisher": {
            "@type": "Organization",
            "name": "BurgersAanZet",
            "url": "https://baz.example",
        },
        "keywords": ["Samen eten"],
        "audience": [{"@type": "Audience", "audienceType": "Ouderen"}],
        "about": {
            "@type": "Project",
            "name": "Soep op de stoep",
            "description": "Buren eten samen soep.",
            "foundingDate": "2020",
            "url": "https://soep.example/",
            "location": {
                "@type": "Place",
                "name": "Nijlen",
                "address": {
                    "@type": "PostalAddress",
                    "addressLocality": "Nijlen",
                    "addressRegion": "Antwerpen",
                    "addressCountry": "BE",
                },
                "geo": {"@type": "GeoCoordinates", "latitude": 51.16, "longitude": 4.67},
            },
        },
    }


def test_a_processor_reads_it_and_schema_org_knows_all_of_it(client):
    everything = factories.published(start_year=2020, website="https://soep.example/", photos=1)
    little = factories.published(title="Praat", meeting="online", municipality=None)
    read = [json.loads(blocks_in(html_of(client, one))[0]) for one in (everything, little)]
    assert [wrong_with(data) for data in read] == [[], []]
    assert types_in(read[0]) == {
        *("Article", "Audience", "GeoCoordinates", "Organization", "Place", "PostalAddress"),
        "Project",
    }


def test_so_does_it_of_the_open_data(client):
    (block,) = blocks_in(client.get("/open-data/").content.decode())
    data = json.loads(block)
    assert (wrong_with(data), types_in(data)) == ([], {"Dataset", "DataDownload", "Organization"})
    for file in data["distribution"]:
        response = client.get(file["contentUrl"].removeprefix(settings.SITE_URL))
        assert response["Content-Type"].partition(";")[0] == file["encodingFormat"]


@pytest.mark.parametrize(
    ("part", "sentences"),
    [
        ({"@type": "Artikel"}, ["Artikel is no type."]),
        ({"headlin": "Soep"}, ["Article has no headlin."]),
        ({"geo": {"@type": "GeoCoordinates"}}, ["Article has no geo."]),
        ({"image": "deelbeeld.jpg"}, ["Article.image is 'deelbeeld.jpg', not ImageObject or URL."]),
        (
            {"datePublished": "gisteren"},
            ["Article.datePublished is 'gisteren', not Date or DateTime."],
        ),
        ({"author": {"@type": "Place"}}, ["Article.author is Place, not Organization or Person."]),
        ({"about": {"@type": "Project", "naam": "Soep"}}, ["Project has no naam."]),
    ],
)
def test_what_schema_org_does_not_know_is_told(part, sentences):
    whole = {"@context": "https://schema.org", "@type": "Article", "headline": "Soep"}
    assert wrong_with(whole | part) == sentences


def test_what_is_not_known_is_left_out(client):
    initiative = factories.published(meeting="online", municipality=None)
    about = data_of(html_of(client, initiative))["about"]
    assert set(about) == {"@type", "name", "description"}


def test_nothing_that_people_wrote_gets_out_of_the_block(client):
    initiative = factories.published(title=NASTY, summary=NASTY)
    data = data_of(html_of(client, initiative))
    written = initiative.live_version.title
    assert (data["headline"], data["about"]["name"], data["description"]) == (written,) * 3
    assert "</script>" in written


def test_whatever_it_holds_it_is_one_block_without_markup():
    data = {"a": [NASTY, {"<b>": 1.5}], "b": "&lt;"}
    script = as_script(data)
    assert (
        json.loads(script[len('<script type="application/ld+json">') : -len("</script>")]) == data
    )
    assert (script.count("<"), script.count(">"), script.count("&")) == (2, 2, 0)


def test_what_other_sites_show(client, settings):
    settings.SITE_URL = "https://baz.example"
    initiative = factories.published(title='"Soep" & <zo>')
    address = f"https://baz.example{initiative.get_absolute_url()}"
    html = html_of(client, initiative)
    metas = re.findall(r'<meta (?:property|name)="([a-z:_]+)" content="(.*?)">', html)
    assert {name: unescape(text) for name, text in metas if ":" in name} == {
        "og:type": "article",
        "og:site_name": "BurgersAanZet",
        "og:locale": "nl_BE",
        "og:title": '"Soep" & <zo>',
        "og:description": "Buren eten samen soep.",
        "og:url": address,
        "og:image": f"{address}deelbeeld.jpg?1",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": '"Soep" & <zo>',
        "article:published_time": localtime(initiative.published_at).isoformat(),
        "twitter:card": "summary_large_image",
    }
    assert re.findall(r'<link rel="canonical" href="(.*?)">', html) == [address]
