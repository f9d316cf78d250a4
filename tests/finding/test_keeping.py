"""The index after each change is the index that would be made anew."""

import pytest
from django.db import transaction
from pyroaring import BitMap

from initiatives import moderation
from initiatives.finding import postings
from initiatives.finding.index import current_generation
from initiatives.models import Initiative, Listing, Posting, Showcase, Word
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def others():
    factories.published(title="Samentuin")
    factories.published(title="Soepcafé", municipality=None, meeting="online")


def kept() -> tuple:
    """All that the index holds, its bitmaps read."""
    return (
        {row.key: list(BitMap.deserialize(bytes(row.bits))) for row in Posting.objects.all()},
        sorted(
            (row.initiative_id, row.position, row.sort_title, tuple(row.keys))
            for row in Listing.objects.all()
        ),
        sorted(Word.objects.values_list("text", flat=True)),
        list(Initiative.objects.order_by("pk").values_list("pk", "position")),
        Showcase.objects.get().positions,
    )


def edit(shown: Initiative) -> Initiative:
    version = moderation.start_edit(initiative=shown).latest_version
    version.title, version.story = "Een andere naam", "Nu met croissants."
    version.municipality = factories.municipality("Lokeren", province="Oost-Vlaanderen")
    version.save()
    version.themes.set([factories.theme("tuin-en-groen")])
    shown.refresh_from_db()
    return factories.publish(moderation.send(initiative=shown), formality=5)


def restore(shown: Initiative) -> Initiative:
    gone = moderation.archive(initiative=shown, staff=factories.moderator())
    return moderation.restore(initiative=gone, staff=factories.moderator())


CHANGES = {
    "publish": lambda shown: shown,
    "edit": edit,
    "withdraw": lambda shown: moderation.withdraw(initiative=shown),
    "archive": lambda shown: moderation.archive(initiative=shown, staff=factories.moderator()),
    "restore": restore,
    "erase": lambda shown: moderation.erase(initiative=shown),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_same_as_made_anew(change):
    CHANGES[change](factories.published(title="De soepkar van de Geheimstraat"))
    after = kept()
    postings.rebuild()
    assert kept() == after


@pytest.mark.parametrize("change", ["withdraw", "archive", "erase"])
def test_nothing_stays_of_what_is_gone(change):
    before = kept()
    CHANGES[change](factories.published(title="De soepkar van de Geheimstraat"))
    assert kept()[:3] == before[:3]


@pytest.mark.parametrize("change", list(CHANGES)[1:])
def test_every_change_raises_the_generation(change):
    shown = factories.published()
    before = current_generation()
    CHANGES[change](shown)
    assert current_generation() > before


def test_a_change_that_fails_leaves_everything_as_it_was():
    shown = factories.published()
    before = (current_generation(), kept())
    with transaction.atomic():
        moderation.withdraw(initiative=shown)
        assert current_generation() == before[0] + 1
        transaction.set_rollback(True)
    assert (current_generation(), kept()) == before


def test_a_position_is_given_once():
    first = factories.published()
    moderation.erase(initiative=first)
    second = factories.published()
    moderation.withdraw(initiative=second)
    postings.rebuild()
    third = factories.published()
    assert [second.position, third.position] == [first.position + 1, first.position + 2]


def test_positions_rise_with_the_first_publication():
    Initiative.objects.update(position=None)
    Listing.objects.all().delete()
    Showcase.objects.all().delete()
    assert postings.rebuild() == 2
    in_order = Initiative.objects.order_by("published_at", "pk")
    assert list(in_order.values_list("position", flat=True)) == [0, 1]
