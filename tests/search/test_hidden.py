"""What is not for everybody is not found, and no word of it stands on the page."""

import pytest

from agenda.models import Kind, SessionStatus
from initiatives.models import Status
from pages.models import Page
from roadshow.models import RoadshowEvent
from stories.models import State, Story, TestBed, Tip
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


def hidden_events() -> None:
    for fields in ({"status": SessionStatus.DRAFT}, {"is_closed": True}):
        held = session(title=WORD, kind=Kind.EVENT, days=-3, **fields)
        RoadshowEvent.objects.create(
            session=held, slug=f"dag-{held.pk}", host=factories.municipality(), report=WORD
        )


def hidden_stories() -> None:
    Story.objects.create(title=WORD, summary=WORD, teller=WORD, text=WORD)
    Story.objects.create(title="Volgt", summary="Later", text=WORD, state=State.FOLLOWS)
    Tip.objects.create(sentence=WORD, explanation=WORD, is_shown=False)
    TestBed.objects.create(title=WORD, slug="x", asked_by=WORD, question=WORD)


def hidden_pages() -> None:
    Page.objects.create(title=WORD, slug="x", lead=WORD, body=f"<p>{WORD}</p>")


@pytest.mark.parametrize(
    "hide",
    [
        *(hidden_sessions, hidden_workshop, hidden_initiatives),
        *(hidden_events, hidden_stories, hidden_pages),
    ],
)
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
