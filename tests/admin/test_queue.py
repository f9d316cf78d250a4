"""What waits for staff: in which order, and who gets to see what."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from initiatives import assessing, moderation
from initiatives.models import Initiative, Status
from tests.admin.addresses import QUEUE
from tests.factories import initiative, moderator, municipality, published


def titles(client, query=""):
    return [row.version.title for row in client.get(QUEUE + query).context["cl"].rows]


def wait(days, **answers):
    """A submission that has been waiting for so many days."""
    waiting = initiative(Status.SUBMITTED, **answers)
    since = timezone.now() - timedelta(days=days)
    Initiative.objects.filter(pk=waiting.pk).update(waiting_since=since)
    return waiting


def test_longest_waiting_first(desk):
    wait(1, title="Tweede")
    wait(3, title="Eerste")
    wait(0, title="Derde")

    assert titles(desk) == ["Eerste", "Tweede", "Derde"]


@pytest.mark.parametrize(("days", "is_late"), [(14, False), (17, True)])
def test_late_after_ten_working_days(desk, days, is_late):
    # Two weeks hold ten working days, whatever day it is today; three days more hold one at least.
    wait(days)

    (row,) = desk.get(QUEUE).context["cl"].rows

    assert row.is_late is is_late


def test_an_edit_waits_beside_new_ones(desk):
    shown = published(title="Staat online")
    moderation.start_edit(initiative=shown)
    moderation.send(initiative=shown)

    assert titles(desk) == ["Staat online"]


def test_unsent_and_unconfirmed_are_nobodys_business(desk):
    initiative(Status.DRAFT, title="Geheim concept")
    initiative(Status.UNCONFIRMED, title="Geheim onbevestigd")
    gone = initiative(Status.UNCONFIRMED, title="Geheim ingetrokken")
    moderation.withdraw(initiative=gone)

    assert titles(desk, "?stand=alles") == []


def test_what_staff_entered_is_found(desk):
    moderation.start_draft(staff=moderator())

    assert titles(desk) == []
    assert titles(desk, "?stand=ingevoerd") == [""]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("?stand=published", ["Online"]),
        ("?stand=rejected", ["Winkel"]),
        ("?stand=changes_requested", ["Vraag"]),
        ("?stand=alles&q=wink", ["Winkel"]),
        ("?provincie=oost-vlaanderen", ["Gent"]),
        ("?wie=mij", ["Nijlen"]),
        ("?wie=niemand", ["Gent"]),
    ],
)
def test_filters(desk, query, found):
    published(title="Online")
    initiative(Status.REJECTED, title="Winkel")
    initiative(Status.CHANGES_REQUESTED, title="Vraag")
    mine = initiative(Status.SUBMITTED, title="Nijlen")
    assessing.assign(initiative=mine, to=moderator())
    gent = municipality("Gent", province="Oost-Vlaanderen")
    initiative(Status.SUBMITTED, title="Gent", municipality=gent)

    assert titles(desk, query) == found


def test_a_fixed_number_of_queries(desk):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            desk.get(QUEUE)
        return len(captured)

    wait(1, title="Soep in Nijlen")
    desk.get(QUEUE)
    at_one = queries()
    wait(2, title="Soep in Nijlen!")
    wait(3, title="Soep in Nijlen?")

    assert queries() == at_one


def test_start_page_counts(desk):
    wait(20)
    wait(1)

    context = desk.get("/admin/").context

    assert (context["waiting"], context["late"]) == (2, 1)


@pytest.mark.parametrize("lookup", ["link_key__startswith", "contact__email__contains"])
def test_no_address_asks_what_the_list_hides(desk, lookup):
    wait(1)
    assert desk.get(QUEUE, {lookup: "a"}).status_code == 400
