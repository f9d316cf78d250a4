"""The asker calls off what was settled."""

import pytest

from agenda import scheduling
from agenda.models import SeatChange, Session, SessionStatus, TrainerBooking
from tests.agenda.factories import register
from tests.clock import at
from tests.factories import moderator
from tests.workshops import factories
from tests.workshops.mails import to_people
from workshops import requesting
from workshops.errors import AlreadyCalledOff, NothingToCallOff, SessionBegun, WordsNeeded
from workshops.links import Purpose, make_token
from workshops.models import Request

pytestmark = pytest.mark.django_db
REASON = "Onze zaal is stuk."


def address(asked: Request, step: str = "afzeggen/") -> str:
    return f"/baz-inspireert/aanvraag/{make_token(asked, Purpose.REQUEST)}/{step}"


def state(asked: Request) -> tuple[str, str]:
    """How the request and its session stand."""
    asked = Request.objects.get(pk=asked.pk)
    return asked.status, asked.session.status if asked.session else ""


def test_everybody_is_told_once(client):
    asked = factories.confirmed()
    register(asked.session, "An"), register(asked.session, "Bo")
    before = to_people().count()
    assert client.get(address(asked)).status_code == 200
    assert state(asked) == ("confirmed", "open")
    response = client.post(address(asked), {"reason": REASON})
    assert (response.status_code, response.url) == (302, address(asked, ""))
    assert state(asked) == ("called_off", "cancelled")
    assert Session.objects.get().cancelled_reason == REASON
    mails = to_people()[before:]
    assert sorted((mail.to[0], mail.message.count(REASON)) for mail in mails) == [
        ("an@example.org", 1),
        ("bo@example.org", 1),
        ("mia@example.org", 1),
    ]
    assert TrainerBooking.objects.count() == 0
    assert SeatChange.objects.latest("pk").actor == SeatChange.Actor.PERSON


def test_its_page_says_so(client):
    asked = requesting.call_off(request=factories.confirmed(), reason=REASON)
    page = client.get(address(asked, "")).content.decode()
    told = [page.count(text) for text in (REASON, "Je zegde deze afspraak af.", "/besloten/")]
    assert told == [1, 1, 0]
    assert client.get(address(asked)).url == address(asked, "")


@pytest.mark.parametrize("reason", ["", "  ", "x" * 201])
def test_it_needs_a_sentence(client, reason):
    asked = factories.confirmed()
    page = client.post(address(asked), {"reason": reason})
    assert set(page.context["form"].errors) == {"reason"}
    with pytest.raises(WordsNeeded):
        requesting.call_off(request=asked, reason=" ")
    assert state(asked) == ("confirmed", "open")


def test_twice_is_said_and_mails_once(client):
    asked = factories.confirmed()
    client.post(address(asked), {"reason": REASON})
    sent = to_people().count()
    page = client.post(address(asked), {"reason": "Nog eens."})
    assert page.context["problem"] == AlreadyCalledOff.sentence
    assert (to_people().count(), Session.objects.get().cancelled_reason) == (sent, REASON)


def test_what_staff_called_off_already(client):
    asked = factories.confirmed()
    scheduling.cancel_session(session=asked.session, reason="Els is ziek.", staff=moderator())
    page = client.post(address(asked), {"reason": REASON})
    assert page.context["problem"] == AlreadyCalledOff.sentence
    assert state(asked) == ("confirmed", "cancelled")


def test_what_has_begun(client):
    asked = factories.confirmed()
    with at(asked.session.begins_at):
        page = client.post(address(asked), {"reason": REASON})
        assert page.context["problem"] == SessionBegun.sentence
        assert "afzeggen" not in page.content.decode()
    assert state(asked) == ("confirmed", SessionStatus.OPEN)


def test_where_nothing_is_settled(client):
    asked = factories.proposed()
    page = client.post(address(asked), {"reason": REASON})
    assert page.context["problem"] == NothingToCallOff.sentence
    assert state(asked) == ("proposed", "")


def test_the_reason_is_erased_with_the_rest():
    asked = requesting.call_off(request=factories.confirmed(), reason="Mia is ziek.")
    requesting.erase(request=asked)
    assert Session.objects.get().cancelled_reason == "Wie de sessie aanvroeg, zegde af."


def test_staff_see_it(desk):
    asked = requesting.call_off(request=factories.confirmed(), reason=REASON)
    page = desk.get(f"/admin/workshops/request/{asked.pk}/change/").content.decode()
    assert (page.count(REASON), page.count("De aanvrager zegde af")) == (1, 1)
    rows = desk.get("/admin/workshops/request/?beurt=niemand").context["cl"].result_list
    assert list(rows) == [asked]
