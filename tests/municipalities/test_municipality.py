"""The page of one municipality."""

import re
from html import unescape

import pytest
from django.core.management import call_command

from baz_site.municipalities import life
from initiatives import moderation
from initiatives.models import Status
from tests import factories
from tests.municipalities.pages import html_of, rows, section, texts, titles

NIJLEN = "/gemeenten/nijlen/"
# How often the public's view has changed; its former names; its initiatives and its neighbours';
# its events.
QUERIES = 4


def fill(place, number: int, **answers) -> None:
    for nth in range(number):
        factories.published(title=f"{place.name} {nth}", municipality=place, **answers)


def test_what_and_where_it_is(client, places):
    html = html_of(client, "/gemeenten/ukkel/")
    assert texts(html, "<h1>(.*?)</h1>") == ["Ukkel"]
    assert texts(html, r'<p class="meta">(.*?)</p>') == [
        "Ukkel ligt in het Brussels Hoofdstedelijk Gewest. Postcode 1180. In het Frans: Uccle."
    ]
    assert texts(html, r'<span lang="fr">(.*?)</span>') == ["Uccle"]
    html = html_of(client, "/gemeenten/pajottegem/")
    assert texts(html, r'<p class="meta">(.*?)</p>') == [
        "Pajottegem ligt in de provincie Vlaams-Brabant. Postcodes 1540, 1541, 1570, 1755.",
        "Hier hoort ook bij: Galmaarden, Gooik en Herne.",
    ]


def test_the_way_back(client, places):
    crumbs = re.search(r'<ol class="crumbs.*?</ol>', html_of(client, NIJLEN), re.DOTALL).group()
    assert re.findall(r'href="(.*?)">(.*?)<', crumbs) == [
        ("/", "Home"),
        ("/gemeenten/", "Gemeenten"),
        ("/gemeenten/#antwerpen", "Provincie Antwerpen"),
    ]


def test_the_map_shows_the_province_and_the_place(client, places):
    drawing = re.search(r'<svg class="map".*?</svg>', html_of(client, NIJLEN), re.DOTALL).group()
    assert (drawing.count('<path class="own"'), drawing.count("<circle")) == (1, 1)
    assert texts(drawing, "<text .*?>(.*?)</text>") == ["Nijlen"]


def test_one_initiative(client, places):
    fill(places["nijlen"], 1)
    html = html_of(client, NIJLEN)
    here = section(html, "initiatieven")
    assert texts(here, "<h2 .*?>(.*?)</h2>") == ["1 initiatief in Nijlen"]
    assert titles(here) == ["Nijlen 0"]
    assert "Bekijk alle" not in here


def test_many_initiatives_newest_first_and_the_way_to_all(client, places):
    fill(places["nijlen"], 13)
    here = section(html_of(client, NIJLEN), "initiatieven")
    assert texts(here, "<h2 .*?>(.*?)</h2>") == ["13 initiatieven in Nijlen"]
    assert titles(here) == [f"Nijlen {number}" for number in range(12, 0, -1)]
    (address,) = re.findall(r'href="([^"]*)">Bekijk alle 13 initiatieven<', here)
    assert texts(html_of(client, address), '<h2 id="aantal".*?>(.*?)</h2>') == ["13 initiatieven"]


def test_how_many_for_each_theme(client, places):
    eating, garden = factories.theme("samen-eten"), factories.theme("tuin-en-groen")
    fill(places["nijlen"], 2, themes=[eating])
    fill(places["nijlen"], 1, themes=[eating, garden])
    fill(places["balen"], 1, themes=[factories.theme("ontmoeten")])
    here = section(html_of(client, NIJLEN), "initiatieven")
    chips = re.findall(r'<a class="chip" href="(.*?)">(.*?)</a>', here)
    assert [texts(text, "^(.*)$") for _, text in chips] == [["Samen eten 3"], ["Tuin en groen 1"]]
    assert [titles(html_of(client, unescape(address))) for address, _ in chips] == [
        ["Nijlen 0", "Nijlen 1", "Nijlen 0"],
        ["Nijlen 0"],
    ]


def test_an_empty_one_invites_and_shows_no_zero(client, places):
    main = re.search("<main.*</main>", html_of(client, NIJLEN), re.DOTALL).group()
    assert texts(main, '<h2 id="initiatieven">(.*?)</h2>') == ["Wie begint er in Nijlen?"]
    words = texts(main, "<main(.*)")[0]
    assert re.findall(r"\b0\b", words) == []
    assert main.count('href="/inspireer-elkaar/aanmelden/"') == 2


@pytest.mark.parametrize(("own", "shown"), [(0, True), (3, True), (4, False)])
def test_cards_of_neighbours_only_where_there_are_few(client, places, own, shown):
    fill(places["nijlen"], own)
    fill(places["lier"], 2)
    nearby = section(html_of(client, NIJLEN), "dichtbij")
    assert titles(nearby) == (["Lier 1"] if shown else [])


def test_the_nearest_neighbours_with_distance_and_count(client, places):
    names = ["maaseik", "de-panne", "lier", "grobbendonk", "gent", "balen", "nijlen"]
    for name in names:
        fill(places[name], 1)
    fill(places["lier"], 1)
    html = html_of(client, NIJLEN)
    assert rows(section(html, "buren")) == [
        "Grobbendonk 6 km, 1 initiatief",
        "Lier 8 km, 2 initiatieven",
        "Balen 35 km, 1 initiatief",
        "Gent 68 km, 1 initiatief",
        "Maaseik 78 km, 1 initiatief",
    ]
    nearby = section(html, "dichtbij")
    assert titles(nearby) == ["Grobbendonk 0", "Lier 0", "Balen 0", "Gent 0"]
    assert texts(nearby, "<b>(.*?)</b>")[0] == "op 6 km van Nijlen"


def test_without_any_neighbour_there_is_no_list(client, places):
    fill(places["nijlen"], 1)
    html = html_of(client, NIJLEN)
    assert (section(html, "buren"), section(html, "dichtbij")) == ("", "")


def test_what_baz_offers_a_local_government(client, places):
    call_command("load_doors", verbosity=0)
    offer = section(html_of(client, NIJLEN), "bestuur")
    links = re.findall(r'href="(.*?)">(.*?)</a>', offer)
    assert [label for _, label in links] == [
        *("Workshops voor een lokaal bestuur", "Coaching", "Inspiratiemoment"),
        "Vraag het aan",
    ]
    headings = [texts(html_of(client, address), "<h1>(.*?)</h1>") for address, _ in links]
    assert headings == [
        ["Welke rol neemt je bestuur op?"],
        ["Samen een tijd op weg"],
        ["BurgersAanZet on the road"],
        ["Vraag een workshop of coaching aan"],
    ]
    assert client.get(links[-1][0]).context["place"] == places["nijlen"]


@pytest.mark.parametrize("ending", ["", "insluiten/"])
@pytest.mark.parametrize(
    ("former", "successor"),
    [("moerbeke", "lokeren"), ("lokeren-46014", "lokeren"), ("gooik", "pajottegem")],
)
def test_one_that_merged_leads_to_its_successor(client, places, ending, former, successor):
    response = client.get(f"/gemeenten/{former}/{ending}")
    assert (response.status_code, response["Location"]) == (301, f"/gemeenten/{successor}/{ending}")


@pytest.mark.parametrize("slug", ["nergens", "NIJLEN", "x" * 5_000, "nijlen-", "12026"])
def test_what_is_no_municipality_has_no_page(client, places, slug):
    assert client.get(f"/gemeenten/{slug}/").status_code == 404


@pytest.mark.parametrize("status", [status for status in Status if status != Status.PUBLISHED])
def test_what_is_not_published_is_nowhere(client, places, status):
    addresses = [NIJLEN, f"{NIJLEN}insluiten/", "/gemeenten/lier/"]
    before = [html_of(client, address) for address in addresses]
    factories.initiative(status, municipality=places["nijlen"])
    assert [html_of(client, address) for address in addresses] == before


def test_what_is_taken_off_the_site_is_gone_at_once(client, places):
    shown = factories.published(municipality=places["nijlen"])
    assert titles(html_of(client, NIJLEN)) == ["Soep op de stoep"]
    moderation.withdraw(initiative=shown)
    assert titles(html_of(client, NIJLEN)) == []


def test_what_goes_while_the_page_is_made_is_left_out(client, places, monkeypatch):
    fill(places["nijlen"], 2)
    fill(places["lier"], 1)
    monkeypatch.setattr(life, "rows_at", lambda positions: [])
    assert titles(html_of(client, NIJLEN)) == []


@pytest.mark.parametrize("number", [0, 1, 3])
def test_a_fixed_number_of_queries(client, places, number, django_assert_num_queries):
    for place in ("nijlen", "lier", "balen"):
        fill(places[place], number, photos=1)
    html_of(client, NIJLEN)
    with django_assert_num_queries(QUERIES):
        html_of(client, NIJLEN)


def test_the_pages_of_an_initiative_lead_here(client, places):
    shown = factories.published(municipality=places["nijlen"])
    links = [
        re.findall(r'href="(/gemeenten/nijlen/)">(.*?)<', html_of(client, address))
        for address in (shown.get_absolute_url(), "/inspireer-elkaar/?gemeente=nijlen")
    ]
    assert links == [[(NIJLEN, "Nijlen, Antwerpen")], [(NIJLEN, "Alles over Nijlen")]]
    two = html_of(client, "/inspireer-elkaar/?gemeente=nijlen&gemeente=lier")
    assert re.findall("Alles over", two) == []
