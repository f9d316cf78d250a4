"""The three selection criteria in words: for staff as BAZ wrote them (report, chapter 3.2), for
everybody else in plain language."""

from __future__ import annotations

from typing import NamedTuple

from initiatives.models import Criterion


class CriterionText(NamedTuple):
    """How one criterion is called and explained."""

    name: str
    question: str  # what a moderator asks, in plain words
    public_name: str  # the heading on the page of an initiative
    definition: str  # BAZ's own words


CRITERIA: dict[str, CriterionText] = {
    Criterion.BOTTOM_UP: CriterionText(
        name=Criterion.BOTTOM_UP.label,
        question="Begonnen burgers er zelf en vrijwillig aan?",
        public_name="Het komt van onderuit",
        definition="Het is ontstaan van onderuit, vertrekkend van thema’s die in de samenleving "
        "leven, door burgers die iets willen doen of mee beslissen op spontane en vrijwillige "
        "wijze.",
    ),
    Criterion.AGENCY: CriterionText(
        name=Criterion.AGENCY.label,
        question="Doen burgers nog mee, en beslissen ze mee?",
        public_name="Burgers blijven aan zet",
        definition="Het is gestart vanuit burgers, en burgers blijven er nadien ook actief in. "
        "Zij blijven hun zeg hebben in de vorm, de organisatie en de toekomst.",
    ),
    Criterion.BEYOND_SELF: CriterionText(
        name=Criterion.BEYOND_SELF.label,
        question="Brengt het mensen dichter bij elkaar?",
        public_name="Het brengt mensen samen",
        definition="Het overstijgt het louter persoonlijk belang en heeft in zijn doelstelling ook "
        "een sociale, verbindende component: het verhogen of versterken van betrokkenheid op en "
        "voor elkaar.",
    ),
}
