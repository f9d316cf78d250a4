"""Every step from every status: what is allowed, and that the rest is refused and changes
nothing."""

import pytest

from initiatives import moderation
from initiatives.models import Decision, EditStatus, Initiative, Status, TrailEntry
from initiatives.steps import StepNotAllowed
from tests import factories

# Where an initiative can stand: its status, and that of an edit of what is published.
PLACES = [
    "draft",
    "unconfirmed",
    "submitted",
    "changes_requested",
    "published",
    "rejected",
    "withdrawn",
    "archived",
    "published+draft",
    "published+submitted",
    "published+changes_requested",
]
# Step by step: from where to where. What isn't here is refused.
ALLOWED = {
    "send": {
        "draft": "unconfirmed",
        "changes_requested": "submitted",
        "published+draft": "published+submitted",
        "published+changes_requested": "published+submitted",
        # Sending again is no error and no second sending.
        "unconfirmed": "unconfirmed",
        "submitted": "submitted",
        "published+submitted": "published+submitted",
    },
    "change_address": {"unconfirmed": "unconfirmed"},
    "confirm": {"unconfirmed": "submitted"},
    "publish": {"submitted": "published", "published+submitted": "published"},
    "request_changes": {
        "submitted": "changes_requested",
        "published+submitted": "published+changes_requested",
    },
    "reject": {"submitted": "rejected", "published+submitted": "published"},
    "start_edit": {"published": "published+draft"},
    "drop_edit": {
        "published+draft": "published",
        "published+changes_requested": "published",
    },
    "withdraw": {
        "unconfirmed": "withdrawn",
        "submitted": "withdrawn",
        "changes_requested": "withdrawn",
        "published": "withdrawn",
        "published+draft": "withdrawn",
        "published+submitted": "withdrawn",
        "published+changes_requested": "withdrawn",
    },
    "archive": {
        "published": "archived",
        "published+draft": "archived",
        "published+submitted": "archived",
        "published+changes_requested": "archived",
    },
    "restore": {"archived": "published"},
    "erase": {
        place: place if place in {"rejected", "archived"} else "withdrawn" for place in PLACES
    },
}


def bring_to(place: str) -> Initiative:
    status, _, edit = place.partition("+")
    initiative = factories.initiative(Status(status))
    if not edit:
        return initiative
    initiative = moderation.start_edit(initiative=initiative)
    if edit == EditStatus.DRAFT:
        return initiative
    initiative = moderation.send(initiative=initiative)
    return initiative if edit == EditStatus.SUBMITTED else factories.request_changes(initiative)


def take(step: str, initiative: Initiative) -> Initiative:
    staff = factories.moderator()
    if step in Decision.values:
        return getattr(factories, step)(initiative)
    if step in {"archive", "restore"}:
        return getattr(moderation, step)(initiative=initiative, staff=staff)
    if step == "change_address":
        return moderation.change_address(initiative=initiative, email="new@example.org")
    return getattr(moderation, step)(initiative=initiative)


def place_of(initiative: Initiative) -> str:
    initiative = Initiative.objects.get(pk=initiative.pk)
    return "+".join(filter(None, [initiative.status, initiative.edit_status]))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("step", ALLOWED)
def test_step(db, step, place):
    initiative = bring_to(place)
    steps_before = TrailEntry.objects.count()
    if place in ALLOWED[step]:
        take(step, initiative)
    else:
        with pytest.raises(StepNotAllowed):
            take(step, initiative)
    assert place_of(initiative) == ALLOWED[step].get(place, place)
    is_new_step = place in ALLOWED[step] and not (step == "send" and "submitted" in place)
    is_new_step = is_new_step and not (step == "send" and place == "unconfirmed")
    assert TrailEntry.objects.count() - steps_before == int(is_new_step)


def test_table_names_every_place_a_status_can_give():
    assert {place.partition("+")[0] for place in PLACES} == set(Status.values)
    assert {place.partition("+")[2] for place in PLACES} == set(EditStatus.values)
