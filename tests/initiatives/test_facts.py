"""What the page of an initiative tells at a glance, and what it leaves out."""

import pytest

from tests import factories
from tests.initiatives.test_detail import html_of, texts

pytestmark = pytest.mark.django_db


def facts_below(html: str, heading: str) -> list[tuple[str, str]]:
    """The questions and answers of the section with that heading."""
    start = html.index(f"<h2>{heading}</h2>")
    section = html[start : html.index("</section>", start)]
    return list(
        zip(texts(section, "<dt>(.*?)</dt>"), texts(section, "<dd[^>]*>(.*?)</dd>"), strict=True)
    )


def test_the_facts_on_a_row(client):
    initiative = factories.published(start_year=2020, website="https://soep.example/?a=1&b=2")
    assert facts_below(html_of(client, initiative), "Op een rij") == [
        ("Voor wie?", "Ouderen"),
        ("Nog bezig?", "Ja"),
        ("Begonnen in", "2020"),
        ("Hoe komen mensen samen?", "Op een plek"),
        (
            "Website",
            '<a href="https://soep.example/?a=1&b=2" rel="nofollow noopener ugc">'
            "https://soep.example/?a=1&b=2</a>",
        ),
    ]


def test_what_it_takes_to_begin(client):
    initiative = factories.published(
        time_needed="Een uur",
        people_needed="Drie buren",
        needs="Een pot",
        support_needed="Een zaal",
    )
    assert facts_below(html_of(client, initiative), "Zo begin je zelf") == [
        ("Tijd", "Een uur"),
        ("Mensen", "Drie buren"),
        ("Materiaal", "Een pot"),
        ("Steun", "Een zaal"),
    ]


def test_what_was_not_told_has_no_heading(client):
    html = html_of(client, factories.published(meeting="online", municipality=None))
    told = [
        *("In het kort", "Het verhaal", "Waarom is dit een burger\xadinitiatief?"),
        *("Heb je een vraag?", "Op een rij"),
    ]
    assert texts(html[html.index("<main") : html.index("</main>")], r"<h2[^>]*>(.*?)</h2>") == told


def test_what_they_learned(client):
    html = html_of(client, factories.published(learned="Begin <klein>.\r\n\r\nVraag hulp."))
    assert texts(html, r"Wat ze leerden</h2>(.*?)</section>") == [
        "<p>Begin <klein>.</p>\n\n<p>Vraag hulp.</p>"
    ]


def test_a_code_on_paper_leads_back(client, settings):
    settings.SITE_URL = "https://baz.example"
    initiative = factories.published()
    html = html_of(client, initiative)
    address = f"https://baz.example{initiative.get_absolute_url()}"
    assert texts(html, r'<img class="qr" [^>]* alt="QR-code naar (.*?)"') == [address]
    assert texts(html, r"Het hele verhaal lees je op (.*?)</p>") == [address]
