"""The page that says where it stands, in every state."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.formats import date_format

from initiatives import moderation
from initiatives.models import Status
from initiatives.working_days import promised_by
from tests import clock, factories
from tests.submitting.browser import address, heading

LEADS = {
    "draft": "Je bent nog aan het schrijven. Wij zien het pas als je het verstuurt.",
    "unconfirmed": "Nog één ding: bevestig je e-mailadres.",
    "submitted": "Wij lezen je initiatief. Ten laatste op",
    "changes_requested": "Wij hebben een vraag aan jou. Vul het aan en verstuur het opnieuw.",
    "published": "Je initiatief staat online. Iedereen kan het lezen.",
    "rejected": "Wij zetten dit initiatief niet op de site. Dit is de reden:",
    "withdrawn": "Je initiatief is ingetrokken. Het staat niet meer op de site.",
    "archived": "Wij haalden je initiatief van de site omdat het voorbij is.",
    "published+draft": "Je bent iets aan het veranderen. Wat online staat, blijft zo lang staan.",
    "published+submitted": "Wij lezen wat je veranderde. Ten laatste op",
    "published+changes_requested": "Wij hebben een vraag over wat je veranderde.",
}
CAN_WITHDRAW = {"unconfirmed", "submitted", "changes_requested", "published"}


def bring_to(place: str):
    status, _, edit = place.partition("+")
    initiative = factories.initiative(Status(status))
    if edit:
        moderation.start_edit(initiative=initiative)
    if edit in {"submitted", "changes_requested"}:
        moderation.send(initiative=initiative)
    if edit == "changes_requested":
        factories.request_changes(initiative)
    return initiative


@pytest.mark.parametrize("place", LEADS)
def test_every_state_says_where_it_stands(db, visitor, place):
    initiative = bring_to(place)
    page = visitor.get(address("status", initiative))
    content = page.content.decode()
    assert (page.status_code, heading(page)) == (200, "Soep op de stoep")
    said = [lead for lead in LEADS.values() if f'<p class="lead">{lead}' in content]
    assert said == [LEADS[place]]
    withdraws = content.count("/intrekken/")
    assert withdraws == int(place.partition("+")[0] in CAN_WITHDRAW)
    assert content.count("/wissen/") == 1


@pytest.mark.parametrize("place", ["submitted", "published+submitted"])
def test_what_is_promised_is_a_date(db, visitor, place):
    monday = datetime(2026, 3, 2, 9, tzinfo=ZoneInfo("Europe/Brussels"))
    with clock.at(monday):
        initiative = bring_to(place)
        initiative.refresh_from_db()
        page = visitor.get(address("status", initiative))
    by = date_format(promised_by(initiative.waiting_since), "l j F Y")
    assert by == "maandag 16 maart 2026"
    assert page.content.decode().count(f"<strong>{by}</strong>") == 1


@pytest.mark.parametrize("place", ["changes_requested", "published+changes_requested"])
def test_the_question_of_staff_is_there(db, visitor, place):
    page = visitor.get(address("status", bring_to(place)))
    assert page.content.decode().count("<li>Wie beslist er mee?</li>") == 1


def test_the_reason_is_there(db, visitor):
    page = visitor.get(address("status", bring_to("rejected")))
    assert page.content.decode().count("<p>Dit is een winkel.</p>") == 1


def test_a_rejected_edit_is_told_beside_what_is_online(db, visitor):
    initiative = bring_to("published+submitted")
    factories.reject(initiative)
    content = visitor.get(address("status", initiative)).content.decode()
    assert content.count("Je laatste wijziging komt niet op de site") == 1
    assert content.count("<p>Dit is een winkel.</p>") == 1


def test_an_old_question_is_not_asked_again_in_a_new_edit(db, visitor):
    initiative = bring_to("published+changes_requested")
    moderation.drop_edit(initiative=initiative)
    moderation.start_edit(initiative=initiative)
    for name in ("status", "review"):
        assert visitor.get(address(name, initiative)).context["asked"] is None


def test_looking_changes_nothing(db, visitor):
    initiative = bring_to("published+draft")
    before = (initiative.trail.count(), initiative.versions.count())
    for name in ("status", "edit", "drop-edit", "withdraw", "erase", "resend"):
        assert visitor.get(address(name, initiative)).status_code in {200, 302}
    initiative.refresh_from_db()
    assert (initiative.status, initiative.edit_status) == ("published", "draft")
    assert (initiative.trail.count(), initiative.versions.count()) == before
