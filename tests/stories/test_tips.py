"""Tips are found by barrier, by moment, by kind of association; any address is answered."""

import pytest

from stories.models import AssociationKind, Moment, State, Use
from tests.stories.factories import agree, barrier, story, tip

pytestmark = pytest.mark.django_db


@pytest.fixture
def many():
    sport = AssociationKind.objects.create(name="sport", slug="sport")
    tip("Altijd", position=0)
    tip("Geld", position=1, barriers=[barrier("geld"), barrier("zien")])
    tip("Ervoor", position=2, moments=[Moment.BEFORE, Moment.STAYING])
    tip("Sport", position=3, kinds=[sport])
    told = story(State.SHOWN)
    agree(told, uses=[Use.WEBSITE, Use.PRINT])
    tip("Alles", position=4, barriers=[barrier("zien")], moments=["before"], story=told)


@pytest.mark.parametrize(
    ("query", "sentences"),
    [
        ("", "Altijd Geld Ervoor Sport Alles"),
        ("drempel=geld", "Altijd Geld Ervoor Sport"),
        ("drempel=zien", "Altijd Geld Ervoor Sport Alles"),
        ("moment=ervoor", "Altijd Geld Ervoor Sport Alles"),
        ("moment=het-eerste-bezoek", "Altijd Geld Sport"),
        ("moment=blijven&drempel=geld", "Altijd Geld Ervoor Sport"),
        ("soort=sport", "Altijd Geld Ervoor Sport Alles"),
        ("drempel=&moment=&soort=", "Altijd Geld Ervoor Sport Alles"),
    ],
)
@pytest.mark.parametrize("below", ["", "kaarten/"])
def test_what_is_found(client, many, below, query, sentences):
    response = client.get(f"/verhalen/tips/{below}?{query}")
    assert [one.sentence for one in response.context["tips"]] == sentences.split()


def test_a_kind_without_tips_of_its_own_gets_those_for_all(client, many):
    AssociationKind.objects.create(name="jeugd", slug="jeugd")
    response = client.get("/verhalen/tips/?soort=jeugd")
    assert [one.sentence for one in response.context["tips"]] == [
        *("Altijd", "Geld", "Ervoor", "Alles")
    ]


@pytest.mark.parametrize("value", ["onzin", "'", "geld&drempel=x", "a" * 2000])
def test_a_choice_that_we_do_not_know_is_named(client, many, value):
    for page in ("", "kaarten/"):
        response = client.get(f"/verhalen/tips/{page}?drempel={value}")
        html = response.content.decode()
        assert (response.status_code, len(response.context["tips"])) == (200, 5)
        assert html.count("Deze keuze kennen we niet: Welke drempel?") == 1


def test_the_cards_keep_what_was_chosen(client, many):
    html = client.get("/verhalen/tips/?drempel=geld&moment=blijven&x=y").content.decode()
    assert html.count('href="/verhalen/tips/kaarten/?drempel=geld&amp;moment=blijven"') == 1


def test_without_tips_the_page_says_so(client):
    for page in ("", "kaarten/"):
        html = client.get(f"/verhalen/tips/{page}").content.decode()
        assert html.count("Hiervoor is er nog geen tip") == 1


def test_what_may_not_be_printed_is_on_the_site_alone(client, many):
    tip("Alleen hier", story=story(State.SHOWN), position=9)
    page, cards = (client.get(f"/verhalen/tips/{below}") for below in ("", "kaarten/"))
    sentences = [one.sentence for one in page.context["tips"]]
    assert sentences == ["Altijd", "Geld", "Ervoor", "Sport", "Alles", "Alleen hier"]
    assert [one.sentence for one in cards.context["tips"]] == sentences[:-1]
    html = cards.content.decode()
    assert (html.count("Eén tip staat er niet bij"), html.count("Alleen hier")) == (1, 0)
