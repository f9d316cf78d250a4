"""Each step, answered as it should be."""

import pytest

from initiatives.completeness import missing_answers
from initiatives.models import Consent, Initiative
from tests import factories
from tests.submitting.browser import address, as_typed, page_name, typed

EVERYDAY = "Soep 🍲 op de stoep"
ARABIC = "حساء في الشارع \u202e omgekeerd"


def where(**changes) -> dict:
    answers = {
        "meeting": "on_site",
        "municipality": "2560",
        "spot": "Bij de kerk",
        "themes": [str(factories.theme().pk)],
        "target_groups": [str(factories.target_group().pk)],
        "running": "yes",
        "start_year": "2020",
    }
    return {**answers, **changes}


def person(**changes) -> dict:
    answers = {
        "name": "Mia Peeters",
        "email": "mia@example.org",
        "phone": "03 000 00 00",
        "website": "https://www.example.org/soep",
        "show_name": "on",
        "contact_name": "Mia",
        "welcomes_contact": "on",
        "terms": "on",
    }
    return {**answers, **changes}


def answer(visitor, draft, step: str, answers: dict) -> str:
    return page_name(visitor.post(address("step", draft, step=step), answers))


@pytest.mark.parametrize("text", [EVERYDAY, ARABIC, "a" * 80])
def test_short(draft, visitor, text):
    assert answer(visitor, draft, "kort", {"title": text, "summary": text}) == "verhaal"
    version = draft.latest_version
    assert (version.title, version.summary, version.unfinished) == (text, text, {})


def test_story(draft, visitor):
    answers = {
        "story": "Eerst.\r\n\r\nDan.",
        "learned": "Begin klein.\r\nVraag hulp.",
        "time_needed": "Een uur in de week",
        "people_needed": "Drie buren",
        "needs": "Een kom",
        "costs": "Niets",
        "support_needed": "De gemeente leent een zaal",
    }
    assert answer(visitor, draft, "verhaal", answers) == "waar"
    version = draft.latest_version
    assert {name: getattr(version, name) for name in answers} == answers
    page = visitor.get(address("step", draft, step="verhaal"))
    assert typed(page) == as_typed(answers)


def test_what_it_takes_may_be_skipped(draft, visitor):
    assert answer(visitor, draft, "verhaal", {"story": "Elke vrijdag."}) == "waar"
    version = draft.latest_version
    skipped = ("learned", "time_needed", "people_needed", "needs", "costs", "support_needed")
    assert [getattr(version, name) for name in skipped] == [""] * 6


def test_where(draft, visitor):
    nijlen = factories.municipality()
    assert answer(visitor, draft, "waar", where()) == "criteria"
    version = draft.latest_version
    assert (version.municipality, version.spot, version.start_year) == (nijlen, "Bij de kerk", 2020)
    assert [theme.slug for theme in version.themes.all()] == ["samen-eten"]
    assert [group.slug for group in version.target_groups.all()] == ["ouderen"]
    # Coming back shows the name instead of the postcode.
    page = visitor.get(address("step", draft, step="waar"))
    assert typed(page) == as_typed(where(municipality="Nijlen"))


def test_online_needs_no_municipality(draft, visitor):
    answers = where(meeting="online", municipality="", spot="", start_year="")
    assert answer(visitor, draft, "waar", answers) == "criteria"
    assert (draft.latest_version.municipality, draft.latest_version.start_year) == (None, None)


def test_criteria(draft, visitor):
    answers = {f"{name}_answer": name for name in ("bottom_up", "agency", "beyond_self")}
    assert answer(visitor, draft, "criteria", answers) == "photos"
    version = draft.latest_version
    assert {name: getattr(version, name) for name in answers} == answers


def test_person(draft, visitor):
    assert answer(visitor, draft, "jij", person()) == "review"
    draft.contact.refresh_from_db()
    assert (draft.contact.name, draft.contact.email, draft.contact.phone) == (
        *("Mia Peeters", "mia@example.org", "03 000 00 00"),
    )
    version = draft.latest_version
    assert (version.contact_name, version.website) == ("Mia", "https://www.example.org/soep")
    kinds = set(draft.consents.values_list("kind", flat=True))
    assert kinds == {Consent.Kind.TERMS, Consent.Kind.NAME, Consent.Kind.CONTACT}
    page = visitor.get(address("step", draft, step="jij"))
    assert typed(page) == as_typed(person())


def test_the_shown_name_is_the_whole_name_unless_said_otherwise(draft, visitor):
    answer(visitor, draft, "jij", person(contact_name=""))
    assert draft.latest_version.contact_name == "Mia Peeters"
    assert "contact_name" not in typed(visitor.get(address("step", draft, step="jij")))


def test_all_steps_together_are_complete(draft, visitor):
    factories.municipality()
    answer(visitor, draft, "kort", {"title": "Soep", "summary": "Samen soep eten."})
    answer(visitor, draft, "verhaal", {"story": "Elke vrijdag."})
    answer(visitor, draft, "waar", where())
    criteria = {f"{name}_answer": "Zo." for name in ("bottom_up", "agency", "beyond_self")}
    answer(visitor, draft, "criteria", criteria)
    assert page_name(visitor.post(address("photos", draft), {"naar": "verder"})) == "jij"
    answer(visitor, draft, "jij", person())
    now = Initiative.objects.get()
    assert missing_answers(now, now.latest_version) == []
