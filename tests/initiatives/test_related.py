"""Others to read beside an initiative, and why."""

import pytest

from initiatives import moderation
from initiatives.finding.index import current_index
from initiatives.models import Status
from initiatives.reading import published_at
from initiatives.related import related_to
from tests import factories

pytestmark = pytest.mark.django_db


def place(name: str, *, north: float = 0):
    """A municipality `north` km above the one of the factories."""
    found = factories.municipality(name)
    found.latitude = 51.16 + north / 111.2
    found.save()
    return found


def publish(title: str, *, theme: str = "samen-eten", at: str = "Nijlen", **answers):
    answers.setdefault("summary", "Iets.")
    return factories.published(
        title=title,
        themes=[factories.theme(slug) for slug in theme.split()],
        municipality=factories.municipality(at),
        **answers,
    )


def related(initiative) -> list[tuple[str, str]]:
    index = current_index()
    found = published_at(initiative.slug, index)
    return [(card.title, card.why) for card in related_to(found, index)]


@pytest.fixture(autouse=True)
def three_places():
    place("Nijlen")
    place("Lier", north=8)
    place("Genk", north=60)


def test_each_says_why():
    publish("Vissen", theme="tuin-en-groen ontmoeten", at="Lier")
    publish("Breien", theme="ontmoeten", at="Nijlen")
    publish("Zingen", theme="tuin-en-groen", at="Genk")
    assert related(publish("Kampvuur", theme="tuin-en-groen ontmoeten")) == [
        ("Breien", "Ook over Ontmoeten · Ook in Nijlen"),
        ("Vissen", "Ook over Ontmoeten, Tuin en groen · Op 8 km"),
        ("Zingen", "Ook over Tuin en groen"),
    ]


def test_words_that_return_bind_more_than_a_theme_alone():
    publish("De wereldsoep van Genk", at="Genk", theme="samen-eten")
    publish("Brood", at="Genk", theme="samen-eten")
    publish("Taart", at="Genk", theme="samen-eten")
    publish("Koffie", at="Genk", theme="samen-eten")
    own = publish("Kom bij de buren", summary="Wie komt proeft wereldsoep.")
    assert related(own)[0] == (
        "De wereldsoep van Genk",
        "Ook over Samen eten · Lijkt erop: wereldsoep",
    )
    # Seen from the other side the word stands in its own title.
    publish("Thee", at="Genk", theme="samen-eten")
    assert related(own)[0][0] == "De wereldsoep van Genk"


def test_what_shares_nothing_is_not_shown():
    publish("Zingen", theme="tuin-en-groen", at="Genk")
    assert related(publish("Kampvuur", theme="ontmoeten")) == []


def test_online_shares_no_place():
    publish("Zingen", theme="ontmoeten")
    own = factories.published(
        title="Babbel", summary="Iets.", themes=[factories.theme("ontmoeten")],
        meeting="online", municipality=None,
    )  # fmt: skip
    assert related(own) == [("Zingen", "Ook over Ontmoeten")]


def test_only_what_is_published_and_never_itself():
    for status in (Status.SUBMITTED, Status.WITHDRAWN, Status.ARCHIVED):
        factories.initiative(status, title=f"Soep {status}")
    edited = publish("Soep zoals het was")
    moderation.start_edit(initiative=edited)
    factories.fill(edited.latest_version, title="Soep zoals het wordt")
    own = publish("Soep voor buren")
    assert [title for title, _ in related(own)] == ["Soep zoals het was"]


def test_withdrawn_is_gone_at_once():
    other = publish("Soep")
    own = publish("Soep voor buren")
    assert len(related(own)) == 1
    moderation.withdraw(initiative=other)
    assert related(own) == []


@pytest.mark.parametrize("number", [3, 12])
def test_as_many_queries_and_cards_however_many_there_are(number, django_assert_num_queries):
    for count in range(number):
        publish(f"Soep {count}", photos=count % 2)
    own = published_at(publish("Soep").slug, current_index())
    index = current_index()
    related_to(own, index)
    with django_assert_num_queries(2):
        assert len(related_to(own, index)) == 3
