"""The words that people agree to. Whoever changes them gives them a new version."""

from __future__ import annotations

VERSION = "2026-11"
WORDS = (
    "Ik vertelde mijn verhaal aan BurgersAanZet. Ik las het na, of iemand las het mij voor. "
    "BurgersAanZet mag het gebruiken waarvoor wij dat afspraken. Niet voor iets anders. "
    "Ik koos zelf met welke naam ik erbij sta. "
    "Ik mag op elk moment stoppen, zonder te zeggen waarom. "
    "Dan haalt BurgersAanZet mijn verhaal en mijn foto meteen weg. "
    "Wat al gedrukt is of door anderen bewaard werd, kan BurgersAanZet niet terughalen. "
    "Voor het einde vraagt BurgersAanZet of mijn verhaal mag blijven. "
    "Antwoord ik niet, dan gaat het van de site."
)


def version_of(words: str) -> str:
    """The version that is noted with `words`: ours, or one that was made for somebody."""
    return VERSION if words.strip() == WORDS else f"{VERSION}, eigen woorden"
