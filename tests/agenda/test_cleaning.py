"""What goes by itself, a year after a session."""

import pytest
from django.core.management import call_command
from post_office.models import Email

from agenda.cleaning import DAYS_A_REGISTRATION_IS_KEPT, erase_old_registrations
from agenda.models import Registration, SeatChange
from tests.agenda.factories import register, session
from tests.agenda.reading import book, steps
from tests.clock import later
from tests.database import tables_with

pytestmark = pytest.mark.django_db
SECRET = "zwijgdaarover"


def test_who_took_part_is_forgotten_a_year_after():
    workshop = session(days=1, seats=2)
    mia = register(workshop, note=SECRET)
    register(workshop, "Wacht", seats=2)
    register(session(days=3), "An")
    with later(days=DAYS_A_REGISTRATION_IS_KEPT + 1):
        assert erase_old_registrations() == 0
    with later(days=DAYS_A_REGISTRATION_IS_KEPT + 2):
        assert (erase_old_registrations(), erase_old_registrations()) == (2, 0)
    assert [one.name for one in Registration.objects.order_by("pk")] == ["", "", "An"]
    assert (tables_with(SECRET), tables_with("mia@example.org")) == ([], [])
    assert steps(mia) == ["register", "erase"]
    assert SeatChange.objects.filter(step="erase").values_list("actor", flat=True)[0] == "system"
    # The figures stay.
    assert book(workshop)[0] == (2, 1, 1)


def test_the_mails_go_with_it():
    register(session(days=1))
    assert Email.objects.count() == 1
    with later(days=DAYS_A_REGISTRATION_IS_KEPT + 2):
        call_command("clean_up_agenda")
    assert Email.objects.count() == 0


def test_the_privacy_page_says_so(client):
    page = client.get("/privacy/").content.decode()
    assert f"{DAYS_A_REGISTRATION_IS_KEPT} dagen na de sessie" in page
