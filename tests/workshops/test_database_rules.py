"""What must never be true of a request can't be stored, whatever code tries."""

import pytest
from django.db import IntegrityError, transaction
from django.db.models import F

from tests.agenda.factories import session
from tests.workshops import factories
from workshops.models import ProposedMoment, Request

pytestmark = pytest.mark.django_db


def refused(change) -> bool:
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "perhaps"},
        {"status": "confirmed"},
        {"status": "waiting"},
        {"lapses_at": None},
        {"answered_by": None},
        {"kind": "coaching"},
        {"workshop": None},
        {"group_size": 0},
        {"group_size": 201},
        {"name": ""},
        {"email": ""},
        {"consent_at": None},
        {"audience": "everybody"},
        {"way": "by boat"},
    ],
)
def test_a_request_makes_sense(fields):
    factories.proposed()
    assert refused(lambda: Request.objects.update(**fields))


def test_a_session_only_where_it_is_settled():
    asked, date = factories.proposed(), session()
    rows = Request.objects.filter(pk=asked.pk)
    assert refused(lambda: rows.update(session=date))
    assert not refused(lambda: rows.update(session=date, status="confirmed", lapses_at=None))
    assert refused(lambda: rows.update(session=None))


@pytest.mark.parametrize(
    "fields",
    [
        {"slot": 4},
        {"slot": 0},
        {"slot": 2},
        {"slot": None},
        {"status": "perhaps", "slot": None},
        {"status": "left"},
        {"ends_at": F("begins_at")},
        {"venue": ""},
        {"municipality": None},
        {"way": "by boat"},
    ],
)
def test_a_moment_makes_sense(fields):
    asked = factories.proposed()
    first = ProposedMoment.objects.filter(request=asked, slot=1)
    assert refused(lambda: first.update(**fields))


def test_never_a_fourth_moment():
    asked = factories.proposed()
    for slot in (1, 2, 3, 4, None):
        moment = factories.offer(40).moment
        moment.request, moment.slot = asked, slot
        assert refused(moment.save)


def test_picked_at_most_once():
    asked = factories.proposed()
    first, second, _ = asked.moments.values_list("pk", flat=True)
    rows = ProposedMoment.objects
    assert not refused(lambda: rows.filter(pk=first).update(status="picked", slot=None))
    assert refused(lambda: rows.filter(pk=second).update(status="picked", slot=None))


def test_a_preference_once():
    preferred = factories.request().preferred.first()
    preferred.pk = None
    assert refused(lambda: preferred.save(force_insert=True))
