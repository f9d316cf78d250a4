"""What each of the two groups of staff may do with the doors."""

from __future__ import annotations

MODERATOR_RIGHTS = ["view_door", "view_block", "view_wish"]
MANAGER_RIGHTS = [
    *("change_door", "add_block", "change_block", "delete_block"),
    *("add_wish", "change_wish", "delete_wish"),
]


def grant_rights(group_model: type, permission_model: type) -> None:
    """Add the rights to the groups. Takes the models, so that a migration can hand over its own."""
    rights = {"moderator": MODERATOR_RIGHTS, "beheerder": MODERATOR_RIGHTS + MANAGER_RIGHTS}
    for name, codenames in rights.items():
        group, _ = group_model.objects.get_or_create(name=name)
        group.permissions.add(
            *(
                permission_model.objects.get(content_type__app_label="audiences", codename=codename)
                for codename in codenames
            )
        )
