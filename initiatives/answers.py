"""The answers of a version as questions and answers, to read over and to compare."""

from __future__ import annotations

from typing import NamedTuple

from initiatives.models import Version


class Part(NamedTuple):
    """The answers of one step."""

    step: str
    title: str
    answers: list[tuple[str, str]]


def answers_by_step(version: Version) -> list[Part]:
    """What `version` tells, step by step; '' where nothing was filled in."""
    contact = version.initiative.contact
    themes = ", ".join(theme.name for theme in version.themes.all())
    groups = ", ".join(group.name for group in version.target_groups.all())
    return [
        Part(
            "kort",
            "Het initiatief in het kort",
            [("Naam", version.title), ("In één zin", version.summary)],
        ),
        Part(
            "verhaal",
            "Het verhaal",
            [
                ("Wat gebeurt er?", version.story),
                ("Wat leerden jullie?", version.learned),
                ("Hoeveel tijd vraagt het?", version.time_needed),
                ("Hoeveel mensen zijn er nodig?", version.people_needed),
                ("Wat heb je nodig?", version.needs),
                ("Wat kost het?", version.costs),
                ("Welke steun helpt?", version.support_needed),
            ],
        ),
        Part(
            "waar",
            "Waar en voor wie?",
            [
                ("Hoe komen mensen samen?", version.get_meeting_display()),
                ("Gemeente", str(version.municipality or "")),
                ("Waar precies?", version.spot),
                ("Thema’s", themes),
                ("Voor wie?", groups),
                ("Nog bezig?", version.get_running_display()),
                ("Begonnen in", str(version.start_year or "")),
                ("Begon dit door een crisis?", str(version.crisis or "Nee")),
            ],
        ),
        *([_crisis(version)] if version.crisis_id else []),
        Part(
            "criteria",
            "Drie vragen",
            [
                (Version._meta.get_field(name).verbose_name, getattr(version, name))
                for name in ("bottom_up_answer", "agency_answer", "beyond_self_answer")
            ],
        ),
        Part("fotos", "Foto’s", []),
        Part(
            "jij",
            "Wie ben je?",
            [
                ("Je naam (zien alleen wij)", contact.name),
                ("Je e-mailadres (zien alleen wij)", contact.email),
                ("Je telefoonnummer (zien alleen wij)", contact.phone),
                ("Naam op de site", version.contact_name if contact.show_name else "Geen"),
                ("Website op de site", version.website),
                (
                    "Mogen anderen je een bericht sturen?",
                    "Ja" if contact.welcomes_contact else "Nee",
                ),
            ],
        ),
    ]


def _crisis(version: Version) -> Part:
    answers = [
        (answer.question, "\n".join([*answer.chosen, *filter(None, [answer.words])]))
        for answer in version.crisis_answers
    ]
    return Part("crisis", "Begonnen in een crisis", answers)
