"""What is not public is found nowhere, whatever is asked."""

import pytest

from initiatives import moderation
from initiatives.finding.index import current_index
from initiatives.models import EditStatus, Initiative, Posting, Status, Word
from tests import factories
from tests.finding.showcase import ask

pytestmark = pytest.mark.django_db
SECRET = {
    "title": "Geheimtitel",
    "summary": "Geheimzin voor buren.",
    "story": "Geheimverhaal met soep.",
    "spot": "Geheimplek",
}
QUESTIONS = [
    {},
    *({"q": word} for word in ("geheim", "geheimtitel", "geheimttel", "geheimzin", "titel")),
    *({"q": word} for word in ("geheimverhaal", "geheimplek", "soep", "buren", "lokeren", "9160")),
    {"q": "soep geheimtitel"},
    {"thema": "tuin-en-groen"},
    {"voor": "gezinnen"},
    {"gemeente": "lokeren"},
    {"provincie": "oost-vlaanderen"},
    {"samen": "both"},
    {"bezig": "ended"},
    {"postcode": "9160", "volgorde": "dichtbij"},
    {"volgorde": "a-z"},
]


def hide(status: Status) -> Initiative:
    place = factories.municipality("Lokeren", province="Oost-Vlaanderen", postcodes=("9160",))
    return factories.initiative(
        status,
        themes=[factories.theme("tuin-en-groen")],
        target_groups=[factories.target_group("gezinnen")],
        municipality=place,
        meeting="both",
        running="ended",
        **SECRET,
    )


@pytest.mark.parametrize("status", [status for status in Status if status != Status.PUBLISHED])
def test_nothing_finds_what_is_not_published(status):
    shown = factories.published(title="Gewoon", summary="Zomaar.", story="Niets.")
    hide(status)
    for asked in QUESTIONS:
        results = ask(**asked)
        everything = [*results.page, *results.nearest_instead]
        assert {str(found) for found in everything} <= {str(shown)}, asked
        assert results.by_municipality.keys() <= {shown.live_version.municipality_id}, asked
        counts = {entry.count for facet in results.facets for entry in facet.entries}
        assert counts <= {0, 1}, asked
    assert len(current_index().all) == 1
    assert not Posting.objects.filter(key__contains="geheim").exists()
    assert not Word.objects.filter(text__contains="geheim").exists()


def test_an_edit_is_found_when_it_is_approved_and_not_before():
    shown = factories.published(title="Gewoon")
    version = moderation.start_edit(initiative=shown).latest_version
    version.title = "Geheimtitel"
    version.save()
    assert ask(q="geheimtitel").count == 0
    shown.refresh_from_db()
    waiting = moderation.send(initiative=shown)
    assert (waiting.edit_status, ask(q="geheimtitel").count) == (EditStatus.SUBMITTED, 0)
    factories.publish(waiting)
    assert (ask(q="geheimtitel").count, ask(q="gewoon").count) == (1, 0)
