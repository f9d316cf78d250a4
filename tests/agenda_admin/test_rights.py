"""What the two groups of staff may do in the agenda."""

from django.apps import apps
from django.contrib.auth.models import Group

from agenda.groups import MANAGER_RIGHTS, MODERATOR_RIGHTS
from staff.rights import grant_rights


def rights(name: str) -> set[str]:
    held = Group.objects.get(name=name).permissions.filter(content_type__app_label="agenda")
    return set(held.values_list("codename", flat=True))


def test_the_migration_gave_them(db):
    assert rights("moderator") == set(MODERATOR_RIGHTS)
    assert rights("beheerder") == {*MODERATOR_RIGHTS, *MANAGER_RIGHTS}


def test_giving_twice_is_giving_once_and_takes_nothing_away(db):
    before = Group.objects.get(name="moderator").permissions.count()
    grant_rights(apps, "agenda", MODERATOR_RIGHTS, MANAGER_RIGHTS)
    assert Group.objects.get(name="moderator").permissions.count() == before


def test_only_who_may_undo_nothing_can_erase(db):
    assert not {right for right in rights("moderator") if right.startswith("delete_reg")}
