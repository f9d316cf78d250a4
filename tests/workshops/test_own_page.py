"""The asker's page: where it stands, and what one can do with it."""

import pytest
from post_office.models import Email

from agenda import scheduling
from tests.factories import moderator
from tests.workshops import factories
from tests.workshops.mails import to_people
from workshops import requesting
from workshops.errors import Settled, WordsNeeded
from workshops.links import Purpose, make_token
from workshops.models import Request

pytestmark = pytest.mark.django_db


def address(asked: Request, step: str = "") -> str:
    return f"/baz-inspireert/aanvraag/{make_token(asked, Purpose.REQUEST)}/{step}"


def current(client, asked: Request) -> list[str]:
    steps = client.get(address(asked)).context["steps"]
    return [step["text"] for step in steps if step["state"] == "current"]


def test_it_says_whose_turn_it_is(client):
    assert current(client, factories.request("An")) == ["Wij zijn aan de beurt"]
    assert current(client, factories.proposed("Bo")) == ["Jij bent aan de beurt"]
    assert current(client, factories.confirmed("Jo")) == ["Hier ben je nu"]
    assert current(client, requesting.withdraw(request=factories.request("Al"))) == []


def test_picking_by_post_only(client):
    asked = factories.proposed()
    client.get(address(asked, "kiezen/"))
    assert Request.objects.get().status == "proposed"
    client.post(address(asked, "kiezen/"), {"moment": factories.first_moment(asked).pk})
    assert Request.objects.get().status == "confirmed"


@pytest.mark.parametrize("moment", ["", "-1", "onzin", "9" * 30, "9" * 11])
def test_what_is_no_moment(client, moment):
    asked = factories.proposed()
    response = client.post(address(asked, "kiezen/"), {"moment": moment})
    assert response.status_code == 200
    assert response.context["problem"] != ""
    assert Request.objects.get().status == "proposed"


def test_picking_twice_says_so_and_shows_what_was_picked(client):
    asked = factories.confirmed()
    response = client.post(address(asked, "kiezen/"), {"moment": asked.moments.last().pk})
    assert response.context["problem"] == "Er is al een moment gekozen. Hieronder lees je welk."
    assert response.context["session"] == asked.session


def test_nothing_fits(client):
    asked = factories.proposed()
    empty = client.post(address(asked, "niets-past/"), {"word": " "})
    assert set(empty.context["form"].errors) == {"word"}
    client.post(address(asked, "niets-past/"), {"word": "Dinsdag is vergaderdag."})
    asked.refresh_from_db()
    assert (asked.status, asked.refusal) == ("waiting", "Dinsdag is vergaderdag.")
    assert Email.objects.latest("pk").subject.startswith("We zoeken een ander moment")
    with pytest.raises(WordsNeeded):
        requesting.refuse(request=factories.propose(asked), word="")


def test_taking_it_back_once(client):
    asked = factories.proposed()
    sent = to_people().count()
    assert client.get(address(asked, "intrekken/")).status_code == 200
    for _ in range(2):
        client.post(address(asked, "intrekken/"))
    assert (Request.objects.get().status, to_people().count()) == ("withdrawn", sent + 1)
    page = address(asked)
    assert client.get(f"{page}intrekken/").url == page
    with pytest.raises(Settled):
        requesting.refuse(request=asked, word="Toch niet")


def test_what_is_called_off_later(client):
    asked = factories.confirmed()
    scheduling.cancel_session(session=asked.session, reason="Els is ziek.", staff=moderator())
    page = client.get(address(asked)).content.decode()
    assert (page.count("Els is ziek."), page.count("/agenda/besloten/")) == (1, 0)


@pytest.mark.parametrize("make", [factories.request, factories.proposed, factories.confirmed])
def test_everything_is_erased(client, make):
    make("Anders")
    asked = make("Mia")
    link = address(asked)
    assert client.post(f"{link}wissen/").status_code == 200
    asked.refresh_from_db()
    told = [asked.name, asked.email, asked.phone, asked.question, asked.role, asked.message]
    assert told == [""] * 6
    assert client.get(link).status_code == 404
    assert {mail.to[0] for mail in to_people()} == {"anders@example.org"}


def test_the_link_of_another_purpose_opens_nothing(client):
    asked = factories.request()
    for token in ("onzin", make_token(asked, Purpose.TRACK), make_token(asked, Purpose.PLAN)):
        assert client.get(f"/baz-inspireert/aanvraag/{token}/").status_code == 404


def test_it_is_secret(client):
    response = client.get(address(factories.request()))
    assert (response["Referrer-Policy"], response["X-Robots-Tag"]) == ("no-referrer", "noindex")
