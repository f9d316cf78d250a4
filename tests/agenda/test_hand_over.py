"""Giving a registration to a colleague."""

import pytest
from post_office.models import Email

from agenda import consents, registration
from agenda.errors import AlreadyRegistered, HandedOver, NoLongerRegistered
from agenda.links import make_token, read_token
from agenda.models import Registration
from tests.agenda.factories import fill, register, session
from tests.agenda.reading import book, mails, steps
from tests.factories import moderator
from visitors.links import WrongLink

pytestmark = pytest.mark.django_db
SECRETS = {
    "phone": "0499 11 22 33",
    "access_needs": "Ik zie slecht",
    "dietary_needs": "Geen noten",
    "note": "Ik kom met de fiets",
}


def hand_over(one, name="An", **fields):
    values = {"email": f"{name.lower()}@example.org", **fields}
    return registration.hand_over(registration=one, name=name, **values)


def test_the_seats_stay_and_the_person_changes():
    workshop = session()
    mia = register(workshop, seats=3)
    before = mia.consent_at
    an = hand_over(mia)
    assert (an.pk, an.name, an.email, an.seats) == (mia.pk, "An", "an@example.org", 3)
    assert (an.consent_text, an.consent_at > before) == (consents.HAND_OVER, True)
    assert book(workshop)[0] == (20, 3, 0)
    assert steps(an) == ["register", "hand_over"]
    assert mails(since=1) == [
        ("mia", "Je gaf je inschrijving door"),
        ("an", "Deze inschrijving is nu van jou"),
    ]


def test_the_link_of_the_former_owner_opens_nothing():
    mia = register(session())
    token = make_token(mia)
    an = hand_over(mia)
    with pytest.raises(WrongLink):
        read_token(token)
    assert read_token(make_token(an)) == an


@pytest.mark.parametrize(
    "step",
    [
        lambda one: registration.cancel(registration=one),
        lambda one: registration.change_seats(registration=one, seats=2),
        lambda one: registration.change_details(registration=one, details={"note": "x"}),
        lambda one: registration.hand_over(registration=one, name="Bo", email="bo@example.org"),
        lambda one: registration.accept_offer(registration=one),
        lambda one: registration.decline_offer(registration=one),
        lambda one: registration.erase(registration=one),
    ],
)
def test_a_page_that_was_open_does_nothing_more(step):
    """The former owner had the page open while the registration changed hands."""
    mia = register(session())
    an = hand_over(mia)
    with pytest.raises(HandedOver):
        step(mia)
    stored = Registration.objects.get()
    assert (stored.name, stored.seats, stored.sequence) == ("An", 1, an.sequence)


def test_what_the_former_owner_told_is_forgotten():
    mia = register(session(), wants_follow_up=True, **SECRETS)
    an = hand_over(mia)
    assert [getattr(an, field) for field in SECRETS] == [""] * 4
    assert an.wants_follow_up is False


def test_neither_mail_tells_too_much():
    mia = register(session(), **SECRETS)
    an = hand_over(mia)
    to_mia, to_an = Email.objects.order_by("pk")[1:]
    for part in (to_mia.message, to_mia.html_message):
        assert [part.count(text) for text in (make_token(an)[:40], "an@example.org")] == [0, 0]
    for part in (to_an.message, to_an.html_message):
        assert [part.count(text) for text in (*SECRETS.values(), "mia@example.org")] == [0] * 5


def test_a_place_on_the_list_stays_where_it_was():
    workshop = session(seats=1)
    fill(workshop)
    mia = register(workshop)
    register(workshop, "Bo")
    an = hand_over(mia)
    assert (an.status, an.place_in_queue) == ("waiting", 1)


def test_not_to_somebody_who_is_registered():
    workshop = session()
    mia, _ = register(workshop), register(workshop, "An")
    with pytest.raises(AlreadyRegistered):
        hand_over(mia, email="AN@example.org")
    assert hand_over(mia, "Mia Maria", email="MIA@example.org").name == "Mia Maria"


def test_not_what_has_ended():
    mia = register(session())
    registration.cancel(registration=mia)
    with pytest.raises(NoLongerRegistered):
        hand_over(mia)


def test_staff_can_do_it_for_somebody():
    mia = register(session())
    hand_over(mia)
    assert hand_over(mia, "Bo", staff=moderator()).name == "Bo"
