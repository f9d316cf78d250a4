"""The trail of a request: a row a step, for ever, and readable."""

import pytest
from django.db import IntegrityError, connection, transaction

from agenda import scheduling
from tests.clock import later
from tests.factories import moderator
from tests.workshops import factories
from workshops import answering, requesting
from workshops.errors import AlreadyPicked
from workshops.following_up import follow_up
from workshops.links import Purpose, url_of
from workshops.models import Request, RequestStep
from workshops.views.asked import HAPPENED

pytestmark = pytest.mark.django_db


def codes(asked: Request) -> list[str]:
    return [row.code for row in asked.trail.all()]


def test_a_row_a_step():
    asked = factories.proposed()
    requesting.refuse(request=asked, word="Dinsdag past niet.")
    factories.propose(asked)
    requesting.pick(request=asked, moment=factories.first_moment(asked).pk)
    requesting.call_off(request=asked, reason="Onze zaal is stuk.")
    assert codes(asked) == ["ask", "propose", "refuse", "propose", "pick", "call_off"]
    assert [row.staff_id is not None for row in asked.trail.all()] == [
        *(False, True, False),
        *(True, False, False),
    ]


def test_what_the_clock_does_and_the_other_ends():
    lapses, declined = factories.proposed("An"), factories.request("Bo")
    withdrawn = requesting.withdraw(request=factories.request("Al"))
    answering.decline(request=declined, reason="Vol", revision=0, staff=moderator())
    for days in (6, 15):
        with later(days=days):
            follow_up()
    assert [codes(asked)[-2:] for asked in (lapses, declined, withdrawn)] == [
        ["remind", "lapse"],
        ["ask", "decline"],
        ["ask", "withdraw"],
    ]


def test_what_happens_to_the_session():
    asked = factories.confirmed()
    changes = {"venue": "De Meent"}
    scheduling.move(session=asked.session, changes=changes, staff=moderator())
    scheduling.cancel_session(session=asked.session, reason="Els is ziek.", staff=moderator())
    assert codes(asked)[-2:] == ["move", "cancel_session"]


def test_a_refused_step_leaves_no_row():
    asked = factories.confirmed()
    before = codes(asked)
    with pytest.raises(AlreadyPicked):
        requesting.withdraw(request=asked)
    assert codes(asked) == before


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE workshops_requeststep SET code = 'pick'",
        "DELETE FROM workshops_requeststep",
        "TRUNCATE workshops_requeststep",
    ],
)
def test_it_only_grows(change):
    factories.proposed()
    with transaction.atomic(), connection.cursor() as cursor:
        # Foreign keys that are still to be checked would stop a TRUNCATE before our trigger does.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            cursor.execute(change)
    assert RequestStep.objects.count() == 2


def test_the_asker_reads_it_without_names(client):
    asked = factories.confirmed()
    trail = client.get(url_of(asked, Purpose.REQUEST)).context["trail"]
    assert [what for _, what in trail] == [
        "Je vroeg het aan.",
        "We stelden momenten voor.",
        "Je koos een moment.",
    ]
    assert set(RequestStep.Code) - set(HAPPENED) == {RequestStep.Code.ERASE}


def test_staff_read_who_did_it(desk):
    asked = factories.proposed()
    page = desk.get(f"/admin/workshops/request/{asked.pk}/change/").content.decode()
    name = moderator().get_full_name() or moderator().username
    assert page.count(f"Momenten voorgesteld, door {name}") == 1
