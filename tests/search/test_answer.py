"""What stands on the page, in which order, and in what words."""

import pytest
from django.utils import timezone

from agenda.models import SessionStatus
from baz_site.search.fixed_pages import FIXED_PAGES
from baz_site.search.sources import SOURCES
from tests import factories
from tests.agenda.factories import session
from tests.search.pages import found, html_of, texts
from tests.workshops.factories import workshop

pytestmark = pytest.mark.django_db
NOTICE = r'<div class="notice notice-info">.*?<p>(.*?)</p>'
COUNTS = r'</h2>\s*<p class="meta">(.*?)</p>'


def test_the_kind_that_matches_best_comes_first(client):
    factories.published(title="Babbelbank", summary="Over besturen en soep.")
    workshop(title="Besturen", kicker="Workshop")
    session(title="Soep voor besturen")
    groups = ["Workshops en coaching", "Data in de agenda", "Initiatieven"]
    assert list(found(client, "besturen")) == groups
    groups = ["Data in de agenda", "Initiatieven"]
    assert list(found(client, "soep")) == groups


def test_of_two_that_match_equally_well_initiatives_come_first(client):
    session(title="Soep")
    factories.published(title="Soep", summary="Buren eten samen.")
    assert list(found(client, "soep")) == ["Initiatieven", "Data in de agenda"]


def test_the_first_five_and_the_way_to_all(client):
    for number in range(6):
        factories.published(title=f"Samentuin {number}")
    html = html_of(client, "tuin")
    assert len(found(client, "tuin")["Initiatieven"]) == 5
    assert texts(html, COUNTS) == ["6 initiatieven"]
    link = '<a class="btn btn-line" href="/inspireer-elkaar/?q=tuin">Bekijk alle 6 initiatieven</a>'
    assert html.count(link) == 1


def test_the_other_dates_are_one_step_away(client):
    for days in range(1, 8):
        session(title=f"Muziek {days}", days=days)
    html = html_of(client, "muziek")
    titles = [f"Muziek {days}" for days in range(1, 8)]
    assert found(client, "muziek") == {"Data in de agenda": titles}
    assert texts(html, COUNTS) == ["7 data"]
    assert texts(html, "<summary>(Toon.*?)</summary>") == ["Toon er nog 2"]


def test_a_date_says_when_where_and_whether_it_goes_on(client):
    off = {"status": SessionStatus.CANCELLED, "cancelled_reason": "ziekte"}
    begins_at = timezone.localtime().replace(year=2090, month=5, day=3, hour=10, minute=30)
    session(title="Samen", kind="event", is_example=True, begins_at=begins_at, **off)
    html = html_of(client, "samen")
    assert texts(html, r'<p class="meta row"><span>(.*?)</span></p>') == [
        "Woensdag 3 mei 2090, 10.30 tot 13.30 uur · Gaat niet door"
    ]
    assert texts(html, r"</p>\s*<p>(Inspiratiemoment.*?)</p>") == [
        "Inspiratiemoment voor verenigingen, Nijlen."
    ]
    assert html.count('<span class="tag">voorbeeld</span>') == 1
    assert found(client, "samen in Antwerpen") == {"Data in de agenda": ["Samen"]}


def test_why_it_was_found_when_only_its_text_tells(client):
    workshop(title="Rol", lead="Eerst drinken we thee en dan <b>pompoensoep</b> uit een kom.")
    html = html_of(client, "pompoensoepen")
    (why,) = texts(html, r'<p class="meta why">(.*?)</p>')
    assert "en dan <b>pompoensoep</b> uit een kom." in why
    assert texts(html, "<mark>(.*?)</mark>") == ["pompoensoep"]


def test_what_is_a_word_somewhere_is_no_typing_error_elsewhere(client):
    factories.published(title="Lezen in de bib", summary="Voorlezen voor wie wil.")
    workshop(title="Leren van elkaar")
    assert list(found(client, "lezen")) == ["Initiatieven", "Op deze site"]
    assert texts(html_of(client, "lezen"), NOTICE) == []


def test_a_typing_error_is_told(client):
    workshop(title="Pompoensoep")
    assert found(client, "ponpoensoep") == {"Workshops en coaching": ["Pompoensoep"]}
    expected = ["We vonden niets met ‘ponpoensoep’. Dit lijkt erop."]
    assert texts(html_of(client, "ponpoensoep"), NOTICE) == expected


def test_words_that_are_nowhere_together(client):
    workshop(title="Krachtgericht")
    factories.published(title="Babbelbank")
    html = html_of(client, "krachtgericht babbelbank")
    assert texts(html, NOTICE) == [
        "Niets past bij al je woorden samen. Wat bij de meeste woorden past, staat eerst."
    ]
    assert found(client, "krachtgericht babbelbank") == {
        "Initiatieven": ["Babbelbank"],
        "Workshops en coaching": ["Krachtgericht"],
    }


def test_nothing_found_says_what_to_do(client):
    html = html_of(client, "xyzzyq")
    assert found(client, "xyzzyq") == {}
    assert texts(html, "<h2>(We vonden.*?)</h2>") == ["We vonden niets met ‘xyzzyq’"]
    assert html.count('<a class="alone" href="/contact/">Vraag het ons</a>') == 1


def test_without_a_word_there_is_a_place_to_begin(client):
    html = html_of(client, "")
    doors = ["Inspireer elkaar", "BAZ inspireert", "Agenda", "Gemeenten"]
    assert texts(html, r"<h3><a [^>]*>(.*?)</a>") == doors
    assert "noindex" not in html


def test_an_answer_is_for_no_search_engine(client):
    assert html_of(client, "soep").count('<meta name="robots" content="noindex, follow">') == 1


def test_every_fixed_page_is_there(client):
    for page in FIXED_PAGES:
        html = client.get(page.url).content.decode()
        assert html.count(f'id="{page.part.removeprefix("#") or "inhoud"}"') == 1, page.title


def test_every_source_has_its_own_place():
    slugs = ["initiatieven", *(source.slug for source in SOURCES)]
    assert len(slugs) == len(set(slugs))
