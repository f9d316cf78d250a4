"""Finding an initiative by word, municipality or postcode."""

import pytest

from initiatives import moderation
from initiatives.models import Initiative
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def three():
    factories.published(
        title="De soepkar", summary="Een kar rijdt rond.", story="Wie wil, schept een kom uit."
    )
    factories.published(
        title="Samentuin",
        summary="Samen zaaien.",
        story="Buren plukten tomaten en geven ze weg.",
        municipality=factories.municipality(
            "Lokeren", province="Oost-Vlaanderen", postcodes=("9160",)
        ),
    )
    factories.published(
        title="Babbelbank",
        summary="Praten op een bank.",
        story="Er is altijd soep bij.",
        municipality=None,
        meeting="online",
    )


def titles(text: str) -> list[str]:
    return [str(found) for found in Initiative.objects.published().search(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tomaat", ["Samentuin"]),  # another form of the word
        ("tuin", ["Samentuin"]),  # half of a compound
        ("SOEP", ["Babbelbank", "De soepkar"]),  # the word itself comes before a part of a word
        ("Lokeren", ["Samentuin"]),
        ("lokeren", ["Samentuin"]),
        ("9160", ["Samentuin"]),
        ("2560 Kessel", ["De soepkar"]),
        ("soep Antwerpen", []),
        ('"altijd soep"', ["Babbelbank"]),
        ("100%", []),
        ("_", []),
        ("'; drop table", []),
        ("🍲", []),
    ],
)
def test_search(text, found):
    assert titles(text) == found


def test_what_is_not_published_is_not_found():
    factories.initiative(title="Geheime soep")
    edited = Initiative.objects.get(live_version__title="Samentuin")
    draft = moderation.start_edit(initiative=edited).latest_version
    draft.title = "Geheime soep"
    draft.save()
    assert titles("geheime") == []
