"""What is posted after it was sent, from a tab that was left open, changes nothing."""

import pytest

from initiatives import moderation
from initiatives.models import Contact, Initiative, Photo, Status, Version
from tests import factories
from tests.submitting.browser import address, page_name
from tests.submitting.photos import jpeg
from tests.submitting.test_right_answers import person, where

SENT = [Status.UNCONFIRMED, Status.SUBMITTED, Status.PUBLISHED, Status.REJECTED, Status.WITHDRAWN]


def everything() -> list:
    return [list(model.objects.order_by("pk").values()) for model in (Version, Contact, Initiative)]


@pytest.mark.parametrize("status", SENT)
def test_no_step_writes_a_sent_version(db, visitor, status):
    sent = factories.initiative(status)
    before = everything()
    answers = {
        "kort": {"title": "Gekaapt", "summary": "Gekaapt."},
        "verhaal": {"story": "Gekaapt."},
        "waar": where(spot="Gekaapt"),
        "criteria": {f"{name}_answer": "G." for name in ("bottom_up", "agency", "beyond_self")},
        "jij": person(name="Gekaapt", email="gekaapt@example.org"),
    }
    for step, posted in answers.items():
        for data in (posted, {}):
            response = visitor.post(address("step", sent, step=step), data)
            assert page_name(response) == "status"
        assert page_name(visitor.get(address("step", sent, step=step))) == "status"
    assert everything() == before


@pytest.mark.parametrize("status", SENT)
def test_no_photo_is_added_or_moved(db, visitor, status):
    sent = factories.initiative(status)
    before = everything()
    url = address("photos", sent)
    for data in ({"fotos": jpeg()}, {"weg": "x"}, {"voorop": "x"}, {"naar": "verder"}):
        assert page_name(visitor.post(url, data)) == "status"
    assert page_name(visitor.get(url)) == "status"
    assert (everything(), Photo.objects.count()) == (before, 0)


@pytest.mark.parametrize("status", SENT)
def test_the_address_of_a_link_asked_for_is_not_written(db, visitor, status):
    """It is confirmed, or a link that confirms it is on its way to the address of before."""
    sent = factories.initiative(status)
    before = everything()
    assert page_name(visitor.post(address("later", sent), {"email": "x@example.org"})) == "status"
    assert page_name(visitor.get(address("later", sent))) == "status"
    assert everything() == before


@pytest.mark.parametrize(
    ("place", "data"),
    [
        ("kort", {"title": "Gekaapt", "summary": "Gekaapt."}),
        ("jij", person(name="Gekaapt")),
        ("fotos", {"naar": "verder"}),
        ("later", {"email": "gekaapt@example.org"}),
    ],
)
def test_sent_between_opening_and_saving(complete, visitor, monkeypatch, place, data):
    """The check is made again, under lock, when the answers arrive."""
    moderation.send(initiative=complete)
    before = everything()
    monkeypatch.setattr(Initiative, "is_open_for_writing", property(seen_open_once()))
    start = address("later", complete).removesuffix("later/")
    response = visitor.post(f"{start}{place}/", data)
    assert (page_name(response), everything()) == ("status", before)


def seen_open_once():
    answers = iter([True])
    return lambda initiative: next(answers, False)


def test_looking_at_a_step_writes_nothing(complete, visitor):
    url = address("step", complete, step="kort")
    visitor.post(url, {"title": "t" * 81, "summary": "Nieuw."})
    before = everything()
    for name in ("photos", "review", "later", "status"):
        visitor.get(address(name, complete))
    for step in ("kort", "verhaal", "waar", "criteria", "jij"):
        visitor.get(address("step", complete, step=step))
    assert everything() == before
