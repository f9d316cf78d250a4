"""Only what people agreed to let others reuse is given to others to reuse."""

import pytest

from initiatives.completeness import missing_answers
from initiatives.consents import LICENCE, REUSE_SINCE, TEXT_VERSION, TEXTS
from initiatives.models import Consent, Initiative
from tests import factories
from tests.open_data.reading import PAGE, titles
from tests.submitting.browser import address, typed

pytestmark = pytest.mark.django_db


def agreed_to_older_words(initiative: Initiative) -> Initiative:
    """As if it was sent before others might reuse it."""
    initiative.consents.update(text_version="2026-11", text="Mijn tekst mag op deze site.")
    return Initiative.objects.get(pk=initiative.pk)


def test_who_agreed_before_is_on_the_site_and_in_the_feed_but_in_no_file(client):
    factories.published(title="Nieuw")
    older = agreed_to_older_words(factories.published(title="Vroeger"))
    assert client.get(older.get_absolute_url()).status_code == 200
    assert titles() == (["Vroeger", "Nieuw"], ["Nieuw"], ["Nieuw"])


def test_a_consent_that_is_taken_back_counts_no_more():
    shown = factories.published()
    shown.consents.update(withdrawn_at=shown.published_at)
    assert titles() == (["Soep op de stoep"], [], [])


def test_who_agreed_before_is_asked_anew_at_the_next_change(client):
    older = agreed_to_older_words(factories.published())
    client.post(address("edit", older))
    version = older.latest_version
    assert [missing.step for missing in missing_answers(older, version)] == ["jij"]
    step = address("step", older, step="jij")
    answers = typed(client.get(step))
    assert "terms" not in answers
    client.post(step, {**answers, "terms": "on"})
    assert missing_answers(older, version) == []
    assert titles()[1] == ["Soep op de stoep"]
    texts = older.consents.filter(kind=Consent.Kind.TERMS).values_list("text_version", flat=True)
    assert list(texts) == ["2026-11", TEXT_VERSION]


def test_the_words_name_the_licence_and_are_of_a_version_that_counts(client):
    assert LICENCE.name in TEXTS[Consent.Kind.TERMS]
    assert REUSE_SINCE <= TEXT_VERSION
    for page in (PAGE, "/privacy/"):
        html = client.get(page).content.decode()
        assert f'<a href="{LICENCE.url}"' in html, page
