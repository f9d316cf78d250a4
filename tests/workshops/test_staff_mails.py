"""Staff hear by mail of a new request, and of what its asker does."""

import pytest
from django.conf import settings
from post_office.models import Email

from tests.clock import later
from tests.workshops import factories
from tests.workshops.mails import to_staff
from workshops import requesting
from workshops.following_up import follow_up

pytestmark = pytest.mark.django_db
WHAT = "Rol en positie van het lokaal bestuur, Nijlen"


def test_each_step_of_the_asker_once():
    asked = factories.proposed()
    requesting.refuse(request=asked, word="Dinsdag past niet.")
    factories.propose(asked)
    requesting.pick(request=asked, moment=factories.first_moment(asked).pk)
    requesting.call_off(request=asked, reason="Onze zaal is stuk.")
    requesting.withdraw(request=factories.request("An"))
    assert to_staff() == [
        f"Aangevraagd: {WHAT}",
        f"De aanvrager zei dat niets past: {WHAT}",
        f"De aanvrager koos een moment: {WHAT}",
        f"De aanvrager zegde af: {WHAT}",
        f"Aangevraagd: {WHAT}",
        f"Ingetrokken: {WHAT}",
    ]


def test_not_of_what_they_or_the_clock_do():
    factories.proposed()
    before = len(to_staff())
    for days in (6, 15):
        with later(days=days):
            follow_up()
    assert to_staff()[before:] == []


def test_it_leads_to_the_request_and_names_nobody():
    asked = factories.request("Mia", phone="03 111 22 33", role="diensthoofd")
    mail = Email.objects.get(to=settings.STAFF_EMAIL)
    for part in (mail.message, mail.html_message):
        assert f"/admin/workshops/request/{asked.pk}/change/" in part
        assert "Wij zijn aan de beurt." in part
        told = [asked.name, asked.email, asked.phone, asked.role, asked.question]
        assert [secret for secret in told if secret in part] == []
        assert "/aanvraag/" not in part
