"""The page that a municipality puts in a frame on its own site, and who else may be framed."""

import re
from html import unescape

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import get_resolver

from tests import factories
from tests.initiatives.test_leaks import addresses
from tests.municipalities.pages import html_of, texts

EMBED = "/gemeenten/nijlen/insluiten/"


@pytest.fixture
def ready_pages(settings):
    settings.PAGE_CACHE = True
    yield
    cache.clear()


def framing(response) -> tuple[str | None, str]:
    """What the headers say of frames."""
    (ancestors,) = re.findall("frame-ancestors ([^;]*)", response["Content-Security-Policy"])
    return response.headers.get("X-Frame-Options"), ancestors


ANYWHERE, HERE = (None, "*"), ("SAMEORIGIN", "'self'")


def test_the_newest_initiatives_and_the_way_to_all(client, places):
    for number in range(13):
        factories.published(title=f"Soep {number}", municipality=places["nijlen"])
    html = html_of(client, EMBED)
    shown = [f"Soep {number}" for number in range(12, 0, -1)]
    assert texts(html, "<h2><a [^>]*>(.*?)</a></h2>") == shown
    assert texts(html, r'<p><a class="alone" .*?>(.*?)</a>') == ["Bekijk alle 13 initiatieven"]
    assert texts(html, "<footer>(.*?)</footer>") == ["Van Burgers AanZet"]


def test_an_empty_one_invites(client, places):
    html = html_of(client, EMBED)
    assert texts(html, "<h1>(.*?)</h1>") == ["Doe jij iets voor je buurt in Nijlen?"]
    assert 'href="/inspireer-elkaar/aanmelden/"' in html


def test_an_example_is_marked(client, places):
    shown = factories.published(municipality=places["nijlen"])
    type(shown).objects.update(is_example=True)
    assert texts(html_of(client, EMBED), r'class="tag">(.*?)<') == ["voorbeeld"]


def test_links_open_in_the_whole_window_and_nothing_runs(client, places):
    factories.published(municipality=places["nijlen"])
    html = html_of(client, EMBED)
    assert html.count('<base target="_top">') == 1
    assert re.findall(r"<script|<iframe|<form|\starget=\"(?!_top)|style=", html) == []
    assert '<meta name="robots" content="noindex">' in html


@pytest.mark.parametrize("number", [1, 3])
def test_a_fixed_number_of_queries(client, places, number, django_assert_num_queries):
    for _ in range(number):
        factories.published(municipality=places["nijlen"], photos=1)
    html_of(client, EMBED)
    with django_assert_num_queries(2):  # how often the public's view has changed; the initiatives
        html_of(client, EMBED)


def test_the_code_on_the_page_of_the_municipality(client, places, settings):
    settings.SITE_URL = "https://baz.example"
    html = html_of(client, "/gemeenten/nijlen/")
    (code,) = re.findall(r"<textarea [^>]* readonly [^>]*>(.*?)</textarea>", html)
    assert unescape(code) == (
        '<iframe src="https://baz.example/gemeenten/nijlen/insluiten/"'
        ' title="Burgerinitiatieven in Nijlen" width="100%" height="560" loading="lazy"'
        ' style="border:0"></iframe>'
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("nijlen/insluiten/", 200),
        ("moerbeke/insluiten/", 301),
        ("nergens/insluiten/", 404),
    ],
)
def test_any_site_may_frame_it_also_a_redirect_and_a_refusal(client, places, path, status):
    response = client.get(f"/gemeenten/{path}")
    assert (response.status_code, framing(response)) == (status, ANYWHERE)


def test_a_ready_page_says_the_same(ready_pages, places):
    factories.published(municipality=places["nijlen"])
    client = Client(headers={"Accept-Encoding": "gzip"})
    fresh, ready = client.get(EMBED), client.get(EMBED)
    assert [framing(fresh), framing(ready)] == [ANYWHERE] * 2
    # One that is unchanged says nothing of it: a browser keeps what it was told before.
    unchanged = client.get(EMBED, headers={"If-None-Match": ready["ETag"]})
    told = {"X-Frame-Options", "Content-Security-Policy"} & set(unchanged.headers)
    assert (unchanged.status_code, told) == (304, set())
    page = "/gemeenten/nijlen/"
    assert [framing(client.get(page)) for _ in range(2)] == [HERE] * 2


def test_no_other_page_may_be_framed(client, places):
    # Its address ends like that of the page for a frame.
    factories.published(title="Insluiten", municipality=places["nijlen"])
    seen = [*addresses(get_resolver().url_patterns), "/gemeenten/nijlen/insluiten/x/"]
    assert "/inspireer-elkaar/insluiten/" in seen
    for url in seen:
        own = url.startswith("/gemeenten/") and url.endswith("/insluiten/")
        assert (url, framing(client.get(url))) == (url, ANYWHERE if own else HERE)
