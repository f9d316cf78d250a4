"""What goes by itself after a while."""

import pytest
from django.core.management import call_command

from initiatives import moderation, reporting
from initiatives.cleaning import (
    DAYS_A_DRAFT_IS_KEPT,
    DAYS_A_REPORT_IS_KEPT,
    erase_old_drafts,
    forget_old_reports,
)
from initiatives.models import Contact, Initiative, Report, Status, TrailEntry
from initiatives.writing import keep_unfinished, open_version
from tests import clock, factories


@pytest.mark.parametrize("status", Status)
def test_only_what_was_never_confirmed_goes(db, status):
    initiative = factories.initiative(status)
    with clock.later(days=DAYS_A_DRAFT_IS_KEPT + 1):
        erased = erase_old_drafts()
    goes = status in {Status.DRAFT, Status.UNCONFIRMED}
    assert erased == int(goes)
    assert Contact.objects.count() == int(not goes)
    initiative.refresh_from_db()
    assert initiative.status == (Status.WITHDRAWN if goes else status)


def test_not_a_day_too_early(db):
    factories.initiative()
    with clock.later(days=DAYS_A_DRAFT_IS_KEPT - 1):
        assert erase_old_drafts() == 0


def test_what_somebody_wrote_in_lately_stays(db):
    draft = factories.initiative()
    with clock.later(days=DAYS_A_DRAFT_IS_KEPT - 1), open_version(draft) as version:
        keep_unfinished(version, "kort", {"title": ["Soep"]})
    with clock.later(days=DAYS_A_DRAFT_IS_KEPT + 1):
        assert erase_old_drafts() == 0


def test_the_trail_says_that_the_platform_did_it(db):
    initiative = factories.initiative()
    with clock.later(days=DAYS_A_DRAFT_IS_KEPT + 1):
        erase_old_drafts()
    row = initiative.trail.get()
    assert (row.step, row.actor, row.staff) == ("erase", TrailEntry.Actor.SYSTEM, None)


def test_a_settled_report_goes_one_that_waits_stays(db):
    settled, waiting = factories.report(), factories.report()
    answer = {"outcome": "changed", "answer": "Dag.", "staff": factories.moderator()}
    reporting.settle(report=settled, **answer)
    with clock.later(days=DAYS_A_REPORT_IS_KEPT - 1):
        assert forget_old_reports() == 0
    with clock.later(days=DAYS_A_REPORT_IS_KEPT + 1):
        assert [forget_old_reports() for _ in range(2)] == [1, 0]
    assert list(Report.objects.all()) == [waiting]
    assert settled.initiative.trail.last().step == "settle_report"


def test_once_is_enough(db):
    factories.initiative()
    with clock.later(days=DAYS_A_DRAFT_IS_KEPT + 1):
        assert [erase_old_drafts(), erase_old_drafts()] == [1, 0]


def test_what_is_sent_while_the_list_is_gone_through_stays(db, monkeypatch):
    first, second = factories.initiative(), factories.initiative(Status.UNCONFIRMED)
    erase = moderation.erase

    def erase_slowly(*, initiative, **options):
        if initiative == first:
            moderation.confirm(initiative=second)
        return erase(initiative=initiative, **options)

    monkeypatch.setattr(moderation, "erase", erase_slowly)
    with clock.later(days=DAYS_A_DRAFT_IS_KEPT + 1):
        assert erase_old_drafts() == 1
    assert Initiative.objects.get(pk=second.pk).status == Status.SUBMITTED


def test_the_command_says_what_it_did(db, capsys):
    factories.initiative()
    with clock.later(days=DAYS_A_DRAFT_IS_KEPT + 1):
        call_command("clean_up")
    assert capsys.readouterr().out == (
        "1 old drafts erased, 0 reports and 0 unsent private mails forgotten, 0 tallies forgotten\n"
    )
