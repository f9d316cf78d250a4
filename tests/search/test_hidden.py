"""What is not for everybody is not found, and no word of it stands on the page."""

import pytest

from agenda.models import SessionStatus
from initiatives.models import Status
from tests import factories
from tests.agenda.factories import session
from tests.search.pages import found, html_of
from tests.workshops.factories import workshop

pytestmark = pytest.mark.django_db
WORD = "kwartelpap"


def hidden_sessions() -> None:
    session(title=WORD, summary=WORD, status=SessionStatus.DRAFT)
    session(title=WORD, summary=WORD, is_closed=True)
    session(title=WORD, summary=WORD, days=-3)


def hidden_workshop() -> None:
    workshop(title=WORD, summary=WORD, is_shown=False)


def hidden_initiatives() -> None:
    for status in set(Status) - {Status.PUBLISHED}:
        factories.initiative(status, title=WORD, story=WORD)


@pytest.mark.parametrize("hide", [hidden_sessions, hidden_workshop, hidden_initiatives])
def test_what_is_not_shown_is_not_found(client, hide):
    hide()
    assert found(client, WORD) == {}
    # Nor does it become what a typing error may mean.
    assert WORD not in html_of(client, "kwartelbap")


def test_what_a_participant_alone_may_know_is_not_searched(client):
    session(title="Samen", online=3, online_link=f"https://{WORD}.example/", route=WORD)
    assert found(client, WORD) == {}


def test_what_is_taken_away_is_gone_at_once(client):
    offered, coming = workshop(title=WORD), session(title=WORD)
    shown = {"Workshops en coaching": [WORD], "Data in de agenda": [WORD]}
    assert found(client, WORD) == shown
    offered.is_shown = False
    offered.save()
    coming.is_closed = True
    coming.save()
    assert found(client, WORD) == {}
    assert WORD not in html_of(client, "kwartelbap")
