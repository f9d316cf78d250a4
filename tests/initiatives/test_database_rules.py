"""What must never be true can't be stored, whatever code tries."""

from functools import partial

import pytest
from django.db import IntegrityError, connection, transaction

from initiatives import reporting
from initiatives.models import (
    Assessment,
    Contact,
    Initiative,
    Message,
    Report,
    Status,
    TrailEntry,
    Version,
)
from tests import factories


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


def test_published_needs_an_assessment_that_says_so(db):
    waiting = factories.initiative(Status.SUBMITTED)
    version = waiting.latest_version
    fields = {
        "status": Status.PUBLISHED,
        "slug": "soep",
        "live_version": version,
        "published_at": version.sent_at,
    }
    assert refused(lambda: Initiative.objects.filter(pk=waiting.pk).update(**fields))


@pytest.mark.parametrize("field", ["slug", "live_version", "published_at"])
def test_published_needs_all_that_a_page_needs(db, field):
    shown = factories.published()
    assert refused(lambda: Initiative.objects.filter(pk=shown.pk).update(**{field: None}))


def test_published_can_show_only_its_own_version(db):
    shown, other = factories.published(), factories.published(title="Iets anders")
    Initiative.objects.filter(pk=other.pk).update(status=Status.ARCHIVED, live_version=None)
    strange = other.versions.get()
    assert refused(lambda: Initiative.objects.filter(pk=shown.pk).update(live_version=strange))


@pytest.mark.parametrize(
    "change",
    [
        {"bottom_up_verdict": "unclear"},
        {"agency_verdict": ""},
        {"beyond_self_verdict": "fails"},
        {"agency_reason": ""},
        {"decided_by": None},
        {"decided_at": None},
    ],
)
def test_publishing_needs_three_times_yes_with_three_reasons_and_a_name(db, change):
    assessment = factories.published().live_version.assessment
    assert refused(lambda: Assessment.objects.filter(pk=assessment.pk).update(**change))


def test_request_for_changes_needs_a_remark(db):
    asked = factories.initiative(Status.CHANGES_REQUESTED)
    weighed = Assessment.objects.filter(version__initiative=asked)
    assert refused(lambda: weighed.update(agency_remark=""))


@pytest.mark.parametrize("change", [{"message": ""}, {"beyond_self_verdict": "unclear"}])
def test_rejection_needs_a_ground_and_a_reason(db, change):
    rejected = factories.initiative(Status.REJECTED)
    weighed = Assessment.objects.filter(version__initiative=rejected)
    assert refused(lambda: weighed.update(**change))


def test_edit_status_only_while_published(db):
    waiting = factories.initiative(Status.SUBMITTED)
    rows = Initiative.objects.filter(pk=waiting.pk)
    assert refused(lambda: rows.update(edit_status="draft"))


def test_who_wants_messages_has_an_address(db):
    shown = factories.welcoming()
    assert refused(lambda: Contact.objects.filter(initiative=shown).update(email=""))


@pytest.mark.parametrize("model", [Message, Report])
def test_one_click_is_one_row(db, model):
    shown = factories.published()
    create = partial(model.objects.create, initiative=shown, key="k")
    create()
    assert refused(create)
    model.objects.create(initiative=factories.published(), key="k")


@pytest.mark.parametrize(
    "change", [{"email": "jan@x.be"}, {"settled_by": None}, {"settled_at": None}, {"outcome": ""}]
)
def test_a_settled_report_has_its_maker_and_no_address(db, change):
    report = factories.report()
    answer = {"outcome": "nothing", "answer": "Dag.", "staff": factories.moderator()}
    reporting.settle(report=report, **answer)
    assert refused(lambda: Report.objects.update(**change))


def test_one_open_version_at_a_time(db):
    draft = factories.initiative()
    assert refused(lambda: Version.objects.create(initiative=draft, number=2))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE initiatives_trailentry SET why = 'niets'",
        "DELETE FROM initiatives_trailentry",
    ],
)
def test_trail_only_grows(db, statement):
    factories.published()
    before = list(TrailEntry.objects.values())

    def change():
        with connection.cursor() as cursor:
            cursor.execute(statement)

    assert refused(change)
    assert list(TrailEntry.objects.values()) == before
