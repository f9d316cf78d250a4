"""What citizens began in a crisis: its page with figures and quotes, and where it is found."""

import re

import pytest
from django.db import IntegrityError, transaction

from initiatives import moderation
from initiatives.finding import postings
from initiatives.inventory import FEWEST_FOR_FIGURES, inventory_of, rows_of
from initiatives.models import Crisis, Status, Version
from tests import factories

pytestmark = pytest.mark.django_db
PAGE = "/inspireer-elkaar/crisis/corona/"
BAR = re.compile(r"<li><span>(.*?)</span> <b>(\d+)</b><svg[^>]*><rect width=\"(\d+)%\"")
QUOTE = re.compile(r"<blockquote[^>]*><p>(.*?)</p></blockquote>\s*<figcaption><a[^>]*>(.*?)</a>")
WORDS = factories.CRISIS_ANSWERS


def began(number: int = 1, **answers) -> list:
    """So many initiatives that told everything about corona; `answers` may differ."""
    told = WORDS | answers
    return [
        factories.published(title=f"Soep {at}", crisis=factories.crisis(), **told)
        for at in range(number)
    ]


def html_of(client, address: str = PAGE) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def headings(html: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", html[html.index("<main") : html.index("</main>")])


def test_with_nothing_it_asks(client):
    html = html_of(client)
    assert headings(html) == ["Dit willen we weten", "Begon jij toen ook iets?"]
    assert (BAR.findall(html), QUOTE.findall(html), html.count("<article")) == ([], [], 0)


def test_with_one_it_quotes_and_counts_nothing(client):
    began(crisis_support=[], crisis_support_words="")
    html = html_of(client)
    assert headings(html) == [
        *("Waarom begonnen mensen?", "Wat betekende het voor mensen?", "Wat bleef ervan?"),
        *("Dit willen we nog weten", "Dit begon toen", "Begon jij toen ook iets?"),
    ]
    assert BAR.findall(html) == []
    assert QUOTE.findall(html) == [
        ("De winkels gingen dicht.", "Soep 0"),
        ("Niemand at nog alleen.", "Soep 0"),
        ("Nu eten we binnen.", "Soep 0"),
    ]


def test_with_many_it_counts(client):
    began(FEWEST_FOR_FIGURES - 1)
    began(crisis_reasons=["alone"], crisis_support=[], crisis_lasted="ended")
    bars = [(label, count, width) for label, count, width in BAR.findall(html_of(client))]
    assert [bar for bar in bars if bar[1] != "0"] == [
        ("Mensen waren alleen", "5", "100"),
        ("Mensen hadden hulp nodig", "4", "80"),
        ("Het loopt nog, maar anders", "4", "80"),
        ("Het is gestopt", "1", "20"),
    ]
    told = re.findall(r"<p class=\"meta\">(\d) initiatieven (.*?)</p>", html_of(client))
    assert told == [
        ("5", "kozen een antwoord. Ze mochten er meer dan één kiezen."),
        *(("5", "vertelden dit."), ("5", "kozen een antwoord.")),
    ]
    assert len(bars) == 6 + 4  # four told what helped: too few to count


def test_only_what_is_on_the_site_counts(client):
    (shown,) = began()
    for status in set(Status) - {Status.PUBLISHED}:
        factories.initiative(status, crisis=factories.crisis(), **WORDS)
    edit = moderation.start_edit(initiative=shown).latest_version
    edit.crisis_reasons, edit.crisis_meaning = ["time"], "Iets anders."
    edit.save()
    moderation.send(initiative=shown)
    inventory = inventory_of(factories.crisis())
    assert [question.told for question in inventory.questions] == [1, 1, 1, 1]
    assert inventory.questions[0].chosen == ["Mensen hadden hulp nodig", "Mensen waren alleen"]
    assert [quote.words for quote in inventory.questions[2].quotes] == ["Niemand at nog alleen."]
    moderation.withdraw(initiative=shown)
    assert headings(html_of(client))[0] == "Dit willen we weten"


def test_examples_say_what_they_are(client):
    (shown,) = began()
    shown.is_example = True
    shown.save()
    assert "verzonnen voorbeelden mee: 1." in html_of(client)
    assert html_of(client).count('<span class="tag">voorbeeld</span>') == 4 + 1  # quotes; card


@pytest.mark.parametrize("rows", [1, 3])
def test_a_fixed_number_of_queries(client, rows, django_assert_num_queries):
    began(rows)
    client.get(PAGE)
    with django_assert_num_queries(7):  # the generation; the figures; four with quotes; the cards
        client.get(PAGE)


def test_a_crisis_off_the_site_has_no_page_and_no_filter(client):
    (shown,) = began()
    html = html_of(client, shown.get_absolute_url())
    assert html.count(f'href="{PAGE}"') == 1
    Crisis.objects.update(is_shown=False)
    postings.touch()
    assert client.get(PAGE).status_code == 404
    assert client.get("/inspireer-elkaar/crisis/bestaat-niet/").status_code == 404
    for address in (shown.get_absolute_url(), "/inspireer-elkaar/"):
        assert html_of(client, address).count(PAGE) == 0
    # What its people told stays, as the rest of their story.
    assert html_of(client, shown.get_absolute_url()).count("De winkels gingen dicht.") == 1


def test_the_page_of_an_initiative_tells_what_was_told(client):
    (shown,) = began(crisis_support=[], crisis_support_words="", crisis_lasted="")
    html = html_of(client, shown.get_absolute_url())
    section = html[html.index("Begonnen in een crisis: Corona") :].partition("</section>")[0]
    assert re.findall(r"<dt>(.*?)</dt>\n<dd>(.*?)</dd>", section) == [
        (
            "Waarom begon het?",
            "Mensen hadden hulp nodig · Mensen waren alleen<p>De winkels gingen dicht.</p>",
        ),
        ("Wat betekende het voor mensen?", "<p>Niemand at nog alleen.</p>"),
        ("Wat bleef ervan?", "<p>Nu eten we binnen.</p>"),
    ]
    other = factories.published().get_absolute_url()
    assert html_of(client, other).count("Begonnen in een crisis") == 0


def test_it_is_found_by_filter_and_by_its_words(client):
    began()
    factories.published(title="Groenpark")
    for query in ("crisis=corona", "q=winkels"):
        html = html_of(client, f"/inspireer-elkaar/?{query}")
        assert (query, re.findall(r"<h3><a[^>]*>(.*?)</a>", html)) == (query, ["Soep 0"])
    assert "De <mark>winkels</mark> gingen dicht." in html


def test_the_figures_as_a_table():
    began(2)
    rows = rows_of(inventory_of(factories.crisis()))
    assert rows[:2] == [
        ["Vraag", "Antwoord", "Aantal", "Van hoeveel initiatieven"],
        ["Waarom begonnen mensen?", "Mensen hadden hulp nodig", 2, 2],
    ]
    assert rows[13] == ["Wat betekende het voor mensen?", "In eigen woorden", 2, 2]
    assert len(rows) == 1 + 6 + 6 + 1 + 4


@pytest.mark.parametrize("name", sorted(WORDS))
def test_the_database_wants_a_crisis_for_each_answer(name):
    version = factories.initiative().latest_version
    with pytest.raises(IntegrityError), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(**{name: WORDS[name]})


def test_an_initiative_called_crisis_gets_another_address():
    assert factories.published(title="Crisis").slug == "crisis-2"
