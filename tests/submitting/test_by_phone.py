"""Staff write it down for somebody who phones; that person confirms."""

from datetime import timedelta

from django.utils import timezone
from post_office.models import Email

from initiatives import moderation
from initiatives.models import Consent, Status, TrailEntry
from tests import factories
from tests.submitting.browser import Visitor, address, errors, page_name, typed
from tests.submitting.mails import links


def entered():
    initiative = moderation.start_draft(staff=factories.moderator())
    factories.fill(initiative.latest_version)
    return initiative


def test_from_phone_to_the_queue_of_staff(db, visitor):
    initiative = entered()
    assert page_name(visitor.post(address("review", initiative))) == "status"
    (link,) = links(Email.objects.get())
    page = visitor.get(link)
    assert page.content.decode().count("schreef het op toen je belde") == 1
    assert page.content.decode().count(initiative.consents.get().text) == 1
    given = timezone.now() - timedelta(days=3)
    initiative.consents.update(given_at=given)
    before = timezone.now()
    visitor.post(link)
    initiative.refresh_from_db()
    assert initiative.status == Status.SUBMITTED
    # Agreed to by the person, so at the moment that the person agreed.
    assert before <= initiative.consents.get().given_at <= timezone.now()


def test_the_trail_says_who_did_what(db, visitor):
    initiative = entered()
    visitor.post(address("review", initiative))
    visitor.post(links(Email.objects.get())[0])
    staff, person = TrailEntry.Actor.STAFF, TrailEntry.Actor.SUBMITTER
    rows = list(initiative.trail.values_list("step", "actor", "staff__username"))
    assert rows == [("enter", staff, "mo"), ("send", staff, "mo"), ("confirm", person, None)]


def test_a_later_version_is_sent_by_the_person(db, visitor):
    initiative = entered()
    moderation.send(initiative=initiative, staff=factories.moderator())
    factories.request_changes(moderation.confirm(initiative=initiative))
    visitor.post(address("review", initiative))
    last = initiative.trail.last()
    assert (last.step, last.actor, last.staff) == ("send", TrailEntry.Actor.SUBMITTER, None)


def test_whom_it_is_for_may_stay_open(db, visitor):
    initiative = entered()
    initiative.latest_version.target_groups.clear()
    assert page_name(visitor.post(address("review", initiative))) == "status"


def test_the_step_itself_lets_it_stay_open(db, visitor):
    initiative = entered()
    initiative.latest_version.target_groups.clear()
    step = address("step", initiative, step="waar")
    page = visitor.get(step)
    assert page.content.decode().count('Voor wie is het? <span class="optional">') == 1
    assert page_name(visitor.post(step, typed(page))) == "criteria"


def test_a_person_says_whom_it_is_for(db, visitor):
    step = address("step", factories.initiative(), step="waar")
    answers = {**typed(visitor.get(step)), "target_groups": []}
    assert errors(visitor.post(step, answers)) == ["Kies minstens één groep."]


def test_a_consent_that_the_person_gave_keeps_its_own_moment(db):
    """Only what staff ticked for somebody is agreed to at the confirmation."""
    initiative = factories.initiative(Status.UNCONFIRMED)
    given = timezone.now() - timedelta(days=3)
    Consent.objects.update(given_at=given)
    Visitor().post(links(Email.objects.get())[0])
    assert initiative.consents.get().given_at == given
