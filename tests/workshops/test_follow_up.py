"""Silence: a reminder once, an end to the proposal, a mark for staff."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from post_office.models import Email

from tests.clock import at, later
from tests.workshops import factories
from workshops import requesting
from workshops.following_up import follow_up
from workshops.models import Request

pytestmark = pytest.mark.django_db


def subjects(since: int) -> list[str]:
    return [mail.subject.partition(":")[0] for mail in Email.objects.order_by("pk")[since:]]


def test_a_reminder_goes_once():
    factories.proposed()
    before = Email.objects.count()
    follow_up()
    for days in (4.9, 5.1, 5.2, 8):
        with later(days=days):
            follow_up()
    assert [subject.partition("?")[0] for subject in subjects(before)] == ["Heb je al gekozen"]


def test_a_new_proposal_is_a_new_silence():
    asked = factories.proposed()
    before = Email.objects.count()
    with later(days=6):
        follow_up()
        factories.propose(asked, factories.offer(40))
    with later(days=12):
        follow_up()
    assert [subject.partition("?")[0] for subject in subjects(before)] == [
        "Heb je al gekozen",
        "Kies een moment",
        "Heb je al gekozen",
    ]


def test_a_proposal_lapses_once_and_the_turn_is_ours():
    asked = factories.proposed()
    before = Email.objects.count()
    for days in (14.1, 14.2):
        with later(days=days):
            call_command("follow_up_requests", verbosity=0)
    asked.refresh_from_db()
    assert (asked.status, asked.whose_turn, asked.lapses_at) == ("waiting", "wij", None)
    assert set(asked.moments.values_list("status", "slot")) == {("left", None)}
    assert subjects(before) == ["Ons voorstel is vervallen"]


def test_a_proposal_lapses_when_its_last_moment_begins():
    asked = factories.proposed("Mia", factories.offer(2), factories.offer(3))
    assert asked.lapses_at == max(moment.begins_at for moment in asked.moments.all())
    with at(asked.lapses_at - timedelta(minutes=1)):
        follow_up()
        assert Request.objects.get().status == "proposed"
    with at(asked.lapses_at):
        follow_up()
        assert Request.objects.get().status == "waiting"


@pytest.mark.parametrize("make", [factories.request, factories.confirmed])
def test_others_are_left_in_peace(make):
    make()
    before = Email.objects.count()
    with later(days=20):
        follow_up()
    assert subjects(before) == []


def test_who_asked_long_ago_is_forgotten():
    settled, waits = factories.confirmed("Mia"), factories.request("Jan")
    coached = factories.propose(factories.request("Bo", workshop=None))
    requesting.pick(request=coached, moment=factories.first_moment(coached).pk)
    with later(days=731):
        follow_up()
    names = [Request.objects.get(pk=asked.pk).name for asked in (settled, waits, coached)]
    assert names == ["", "Jan", "Bo"]


def test_staff_see_that_it_takes_too_long(desk):
    asked = factories.request()
    assert not asked.is_late
    long_ago = timezone.now() - timedelta(days=15)
    Request.objects.update(turn_since=long_ago)
    assert Request.objects.get().is_late
    page = desk.get("/admin/workshops/request/").content.decode()
    assert page.count("langer dan beloofd") == 1
    assert desk.get("/admin/").content.decode().count("1 wacht langer dan we beloven.") == 1
    factories.propose(asked)
    Request.objects.update(turn_since=long_ago)
    assert not Request.objects.get().is_late
