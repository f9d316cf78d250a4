"""The page of one initiative."""

import re
from html import unescape

import pytest

from initiatives import moderation
from initiatives.models import Contact, Initiative, Status
from tests import factories

pytestmark = pytest.mark.django_db
# The count of changes; the initiative with its photos; the words it shares; three others;
# its events.
QUERIES = 5


def html_of(client, initiative: Initiative) -> str:
    response = client.get(initiative.get_absolute_url())
    assert (response.status_code, dict(response.cookies)) == (200, {})
    return response.content.decode()


def texts(html: str, pattern: str) -> list[str]:
    return [unescape(text).strip() for text in re.findall(pattern, html, re.DOTALL)]


def publish_edit(initiative: Initiative, **answers) -> Initiative:
    edited = moderation.start_edit(initiative=initiative)
    factories.fill(edited.latest_version, **answers)
    return factories.publish(moderation.send(initiative=edited))


def test_why_it_is_a_citizen_initiative(client):
    html = html_of(client, factories.published())
    assert texts(html, r'<li class="done tick">\s*<h3>(.*?)</h3>') == [
        "Het komt van onderuit",
        "Burgers blijven aan zet",
        "Het brengt mensen samen",
    ]
    assert texts(html, r'<li class="done tick">.*?<p>(.*?)</p>') == list(factories.REASONS.values())


def test_what_people_wrote_is_text_and_nothing_more(client):
    story = "<script>x</script>\nhttps://reclame.example\n\n{{ settings.SECRET_KEY }}"
    html = html_of(client, factories.published(title="<b>Soep</b>", story=story))
    assert texts(html, r"<h1[^>]*>(.*?)</h1>") == ["<b>Soep</b>"]
    assert texts(html, r"Het verhaal</h2>(.*?)</section>") == [
        "<p><script>x</script><br>https://reclame.example</p>\n\n<p>{{ settings.SECRET_KEY }}</p>"
    ]
    assert texts(html, r"<script\b(.*?)>") == ['type="application/ld+json"']


@pytest.mark.parametrize("agreed", [True, False])
def test_a_name_is_shown_only_by_choice(client, agreed):
    initiative = factories.published(contact_name="Mia uit de Kerkstraat")
    Contact.objects.update(show_name=agreed, phone="0470 SECRET", name="SECRET")
    html = html_of(client, initiative)
    assert texts(html, r"Wie zit erachter\?</dt>\s*<dd[^>]*>(.*?)</dd>") == (
        ["Mia uit de Kerkstraat"] if agreed else []
    )
    assert [word for word in ("SECRET", "@example.org") if word in html] == []


@pytest.mark.parametrize("welcomes", [True, False])
def test_its_people_can_be_written_to_or_else_baz(client, welcomes):
    initiative = factories.welcoming() if welcomes else factories.published()
    html = html_of(client, initiative)
    box = texts(html, r'<section class="panel facts long[^"]*">(.*?)</section>')[0]
    address = f"{initiative.get_absolute_url()}bericht/" if welcomes else "/contact/"
    assert texts(box, r"<h2>(.*?)</h2>") == [
        "Vraag het aan de mensen zelf" if welcomes else "Heb je een vraag?"
    ]
    assert texts(box, r'<a class="btn[^"]*" href="(.*?)"') == [address]


def test_what_is_not_right_can_be_told(client):
    initiative = factories.published()
    links = texts(html_of(client, initiative), r'href="([^"]*)"[^>]*>Klopt er iets niet\?')
    assert links == [f"{initiative.get_absolute_url()}melden/"]


@pytest.mark.parametrize("status", [status for status in Status if status != Status.PUBLISHED])
def test_what_is_not_published_has_no_page(client, status):
    initiative = factories.initiative(status)
    slug = initiative.slug or "soep-op-de-stoep"
    assert client.get(f"/inspireer-elkaar/{slug}/").status_code == 404


def test_an_address_of_before_leads_to_the_one_of_today(client):
    initiative = publish_edit(factories.published(title="Oude naam"), title="Nieuwe naam")
    moved = client.get("/inspireer-elkaar/oude-naam/")
    assert (moved.status_code, moved["Location"]) == (301, "/inspireer-elkaar/nieuwe-naam/")
    moderation.withdraw(initiative=initiative)
    assert client.get("/inspireer-elkaar/oude-naam/").status_code == 404


def test_an_edit_waits_for_approval(client):
    initiative = factories.published(summary="Zoals het was.")
    edited = moderation.start_edit(initiative=initiative)
    factories.fill(edited.latest_version, summary="Zoals het wordt.")
    assert "Zoals het wordt." not in html_of(client, initiative)
    factories.publish(moderation.send(initiative=edited))
    assert "Zoals het wordt." in html_of(client, initiative)


def test_others_to_read_and_why(client):
    garden = factories.theme("tuin-en-groen")
    factories.published(title="Oudste tuin", summary="Groen.", themes=[garden])
    factories.published(title="Breien", summary="Wol.", municipality=None, meeting="online")
    html = html_of(client, factories.published(title="Perk", summary="Geel.", themes=[garden]))
    band = html[html.index("Ook iets voor jou?") :]
    assert texts(band, r"<h3><a [^>]*>(.*?)</a>") == ["Oudste tuin"]
    assert texts(band, r'<p class="meta why">(.*?)</p>') == [
        "Ook over Tuin en groen · Ook in Nijlen"
    ]


@pytest.mark.parametrize("photos", [0, 1, 3])
def test_every_photo_is_there_once(client, photos):
    html = html_of(client, factories.published(photos=photos))
    alts = texts(html, r'<img src="/foto/[^"]*/foto.jpg" width="800" height="600" alt="(.*?)"')
    assert alts == [f"Buren aan tafel {number}" for number in range(photos)]


def test_an_example_is_marked(client):
    initiative = factories.published()
    assert texts(html_of(client, initiative), r'class="tag">(.*?)<') == []
    Initiative.objects.update(is_example=True)
    assert texts(html_of(client, initiative), r'class="tag">(.*?)<') == ["voorbeeld"]


@pytest.mark.parametrize("photos", [0, 1, 3])
def test_photos_beside_the_first_can_be_swiped(client, photos):
    html = html_of(client, factories.published(photos=photos))
    strip = ' role="region" aria-labelledby="fotos" tabindex="0"'
    assert texts(html, r'<div class="swipe"(.*?)>') == ([strip.strip()] if photos > 2 else [])


@pytest.mark.parametrize(("others", "photos"), [(3, 0), (3, 1), (12, 3)])
def test_a_fixed_number_of_queries(client, others, photos, django_assert_num_queries):
    for number in range(others):
        factories.published(title=f"Soep {number}", photos=number % 2)
    initiative = factories.published(photos=photos)
    html_of(client, initiative)
    with django_assert_num_queries(QUERIES):
        html_of(client, initiative)
    Contact.objects.all().delete()
    with django_assert_num_queries(QUERIES):
        html_of(client, initiative)
