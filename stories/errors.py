"""What can't be done with a story, each with a sentence for people."""

from __future__ import annotations


class StoryError(Exception):
    """The step can't be taken; the message says why, and what can be done."""

    sentence = "Dit kan nu niet."

    def __init__(self, sentence: str = "") -> None:
        super().__init__(sentence or self.sentence)


class StepNotAllowed(StoryError):
    sentence = "Dit kan nu niet met dit verhaal. Misschien was een collega je voor."


class NotComplete(StoryError):
    """Something has to be written first."""


class NoConsent(StoryError):
    sentence = (
        "Er is geen toestemming om dit verhaal op de website te tonen. "
        "Noteer eerst wat er afgesproken is."
    )


class Gone(StoryError):
    sentence = "Dit verhaal is ingetrokken. Er is niets meer van bewaard."


class NotToRenew(StoryError):
    sentence = "Je toestemming loopt nog lang genoeg. Je hoeft nu niets te doen."
