"""An event that is called off: everybody who registered is told, once."""

import pytest
from post_office.models import Email

from agenda import scheduling
from tests.agenda.factories import fill
from tests.factories import moderator
from tests.roadshow.factories import event

pytestmark = pytest.mark.django_db
PEOPLE = 300


def test_three_hundred_are_told_once():
    called_off = event(seats=PEOPLE)
    people = [somebody.email for somebody in fill(called_off.session)]
    Email.objects.all().delete()
    for _ in range(2):
        scheduling.cancel_session(
            session=called_off.session, reason="De zaal is stuk.", staff=moderator()
        )
    told = Email.objects.order_by("pk").values_list("to", "subject")
    assert len(told) == PEOPLE
    assert [*told] == [([email], f"Gaat niet door: {called_off.session.title}") for email in people]
