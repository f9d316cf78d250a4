"""Changes and readers at once: real threads, each with its own connection to Postgres."""

import threading

import pytest
from django.db import connection
from pyroaring import BitMap

from initiatives import moderation
from initiatives.finding import postings
from initiatives.finding.index import current_generation, current_index
from initiatives.models import Initiative, Posting, Status
from tests import factories
from tests.finding.showcase import ask, titles
from tests.initiatives.test_concurrency import together

pytestmark = pytest.mark.django_db(transaction=True)
READERS = 3


def bits(key: str) -> list[int]:
    return list(BitMap.deserialize(bytes(Posting.objects.get(pk=key).bits)))


def test_two_publications_at_once_leave_both_bits():
    waiting = [factories.initiative(Status.SUBMITTED, title=f"Soep {at}") for at in "ab"]
    factories.moderator()
    results = together(*[lambda one=one: factories.publish(one) for one in waiting])
    assert {result.position for result in results} == {0, 1}
    assert (bits("t:soep"), bits(postings.ALL)) == ([0, 1], [0, 1])
    assert current_generation() == 2


def test_publishing_while_the_index_is_made_anew():
    factories.published(title="Soep a")
    waiting = factories.initiative(Status.SUBMITTED, title="Soep b")
    results = together(postings.rebuild, lambda: factories.publish(waiting))
    assert [result for result in results if isinstance(result, Exception)] == []
    assert (bits("t:soep"), sorted(titles(q="soep"))) == ([0, 1], ["Soep a", "Soep b"])


def test_a_reader_never_sees_what_is_gone():
    """From the moment that the step has answered, no search, list or filter shows it."""
    stays = factories.published(title="Soep die blijft")
    going = [factories.published(title=f"Soep die gaat {at}") for at in range(5)]
    stop, gone, seen, errors = threading.Event(), set(), [], []

    def look() -> None:
        try:
            while not stop.is_set():
                for asked in ({"q": "soep"}, {"q": "gaat"}, {}, {"thema": "samen-eten"}):
                    gone_before = set(gone)
                    seen.extend(gone_before.intersection(titles(**asked)))
        except Exception as error:
            errors.append(error)
        finally:
            connection.close()

    readers = [threading.Thread(target=look) for _ in range(READERS)]
    for reader in readers:
        reader.start()
    for goes in going:
        moderation.withdraw(initiative=goes)
        gone.add(str(goes))
        stop.wait(0.1)
    stop.set()
    for reader in readers:
        reader.join(10)
    assert (seen, errors) == ([], [])
    assert titles(q="soep") == [str(stays)]


def test_a_page_made_from_an_older_index_shows_nothing_that_is_gone():
    goes = factories.published(title="Soep die gaat")
    older = current_index()
    moderation.withdraw(initiative=goes)
    assert ask(older).page == []
    assert ask(older, q="soep").page == []
    assert Initiative.objects.get().position == 0
