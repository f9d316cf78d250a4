"""Everybody of an event is asked to its follow-up once, and comes with one click."""

import pytest
from post_office.models import Email

from agenda import registration as agenda_rules
from agenda import scheduling
from agenda.models import Registration, SessionStatus
from roadshow import following
from roadshow.errors import EventNotOver, NobodyToInvite
from roadshow.links import invitation_url
from roadshow.models import FollowUpInvitation
from tests.agenda.factories import fill, register
from tests.agenda.visiting import opens, text
from tests.clock import later
from tests.factories import moderator, municipality
from tests.roadshow.factories import event, invited, over
from tests.submitting.browser import Visitor
from tests.together import together

pytestmark = pytest.mark.django_db


@pytest.fixture
def held():
    """An event that Mia and An came to, from which Bo stayed away, and that Cas only wanted more
    of; Dirk cancelled and Els had all of hers erased."""
    planned = event()
    people = {name: register(planned.session, name) for name in ("Mia", "An", "Bo", "Dirk", "Els")}
    people["Cas"] = register(planned.session, "Cas", wants_follow_up=True)
    for name in ("Dirk", "Cas"):
        agenda_rules.cancel(registration=people[name])
    agenda_rules.erase(registration=people["Els"])
    Registration.objects.filter(pk=people["Bo"].pk).update(present=0)
    Registration.objects.filter(pk=people["Mia"].pk).update(
        organisation="De Kring",
        phone="014 00",
        access_needs="Een tolk",
        municipality=municipality(),
    )
    return over(planned)


def asked() -> list[str]:
    mails = Email.objects.filter(subject__startswith="Kom je naar de opvolgsessie")
    return sorted(address for mail in mails for address in mail.to)


def address_of(somebody: str, settings) -> str:
    """Where the link in the invitation of somebody leads."""
    known = FollowUpInvitation.objects.get(registration__email=f"{somebody}@example.org")
    return invitation_url(known).removeprefix(settings.SITE_URL)


def planned_after(held, **fields):
    return event("Opvolgsessie", follows=held, status=SessionStatus.DRAFT, **fields)


def opened_after(held, **fields):
    made = planned_after(held, **fields)
    scheduling.open_session(session=made.session, staff=moderator())
    made.refresh_from_db()
    return made


def test_opening_the_follow_up_asks_them_all_once(held):
    after = opened_after(held)
    assert asked() == ["an@example.org", "cas@example.org", "mia@example.org"]
    with pytest.raises(NobodyToInvite):
        following.invite(follow_up=after)
    assert len(asked()) == 3


def test_before_the_event_is_over_nobody_is_asked():
    planned = event()
    register(planned.session)
    after = opened_after(planned, days=40)
    assert asked() == []
    with pytest.raises(EventNotOver):
        following.invite(follow_up=after)
    over(planned)
    assert following.invite(follow_up=after) == 1


def test_one_click_registers_with_what_was_told(held, settings, client):
    after = opened_after(held)
    address = address_of("mia", settings)
    page = client.get(address)
    assert (page.status_code, page.cookies, after.session.registrations.count()) == (200, {}, 0)
    assert text(page).count("Ja, ik kom") == 1
    answer = Visitor().post(address, {})
    made = after.session.registrations.get()
    assert opens(answer) == made
    told = (made.name, made.organisation, made.phone, made.access_needs, made.municipality.name)
    assert told == ("Mia", "De Kring", "014 00", "Een tolk", "Nijlen")
    assert made.consent_text != ""
    # Twice is once.
    assert opens(Visitor().post(address, {})) == made
    assert text(client.get(address)).count("Je zei al ja") == 1


def test_full_means_the_waiting_list(held, settings):
    after = opened_after(held, seats=1)
    fill(after.session)
    opens(Visitor().post(address_of("mia", settings), {}))
    assert list(after.session.registrations.waiting().values_list("name", flat=True)) == ["Mia"]


def test_who_registered_already_comes_to_their_own_page(held, settings):
    after = opened_after(held)
    own = register(after.session, "Mia")
    assert opens(Visitor().post(address_of("mia", settings), {})) == own
    assert after.session.registrations.count() == 1


def test_too_late_says_why(held, settings, client):
    after = opened_after(held)
    address = address_of("mia", settings)
    with later(days=60):
        assert "al begonnen of voorbij" in text(Visitor().post(address, {}))
    scheduling.cancel_session(session=after.session, reason="Ziek", staff=moderator())
    for page in (client.get(address), Visitor().post(address, {})):
        said = text(page)
        assert (said.count("Deze sessie gaat niet door"), said.count("Ja, ik kom")) == (1, 0)
    assert after.session.registrations.count() == 0


def test_an_erased_registration_takes_its_invitation_along(held, settings, client):
    opened_after(held)
    mia = Registration.objects.get(email="mia@example.org")
    address = address_of("mia", settings)
    agenda_rules.erase(registration=mia)
    assert client.get(address).status_code == 404
    assert asked() == ["an@example.org", "cas@example.org"]


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_are_one(held):
    after = opened_after(held)
    mine = invited(Registration.objects.get(email="mia@example.org"))
    results = together(*[lambda: following.accept(invitation=mine)] * 2)
    assert {type(one) for one in results} == {Registration}
    assert after.session.registrations.get() == results[0] == results[1]


@pytest.mark.django_db(transaction=True)
def test_two_that_invite_at_once_ask_everybody_once():
    planned = event()
    register(planned.session)
    after = opened_after(planned, days=40)
    over(planned)
    results = together(*[lambda: following.invite(follow_up=after)] * 2)
    assert {type(one) for one in results} == {int, NobodyToInvite}
    assert asked() == ["mia@example.org"]
