"""What can't be done with a request, each with a sentence for people."""

from __future__ import annotations


class RequestError(Exception):
    """The step can't be taken; the message says why, and what can be done."""

    sentence = "Dit kan nu niet."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class NotRequestable(RequestError):
    sentence = "Deze workshop kan je nu niet aanvragen. Kies een andere."


class BadPreferences(RequestError):
    sentence = "Kies minstens 2 verschillende momenten die nog moeten komen."


class AlreadyAnswered(RequestError):
    sentence = (
        "Er is intussen iets veranderd: een collega of de aanvrager was je voor. "
        "Lees de aanvraag opnieuw."
    )


class Settled(RequestError):
    sentence = "Deze aanvraag is al afgerond."


class WrongNumber(RequestError):
    sentence = "Stel 1 tot 3 verschillende momenten voor."


class MomentPast(RequestError):
    sentence = "Dit moment is al voorbij. Kies een ander moment."


class TrainerTaken(RequestError):
    sentence = (
        "Dit moment is net weg: een begeleider heeft dan al iets anders. "
        "Kies een ander moment, of zeg dat niets past."
    )


class TrainerBusy(RequestError):
    """Of the staff who propose: somebody is taken at one of the moments."""

    def __init__(self, names: list[str], moment: str) -> None:
        super().__init__(
            f"{' en '.join(names)} {'is' if len(names) == 1 else 'zijn'} al bezet op {moment}. "
            "Kies een ander moment of een andere begeleider."
        )


class AlreadyPicked(RequestError):
    sentence = "Er is al een moment gekozen. Hieronder lees je welk."


class NothingToCallOff(RequestError):
    sentence = "Er ligt nog niets vast, dus er valt niets af te zeggen."


class AlreadyCalledOff(RequestError):
    sentence = "Deze afspraak gaat al niet meer door. Je hoeft niets te doen."


class SessionBegun(RequestError):
    sentence = "Deze afspraak is al begonnen of voorbij. Afzeggen kan niet meer."


class CantBeCalledOff(RequestError):
    sentence = "Afzeggen lukt nu niet op deze pagina. Mail ons: dan doen wij het."


class ProposalLapsed(RequestError):
    sentence = "Je bent te laat: dit voorstel geldt niet meer. Vraag hieronder een nieuw voorstel."


class NothingToPick(RequestError):
    sentence = "Dit moment kan je niet meer kiezen. Kijk wat er nu staat."


class WordsNeeded(RequestError):
    """Something has to be written first."""
