"""How accessible a place is: seven questions that everybody asks in the same way."""

from __future__ import annotations

from django.db import models

from agenda.models.choices import Answer


def _question(words: str) -> models.CharField:
    return models.CharField(words, max_length=7, choices=Answer, default=Answer.UNKNOWN)


class Accessible(models.Model):
    """The seven answers. 'Unknown' is an honest answer: the page says that people may ask."""

    step_free = _question("toegankelijk zonder trappen")
    accessible_toilet = _question("toegankelijk toilet")
    induction_loop = _question("ringleiding")
    sign_language = _question("tolk Vlaamse Gebarentaal")
    low_stimulus_space = _question("prikkelarme ruimte")
    public_transport = _question("bereikbaar met het openbaar vervoer")
    parking = _question("parking voor mensen met een handicap")

    QUESTIONS = [
        "step_free",
        "accessible_toilet",
        "induction_loop",
        "sign_language",
        "low_stimulus_space",
        "public_transport",
        "parking",
    ]

    class Meta:
        abstract = True

    @property
    def accessibility(self) -> list[tuple[str, Answer]]:
        """Each question in words, with its answer."""
        return [
            (self._meta.get_field(name).verbose_name, Answer(getattr(self, name)))
            for name in self.QUESTIONS
        ]
