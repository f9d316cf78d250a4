"""Forgetting a participant: nothing that names them stays anywhere."""

import pytest
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType

from agenda import registration
from agenda.models import Registration, SeatChange
from tests.agenda.factories import register, session
from tests.agenda.reading import book, stands
from tests.clock import later
from tests.database import tables_with
from tests.factories import moderator, municipality

pytestmark = pytest.mark.django_db
MIA = {
    "name": "Mia Zonderspoor",
    "email": "Zonderspoor.Mia@example.org",
    "organisation": "Zonderspoor vzw",
    "phone": "0499 zonderspoor",
    "access_needs": "zonderspoor ringleiding",
    "dietary_needs": "zonderspoor noten",
    "note": "zonderspoor fiets",
}


def test_nothing_that_names_the_person_stays():
    workshop = session(seats=2)
    mia = registration.register(session=workshop, way="on_site", seats=2, **MIA)
    registration.change_seats(registration=mia, seats=1)
    LogEntry.objects.create(
        user=moderator(),
        content_type=ContentType.objects.get_for_model(Registration),
        object_id=str(mia.pk),
        object_repr=MIA["name"],
        action_flag=CHANGE,
    )
    assert tables_with("zonderspoor") == [
        "agenda_registration",
        "agenda_subscriber",
        "django_admin_log",
        "post_office_email",
    ]
    registration.erase(registration=Registration.objects.get())
    assert tables_with("zonderspoor") == []


def test_what_was_handed_over_is_forgotten_of_both():
    mia = registration.register(session=session(), way="on_site", seats=2, **MIA)
    an = registration.hand_over(registration=mia, name="An", email="an@example.org")
    registration.erase(registration=an)
    assert [tables_with(text) for text in ("zonderspoor", "an@example.org")] == [[], []]


def test_a_seat_of_a_session_to_come_is_free_again():
    workshop = session(seats=1)
    mia, an = register(workshop), register(workshop, "An")
    registration.erase(registration=mia)
    assert (stands(mia, an), book(workshop)[0]) == (["cancelled", "offered"], (1, 1, 0))


def test_after_the_session_the_figures_stay():
    mia = register(session(days=1), municipality=municipality())
    with later(days=2):
        erased = registration.erase(registration=mia, actor=SeatChange.Actor.SYSTEM)
    assert (erased.status, erased.seats, erased.municipality) == (
        "confirmed",
        1,
        municipality(),
    )
    assert erased.seat_changes.last().actor == "system"


def test_another_of_the_same_address_stays():
    mia, other = register(session()), register(session())
    registration.erase(registration=mia)
    other.refresh_from_db()
    assert (other.name, tables_with("mia@example.org")) == (
        "Mia",
        ["agenda_registration", "agenda_subscriber", "post_office_email"],
    )
