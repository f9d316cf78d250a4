"""The asker picks one of the moments, and it becomes a session for one group."""

import pytest
from post_office.models import Email

from agenda import scheduling
from agenda.links import session_url
from agenda.models import Kind, Session, SessionStatus, TrainerBooking
from tests.agenda.factories import session as other_session
from tests.clock import at
from tests.workshops import factories
from workshops import answering, requesting
from workshops.errors import (
    AlreadyPicked,
    MomentPast,
    NothingToPick,
    ProposalLapsed,
    Settled,
    TrainerTaken,
)
from workshops.models import ProposedMoment, Request, WorkshopSession

pytestmark = pytest.mark.django_db
PICKED, LEFT, OPEN = (ProposedMoment.Status[name] for name in ("PICKED", "LEFT", "OPEN"))


def pick(asked, moment):
    return requesting.pick(request=asked, moment=moment.pk)


def test_it_becomes_a_session_for_one_group():
    asked = factories.proposed()
    moment = factories.first_moment(asked)
    asked = pick(asked, moment)
    session = Session.objects.get()
    assert asked.session == session
    assert (session.is_closed, session.status, session.kind) == (
        True,
        SessionStatus.OPEN,
        Kind.WORKSHOP,
    )
    assert (session.begins_at, session.ends_at) == (moment.begins_at, moment.ends_at)
    assert (session.seats_on_site, session.seats_online, session.most_seats) == (12, 0, 12)
    assert (session.venue, session.municipality) == ("De Kring", asked.municipality)
    assert WorkshopSession.objects.get().workshop == asked.workshop
    assert [one.name for one in session.trainers.all()] == ["Els"]


def test_the_others_are_left_and_the_mail_has_the_link():
    asked = factories.proposed()
    asked = pick(asked, factories.first_moment(asked))
    rows = list(asked.moments.order_by("begins_at").values_list("status", "slot"))
    assert rows == [(PICKED, None), (LEFT, None), (LEFT, None)]
    mail = Email.objects.latest("pk")
    assert (mail.to, mail.subject) == (
        ["mia@example.org"],
        "Het ligt vast: Rol en positie van het lokaal bestuur",
    )
    assert mail.message.count(session_url(asked.session).rsplit(".", 2)[0]) == 1


def test_coaching_becomes_a_session_of_coaching():
    asked = factories.propose(factories.request(workshop=None))
    session = pick(asked, factories.first_moment(asked)).session
    assert (session.kind, session.title) == (Kind.COACHING, "Coaching van Nijlen: kennismaking")
    assert WorkshopSession.objects.count() == 0


def test_twice_is_refused():
    asked = factories.proposed()
    moment = factories.first_moment(asked)
    pick(asked, moment)
    with pytest.raises(AlreadyPicked):
        pick(asked, moment)
    assert Session.objects.count() == 1


def test_a_moment_that_is_past():
    asked = factories.proposed()
    moment = factories.first_moment(asked)
    moment.begins_at = moment.begins_at.replace(year=2020)
    moment.save()
    with pytest.raises(MomentPast):
        pick(asked, moment)
    assert still_proposed(asked)


def test_a_proposal_that_lapsed():
    asked = factories.proposed()
    with at(asked.lapses_at), pytest.raises(ProposalLapsed):
        pick(asked, factories.first_moment(asked))
    assert still_proposed(asked)


def test_a_trainer_who_is_elsewhere_meanwhile():
    asked = factories.proposed()
    first, second, _ = asked.moments.all()
    taken = other_session(begins_at=first.begins_at)
    scheduling.book_trainers(session=taken, trainers=[factories.els()])
    with pytest.raises(TrainerTaken):
        pick(asked, first)
    assert still_proposed(asked)
    assert Session.objects.get() == taken
    assert first not in answering.possible_moments(Request.objects.get())
    assert pick(asked, second).session.begins_at == second.begins_at


def test_a_moment_of_somebody_else():
    asked, other = factories.proposed("Mia"), factories.proposed("Jan")
    with pytest.raises(NothingToPick):
        pick(asked, factories.first_moment(other))
    assert Session.objects.count() == 0


def test_a_moment_of_an_earlier_proposal():
    asked = factories.proposed()
    before = factories.first_moment(asked)
    factories.propose(asked, factories.offer(40))
    with pytest.raises(NothingToPick):
        pick(asked, before)


def test_what_was_taken_back():
    asked = factories.proposed()
    moment = factories.first_moment(asked)
    requesting.withdraw(request=asked)
    with pytest.raises(Settled):
        pick(asked, moment)


def still_proposed(asked: Request) -> bool:
    """Nothing was done by half."""
    asked.refresh_from_db()
    rows = set(asked.moments.values_list("status", flat=True))
    ours = TrainerBooking.objects.filter(session__of_request__isnull=False)
    return (asked.status, asked.session, rows, ours.count()) == ("proposed", None, {OPEN}, 0)
