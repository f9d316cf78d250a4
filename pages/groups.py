"""What each of the two groups of staff may do with pages; the groups themselves are made in
initiatives/groups.py."""

from __future__ import annotations

MODERATOR_RIGHTS = ["view_page", "view_telling", "view_partner"]
# A 'beheerder' has these besides all that a moderator may.
MANAGER_RIGHTS = [
    f"{may}_{what}" for what in ("page", "partner") for may in ("add", "change", "delete")
]


def grant_rights(group_model: type, permission_model: type) -> None:
    """Add the rights to the groups. Takes the models, so that a migration can hand over its own."""
    rights = {"moderator": MODERATOR_RIGHTS, "beheerder": MODERATOR_RIGHTS + MANAGER_RIGHTS}
    for name, codenames in rights.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(
            *(
                permission_model.objects.get(content_type__app_label="pages", codename=codename)
                for codename in codenames
            )
        )
