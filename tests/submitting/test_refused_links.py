"""Links that open nothing: which, why, and what to do now; never a hint of who is known."""

import pytest

from initiatives import moderation
from initiatives.links import Purpose, make_token
from initiatives.models import Status
from tests import clock, factories
from tests.submitting.browser import address, heading

PAGES = {
    "status": "mijn/{}/",
    "withdraw": "mijn/{}/intrekken/",
    "erase": "mijn/{}/wissen/",
    "edit": "mijn/{}/wijzigen/",
    "drop-edit": "mijn/{}/wijziging-laten-vallen/",
    "resend": "mijn/{}/adres/",
    "step": "aanmelden/{}/kort/",
    "photos": "aanmelden/{}/fotos/",
    "review": "aanmelden/{}/nakijken/",
    "later": "aanmelden/{}/later/",
    "confirm": "bevestigen/{}/",
}


@pytest.fixture
def sent(db):
    return factories.initiative(Status.UNCONFIRMED)


def opened(visitor, name: str, token: str) -> set[tuple]:
    url = "/inspireer-elkaar/" + PAGES[name].format(token)
    answers = [visitor.get(url), visitor.post(url)]
    return {(answer.status_code, heading(answer)) for answer in answers}


def token_for(name: str, initiative) -> str:
    return make_token(initiative, Purpose.CONFIRM if name == "confirm" else Purpose.MANAGE)


@pytest.mark.parametrize("name", PAGES)
def test_wrong_and_damaged(sent, visitor, name):
    token = token_for(name, sent)
    head, stamp, signature = token.split(".")
    damaged = [
        *(token[:-1], token[:20], token[:-1] + ("A" if token[-1] != "A" else "B")),
        *(f"{head}.{stamp}", f"{head}.zzzz.{signature}", "x", "a.b.c", "..", "é\u202e"),
        *("A" * 3000, token + "=", token.upper(), token.replace(".", ":")),
    ]
    for broken in damaged:
        assert opened(visitor, name, broken) == {(404, "Deze link werkt niet")}
    sent.refresh_from_db()
    assert sent.status == Status.UNCONFIRMED


@pytest.mark.parametrize("name", PAGES)
def test_expired(sent, visitor, name):
    token = token_for(name, sent)
    lifetime = Purpose.CONFIRM.lifetime if name == "confirm" else Purpose.MANAGE.lifetime
    with clock.later(days=lifetime.days, seconds=2):
        assert opened(visitor, name, token) == {(410, "Deze link is te oud")}
    sent.refresh_from_db()
    assert sent.status == Status.UNCONFIRMED


def test_almost_expired_still_works(sent, visitor):
    url = address("confirm", sent, Purpose.CONFIRM)
    with clock.later(days=29, hours=23):
        assert heading(visitor.get(url)) == "Ben jij dit?"


@pytest.mark.parametrize("name", PAGES)
def test_replaced_by_a_newer_one(sent, visitor, name):
    token = token_for(name, sent)
    moderation.change_address(initiative=sent, email="new@example.org")
    assert opened(visitor, name, token) == {(404, "Deze link werkt niet")}


def test_the_page_says_what_to_do_and_nothing_of_whom(sent, visitor):
    token = make_token(sent, Purpose.MANAGE)
    pages = [visitor.get(f"/inspireer-elkaar/mijn/{text}/") for text in (token[:-1], "x")]
    with clock.later(days=366):
        pages.append(visitor.get(f"/inspireer-elkaar/mijn/{token}/"))
    for page in pages:
        content = page.content.decode()
        assert content.count('href="/inspireer-elkaar/link-vragen/"') == 1
        assert (content.count("@"), content.count("Soep op de stoep")) == (0, 0)
    # A link that never existed and one that is damaged look the same.
    assert pages[0].content == pages[1].content


@pytest.mark.parametrize("name", PAGES)
def test_no_search_engine_keeps_it_and_the_address_stays_here(sent, visitor, name):
    for token in (token_for(name, sent), "x"):
        response = visitor.get("/inspireer-elkaar/" + PAGES[name].format(token))
        assert response["Referrer-Policy"] == "no-referrer"
        assert response["X-Robots-Tag"] == "noindex"
        if token != "x":
            assert response["Cache-Control"] == "private, no-cache"
