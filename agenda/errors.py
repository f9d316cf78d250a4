"""What can't be done, each with a sentence for people."""

from __future__ import annotations

from datetime import datetime

from agenda.models import Booking, Session
from agenda.wording import seats, when


class AgendaError(Exception):
    """The step can't be taken; the message says why, and what can be done."""

    sentence = "Dit kan nu niet."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class NotPublished(AgendaError):
    sentence = "Inschrijven kan nog niet: deze sessie is nog niet gepubliceerd."


class AlreadyPromised(AgendaError):
    sentence = "Iemand vroeg deze sessie aan, en rekent erop. Gelast ze af."


class AlreadyPublished(AgendaError):
    sentence = "Deze sessie is al gepubliceerd. Verplaats ze of gelast ze af."


class SessionCancelled(AgendaError):
    sentence = "Deze sessie gaat niet door."


class SessionPast(AgendaError):
    sentence = "Dit kan niet meer: de sessie is al begonnen of voorbij."


class NotOpenYet(AgendaError):
    def __init__(self, opens_at: datetime) -> None:
        super().__init__(f"Inschrijven kan vanaf {when(opens_at)}.")


class RegistrationClosed(AgendaError):
    def __init__(self, closed_at: datetime) -> None:
        super().__init__(f"Inschrijven kan niet meer. Dat kon tot {when(closed_at)}.")


class WayNotOffered(AgendaError):
    sentence = "Zo kan je niet deelnemen aan deze sessie. Kies een andere manier."


class TooFewSeats(AgendaError):
    sentence = "Kies minstens 1 plaats."


class TooManySeats(AgendaError):
    def __init__(self, most: int) -> None:
        super().__init__(f"Je kan hoogstens {seats(most)} nemen. Kies een kleiner aantal.")
        self.most = most


class NotEnoughSeats(AgendaError):
    """More seats than are free, for who has seats already."""

    def __init__(self, extra: int) -> None:
        more = f"Er {'is' if extra == 1 else 'zijn'} nog {seats(extra)} extra vrij."
        super().__init__(
            f"{more if extra else 'Er is geen plaats meer vrij.'} Je houdt de plaatsen die je had."
        )
        self.extra = extra


class AlreadyRegistered(AgendaError):
    sentence = (
        "Met dit e-mailadres is er al een inschrijving voor deze sessie. "
        "In de mail die je toen kreeg, staat een link om ze te veranderen."
    )


class NoLongerRegistered(AgendaError):
    sentence = "Deze inschrijving geldt niet meer. Je kan je opnieuw inschrijven."


class HandedOver(AgendaError):
    sentence = "Iemand anders nam deze inschrijving over. Deze link werkt niet meer."


class NoOffer(AgendaError):
    sentence = "Er is nu geen plaats die op jouw antwoord wacht."


class OfferLapsed(AgendaError):
    def __init__(self, until: datetime) -> None:
        super().__init__(f"Je bent te laat: de plaats bleef vrij tot {when(until)}.")


class SeatsTaken(AgendaError):
    """Fewer seats than are taken, and nobody may be put back on the waiting list."""

    def __init__(self, taken: int) -> None:
        super().__init__(
            f"Er zijn al {seats(taken)} bezet. Kies minstens {taken}, "
            "of zet wie te veel is terug op de wachtlijst."
        )
        self.taken = taken


class TrainerBusy(AgendaError):
    sentence = "Een begeleider heeft op dat moment al iets anders. Kies een ander moment."


class BadTimes(AgendaError):
    """It would begin in the past, or end before it begins; the sentence says which."""


class NotReady(AgendaError):
    """Something that a published session needs is missing."""


class ReasonNeeded(AgendaError):
    sentence = "Schrijf waarom de sessie niet doorgaat. De deelnemers lezen het."


class TooEarlyToMark(AgendaError):
    sentence = "Aanwezigen noteer je vanaf de dag van de sessie."


def check_booking(session: Session) -> None:
    """Make sure that one can register now.

    Raises NotPublished, SessionCancelled, SessionPast, NotOpenYet or RegistrationClosed.
    """
    match session.booking:
        case Booking.UNPUBLISHED:
            raise NotPublished
        case Booking.CANCELLED:
            raise SessionCancelled
        case Booking.PAST:
            raise SessionPast
        case Booking.NOT_YET:
            raise NotOpenYet(session.opens_at)
        case Booking.CLOSED:
            raise RegistrationClosed(session.last_moment)
