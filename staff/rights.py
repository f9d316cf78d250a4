"""The two groups of staff: each app names what they may do there (its groups.py), and a migration
of that app gives it to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.apps import apps as installed_apps
from django.apps.registry import Apps
from django.contrib.auth.management import create_permissions

MODERATOR, MANAGER = "moderator", "beheerder"


def grant_rights(
    apps: Apps, app_label: str, moderator: Iterable[str], manager: Iterable[str] = ()
) -> None:
    """Add rights in one app to those that the groups have: `moderator` to both, `manager` to the
    'beheerder' alone. They are code names of permissions. `apps` are those of the migration.

    Raises Permission.DoesNotExist for a right that isn't there.
    """
    # Permissions are normally made after all migrations; the groups need them now.
    create_permissions(installed_apps.get_app_config(app_label), apps=apps, verbosity=0)
    known = apps.get_model("auth", "Permission").objects.filter(content_type__app_label=app_label)
    for name, codenames in {MODERATOR: [*moderator], MANAGER: [*moderator, *manager]}.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        group.permissions.add(*(known.get(codename=codename) for codename in codenames))
