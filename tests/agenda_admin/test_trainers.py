"""Trainers, and moments that are kept for something else."""

from datetime import timedelta

from django.utils import timezone

from agenda.models import TrainerBooking
from tests.agenda.factories import session, trainer
from tests.agenda_admin.reading import moment

ADD = "/admin/agenda/trainerbooking/add/"


def kept(begins, hours: int = 2, **more) -> dict:
    """What the form of a kept moment sends."""
    els = trainer() if "trainer" not in more else None
    return {
        "trainer": els.pk if els else "",
        "reason": "Verlof",
        **moment("begins_at", begins),
        **moment("ends_at", begins + timedelta(hours=hours)),
        **more,
    }


def wrong(response) -> list[str]:
    return response.context["adminform"].form.non_field_errors()


def test_a_moment_is_kept(desk):
    begins = (timezone.now() + timedelta(days=3)).replace(second=0, microsecond=0)
    desk.post(ADD, kept(begins))
    booking = TrainerBooking.objects.get()
    assert (booking.during.lower, booking.reason) == (begins, "Verlof")
    assert desk.get("/admin/agenda/trainerbooking/").status_code == 200


def test_a_moment_that_is_taken(desk):
    workshop = session(days=3)
    els = trainer()
    workshop.bookings.create(trainer=els)
    response = desk.post(ADD, kept(workshop.begins_at, trainer=els.pk))
    assert wrong(response) == ["Deze begeleider heeft op dat moment al iets anders."]
    assert TrainerBooking.objects.count() == 1


def test_an_end_before_the_begin(desk):
    response = desk.post(ADD, kept(timezone.now(), hours=-2))
    assert wrong(response) == ["Het einde komt na het begin."]
    assert TrainerBooking.objects.count() == 0
