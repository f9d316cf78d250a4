"""Planning an event and its follow-up, which never comes first."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from agenda import scheduling
from agenda.models import Kind, Session, SessionStatus
from roadshow import planning
from roadshow.errors import FollowUpTooEarly, MovedPastFollowUp, NotAnEvent
from roadshow.models import RoadshowEvent, TemplateTask
from tests.agenda.factories import session
from tests.clock import at
from tests.factories import moderator, municipality
from tests.roadshow.factories import event
from tests.together import together
from tests.workshops.factories import confirmed, confirmed_event
from workshops import requesting

pytestmark = pytest.mark.django_db


def test_the_session_leads_to_the_page_of_the_event():
    planned = event("Ideeën in Nijlen", status=SessionStatus.DRAFT)
    found = Session.objects.get(pk=planned.pk)
    assert (found.kind, found.page) == (Kind.EVENT, "/baz-inspireert/roadshow/ideeen-in-nijlen/")
    assert event("Aanvragen").slug == "aanvragen-2"  # that word is another page
    assert [event("Ideeën in Nijlen").slug for _ in "ab"] == [
        "ideeen-in-nijlen-2",
        "ideeen-in-nijlen-3",
    ]


def test_a_confirmed_request_becomes_an_event():
    confirmed("An")
    assert RoadshowEvent.objects.count() == 0  # that was a workshop
    asked = confirmed_event()
    planned = RoadshowEvent.objects.get()
    assert (planned.host, planned.occasion, planned.host_name, planned.host_email) == (
        *(asked.municipality, asked.occasion),
        *("Mia", "mia@example.org"),
    )
    assert planned.tasks.count() == TemplateTask.objects.filter(kind=Kind.EVENT).count() > 0
    assert planned.session == asked.session
    requesting.erase(request=asked)
    planned.refresh_from_db()
    assert (planned.host_name, planned.host_email) == ("", "")


def test_a_follow_up_comes_after_its_event():
    first = event(days=30)
    draft = {"title": "Opvolgsessie", "status": SessionStatus.DRAFT}
    early = session(days=30.1, **draft)
    with pytest.raises(FollowUpTooEarly, match="De opvolgsessie komt na het inspiratiemoment"):
        planning.plan(session=early, host=municipality(), follows=first)
    after = event("Opvolgsessie", days=40, follows=first)
    assert (after.session.kind, RoadshowEvent.objects.count()) == (Kind.FOLLOW_UP, 2)
    with pytest.raises(NotAnEvent):
        planning.plan(session=session(days=50, **draft), host=municipality(), follows=after)


def moved(one: RoadshowEvent, days: float) -> dict:
    begins_at = timezone.now() + timedelta(days=days)
    times = {"begins_at": begins_at, "ends_at": begins_at + timedelta(hours=3)}
    return {"session": one.session, "changes": times, "staff": moderator()}


def test_neither_moves_past_the_other():
    first = event(days=30)
    after = event("Opvolgsessie", days=40, follows=first)
    with pytest.raises(MovedPastFollowUp, match="verplaats eerst de opvolgsessie"):
        scheduling.move(**moved(first, 41))
    with pytest.raises(FollowUpTooEarly):
        scheduling.move(**moved(after, 29))
    scheduling.move(**moved(after, 45))
    scheduling.move(**moved(first, 41))
    # One that was called off stands in nobody's way.
    scheduling.cancel_session(session=after.session, reason="Ziek", staff=moderator())
    scheduling.move(**moved(first, 50))


def test_the_database_has_the_last_word():
    first = event(days=30)
    after = event("Opvolgsessie", days=40, follows=first)
    for one, days in ((first, 41), (after, 29)):
        begins_at = timezone.now() + timedelta(days=days)
        times = {"begins_at": begins_at, "ends_at": begins_at + timedelta(hours=1)}
        with pytest.raises(IntegrityError, match="before its event ends"), transaction.atomic():
            Session.objects.filter(pk=one.pk).update(**times)
    other = event("Later", days=90)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoadshowEvent.objects.filter(pk=after.pk).update(follows=other)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_can_not_cross():
    first = event(days=30)
    after = event("Opvolgsessie", days=40, follows=first)
    steps = [moved(first, 38), moved(after, 35)]
    results = together(*(lambda step=step: scheduling.move(**step) for step in steps))
    refused = [one for one in results if isinstance(one, MovedPastFollowUp | FollowUpTooEarly)]
    assert len(refused) == 1
    assert Session.objects.get(pk=after.pk).begins_at >= Session.objects.get(pk=first.pk).ends_at


def test_a_draft_that_goes_leaves_its_follow_up():
    first = event(status=SessionStatus.DRAFT)
    after = event("Opvolgsessie", days=40, follows=first)
    scheduling.delete_draft(session=first.session)
    assert RoadshowEvent.objects.get() == after


def test_own_fields_change_without_a_mail(mailoutbox):
    planned = event()
    with at(planned.session.ends_at + timedelta(days=1)):
        planning.change(event=planned, changes={"report": "Het was druk.", "slug": "anders"})
    found = RoadshowEvent.objects.get()
    assert (found.report, found.slug) == ("Het was druk.", "een-namiddag-vol-ideeen")
