"""The one door for what participants thought of a session."""

from __future__ import annotations

from django.db import transaction

from agenda import seat_book
from agenda.errors import AgendaError
from agenda.models import Answered, Evaluation, Registration, RegistrationStatus, SessionStatus


class AlreadyAnswered(AgendaError):
    sentence = "Je gaf je antwoord al. Bedankt."


def may_answer(registration: Registration) -> bool:
    """Whether this participant was there, as far as we know, and did not answer yet."""
    session = registration.session
    return (
        registration.status == RegistrationStatus.CONFIRMED
        and session.status == SessionStatus.OPEN
        and session.has_begun
        and not Answered.objects.filter(registration=registration).exists()
    )


def answer(*, registration: Registration, with_name: bool, **answers) -> Evaluation:
    """Keep one answer. Without a name nothing links it to the person; that the person answered is
    kept apart. Raises AlreadyAnswered for a second answer, or for who was not there."""
    with transaction.atomic():
        # Two clicks at once wait for each other.
        seat_book.lock(registration.session)
        if not may_answer(registration):
            raise AlreadyAnswered
        Answered.objects.create(registration=registration)
        return Evaluation.objects.create(
            session=registration.session,
            registration=registration if with_name else None,
            **answers,
        )
